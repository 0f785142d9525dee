/** What an adult reads silently in a minute, of news in English (Brysbaert 2019). */
const WORDS_A_MINUTE = 238;

/** How many words a text has, and how many minutes it takes to read: at least one. */
export function storyLength(text: string): { words: number; minutes: number } {
  const words = text.match(/[\p{L}\p{N}]+(?:['’.,:/-][\p{L}\p{N}]+)*/gu)?.length ?? 0;
  return { words, minutes: Math.max(1, Math.round(words / WORDS_A_MINUTE)) };
}
