import { readBylines } from '../story/readBylines';
import { plainWords } from './plainWords';
import type { ReceiptBook } from './Receipt';

const ROLE =
  /\b(?:correspondent|editor|reporter|staff|writer|desk|bureau|chief|producer|columnist|photographer|korrespondent(?:in)?|redakteur(?:in)?|redaktion|journaliste|envoyée? spéciale?|correspondante?)\b/i;

/**
 * The names of a byline as a source writes it: "By Ada Fenwick and Tom Quill", "Ada Fenwick, Harbour
 * Correspondent". What stands beside them and is no name is written down.
 */
export function readByline(line: string | null | undefined, book: ReceiptBook): string[] {
  const plain = plainWords(line);
  // An address says nothing that a reader could read.
  if (!plain || /^https?:/i.test(plain)) return [];
  const bare = plain.replace(/^(?:by|von|par|por|di|door)\s*:?\s+/i, '');
  const names = readBylines(`By ${bare}`);
  if (names === null) {
    const parts = partsOf(bare).filter((part) => !ROLE.test(part));
    for (const part of partsOf(bare)) if (ROLE.test(part)) book.note('bylineRole', part);
    return parts;
  }
  for (const part of partsOf(bare)) {
    if (!names.includes(part)) book.note('bylineRole', part);
  }
  return names;
}

function partsOf(line: string): string[] {
  return line
    .split(/\s*(?:[,;|•·]|\s(?:and|und|et|y|e|en|with)\s|&)\s*/iu)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
