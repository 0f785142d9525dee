/** What one speaker says in a body of text. */
export interface SpokenWords {
  /** The id of a Person; null for a speaker who is described and not named. */
  person: string | null;
  name: string;
  quotations: number;
  words: number;
  /** Articles with words of this speaker. */
  articles: number;
}

/** A speaker beside all others; shares run from 0 to 1. */
export interface Voice extends SpokenWords {
  shareOfQuotations: number;
  shareOfWords: number;
}

export interface VoiceReport {
  voices: Voice[];
  quotations: number;
  words: number;
}

/** Who is quoted how often, most words first; namesakes by their number of quotations, then by name. */
export function shareOfVoice(spoken: readonly SpokenWords[]): VoiceReport {
  const quotations = sum(spoken.map((one) => one.quotations));
  const words = sum(spoken.map((one) => one.words));
  const voices = spoken.map((one) => ({
    ...one,
    shareOfQuotations: share(one.quotations, quotations),
    shareOfWords: share(one.words, words),
  }));
  voices.sort(
    (a, b) => b.words - a.words || b.quotations - a.quotations || a.name.localeCompare(b.name),
  );
  return { voices, quotations, words };
}

/** Letters and digits with what joins them: "don’t", "6.0", "twenty-one" are one word each. */
export const WORD = "[\\p{L}\\p{N}]+(?:['’.,-][\\p{L}\\p{N}]+)*";

export function countWords(text: string): number {
  return text.match(new RegExp(WORD, 'gu'))?.length ?? 0;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}
