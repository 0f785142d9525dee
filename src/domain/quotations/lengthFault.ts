/** Over half an hour of speech: longer records are no quotations, and would slow every comparison. */
const MOST_WORDS = 5000;

/** What is wrong with the length of the words of a record, for whoever saves it; null for nothing. */
export function lengthFault(text: string | null | undefined): string | null {
  // No word has less than a letter and a space: most texts need no counting.
  if (!text || text.length <= 2 * MOST_WORDS) return null;
  const words = text.match(/\S+/g)?.length ?? 0;
  if (words <= MOST_WORDS) return null;
  return `A quote of ${words} words is too long to be held against the text: record it in parts of at most ${MOST_WORDS} words.`;
}
