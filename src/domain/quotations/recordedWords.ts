/** The words of a quotation as they are recorded: a comma at the end is that of the sentence around. */
export function recordedWords(words: string): string {
  return words.trim().replace(/[,،、]$/u, '');
}
