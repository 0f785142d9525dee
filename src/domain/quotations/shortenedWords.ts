/** Eight words tell a quotation from the others. */
export function shortenedWords(text: string): string {
  const words = text.trim().split(/\s+/);
  return words.length > 8 ? `${words.slice(0, 8).join(' ')} …` : text.trim();
}
