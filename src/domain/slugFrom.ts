/** Long enough for any headline's sense, short enough for an address bar and a file name. */
const MAX_LENGTH = 96;

/**
 * The last part of a public address made from a title: lower-case ASCII letters, digits and single
 * hyphens, cut at a word. Accents are dropped by Unicode decomposition (NFKD); scripts without a
 * Latin form keep their own letters, as IRIs (RFC 3987) allow.
 */
export function slugFrom(title: string): string {
  const words = title
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .replace(/ß/g, 'ss')
    .replace(/[æÆ]/g, 'ae')
    .replace(/[øØ]/g, 'o')
    .replace(/[łŁ]/g, 'l')
    .toLowerCase()
    .replace(/['’‘]/g, '')
    .split(/[^\p{Letter}\p{Number}]+/u)
    .filter(Boolean);
  let slug = '';
  for (const word of words) {
    const longer = slug ? `${slug}-${word}` : word.slice(0, MAX_LENGTH);
    if (longer.length > MAX_LENGTH) break;
    slug = longer;
  }
  return slug.normalize('NFC');
}
