const LONGEST = 120;
const OPENING = /^(?:(?:written|reported|story|text) by|by|von|par|por)\s*:?\s+(.+)$/iu;
const NAME =
  /^\p{Lu}[\p{L}'’.-]*(?:\s+(?:[\p{Lu}][\p{L}'’.-]*|de|da|di|van|von|der|den|la|le|al|bin))*$/u;

/**
 * Reads a byline: "By Ada Fenwick and Tom Quill", "By Ada Fenwick, Harbour Correspondent". Returns
 * the names in order, or null where the block is not a byline.
 */
export function readBylines(text: string): string[] | null {
  const rest = text.length <= LONGEST ? OPENING.exec(text)?.[1] : undefined;
  if (rest === undefined || /[.!?]$/.test(rest)) return null;
  const parts = partsOf(rest);
  const isLastARole = (part: string): boolean => ROLE.test(part);
  const names = parts.filter((part) => NAME.test(part) && !isLastARole(part));
  return names.length > 0 && NAME.test(parts[0] ?? '') && parts.every(isShort) ? names : null;
}

/** What a byline says beside its names: a role, an agency. */
export function besidesNames(text: string, names: readonly string[]): string[] {
  return partsOf(OPENING.exec(text)?.[1] ?? text).filter((part) => !names.includes(part));
}

function partsOf(line: string): string[] {
  return line
    .split(/\s*(?:[,;|•·]|\s(?:and|und|et|y|with|in)\s|&)\s*/iu)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

const ROLE =
  /\b(correspondent|editor|reporter|staff|writer|desk|news|bureau|agency|korrespondent(in)?|redaktion|journaliste|politics|business)\b/i;

function isShort(part: string): boolean {
  return part.split(/\s+/).length <= 5;
}
