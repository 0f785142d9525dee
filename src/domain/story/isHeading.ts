const LONGEST = 90;
const MOST_WORDS = 14;

/** The text of a Markdown heading without its number signs, or null. */
export function markdownHeading(text: string): string | null {
  return /^#{1,6}\s+(.*?)(?:\s+#+)?$/.exec(text)?.[1] ?? null;
}

/**
 * Whether a block looks like a heading: short, opening with a capital or a digit, without the stop
 * of a sentence. Where it stands is for the caller to judge.
 */
export function isHeading(text: string): boolean {
  const words = text.split(/\s+/);
  return (
    text.length <= LONGEST &&
    words.length <= MOST_WORDS &&
    /^[\p{Lu}\d¿"“‘«„]/u.test(text) &&
    !/[.!:;,…—–-]["”’»“]?$/.test(text) &&
    !/^[-*•–—]/.test(text) &&
    // Words in marks alone are speech, and so is a question in marks.
    !/^["“«„].*["”»“]$/u.test(text) &&
    !/\?["”’»“]$/.test(text) &&
    !/^\d+[.)]\s/.test(text) &&
    /\p{L}/u.test(text)
  );
}
