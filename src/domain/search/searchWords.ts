/** A headline has ten; of a long quotation the opening is what people remember. */
const MAX_WORDS = 80;

/**
 * The words that something is found by: each once, in small letters without accents, so that
 * “Ørsted’s café” is found by “orsted” and “cafe”.
 */
export function searchWords(...texts: readonly (string | null | undefined)[]): string[] {
  const words = texts
    .join(' ')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll('ø', 'o')
    .replaceAll('æ', 'ae')
    .replaceAll('ł', 'l')
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .match(/[\p{L}\p{N}]+/gu);
  return [...new Set(words)].slice(0, MAX_WORDS);
}
