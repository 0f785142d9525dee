import type { QuoteLanguage } from './FoundQuote';
import type { SentenceRule } from './decideSpeaker';
import type { TextSpan } from './TextSpan';

/** Who said the words of one quotation, and what in the text says so. */
export interface Attribution {
  /** Index into the `people` given, or null where the text names nobody of them. */
  speaker: number | null;
  /** The words that name the speaker ("Rutte", "she", "a spokesman for the port"), or null. */
  mention: TextSpan | null;
  /** The word that says that somebody speaks ("said"), or null. */
  cue: TextSpan | null;
  /** Which rule decided. */
  rule: AttributionRule;
  /** 0 to 1: how sure it is that the mention names the one who spoke. */
  confidence: number;
}

export type AttributionRule =
  | SentenceRule
  | 'label'
  | 'continued'
  | 'same-paragraph'
  | 'previous-sentence'
  | 'previous-paragraph'
  | 'none';

/** From here on a speaker may be filled in without asking: right 97 times in a hundred. */
export const CONFIDENT = 0.93;

/** Under this the speaker is guessed from what stands nearby: the text itself names nobody. */
export const NAMED = 0.65;

/**
 * How often each rule is right, measured on news text (bench/quotes.ts): where a person or a pronoun
 * is named, and where the mention is anything else.
 */
const CONFIDENCE: Record<AttributionRule, { somebody: number; something: number }> = {
  after: { somebody: 0.97, something: 0.96 },
  'after-inverted': { somebody: 0.97, something: 0.96 },
  'after-later': { somebody: 0.96, something: 0.85 },
  dash: { somebody: 0.98, something: 0.95 },
  label: { somebody: 0.8, something: 0.7 },
  colon: { somebody: 0.6, something: 0.5 },
  'according-to': { somebody: 0.92, something: 0.92 },
  'before-beside': { somebody: 0.94, something: 0.82 },
  before: { somebody: 0.91, something: 0.75 },
  participle: { somebody: 0.85, something: 0.75 },
  sentence: { somebody: 0.45, something: 0.3 },
  'previous-sentence': { somebody: 0.6, something: 0.5 },
  'previous-paragraph': { somebody: 0.6, something: 0.55 },
  continued: { somebody: 0.75, something: 0.75 },
  'same-paragraph': { somebody: 0.985, something: 0.985 },
  none: { somebody: 0, something: 0 },
};

/** The same for German, whose order of words leaves more open (bench/quotes.ts on German news). */
const GERMAN_CONFIDENCE: Partial<typeof CONFIDENCE> = {
  after: { somebody: 0.97, something: 0.96 },
  'after-inverted': { somebody: 0.96, something: 0.86 },
  'after-later': { somebody: 0.75, something: 0.7 },
  'according-to': { somebody: 0.88, something: 0.88 },
  'before-beside': { somebody: 0.97, something: 0.86 },
  before: { somebody: 0.94, something: 0.7 },
  colon: { somebody: 0.88, something: 0.68 },
  sentence: { somebody: 0.45, something: 0.3 },
  'same-paragraph': { somebody: 0.9, something: 0.9 },
  'previous-sentence': { somebody: 0.5, something: 0.35 },
  'previous-paragraph': { somebody: 0.3, something: 0.2 },
};

export const NOBODY: Attribution = {
  speaker: null,
  mention: null,
  cue: null,
  rule: 'none',
  confidence: 0,
};

/** How sure a rule is, by what its mention is: a person or a pronoun, or other words. */
export function confidenceOf(
  rule: AttributionRule,
  isSomebody: boolean,
  language: QuoteLanguage = 'en',
): number {
  const known = (language === 'de' ? GERMAN_CONFIDENCE[rule] : undefined) ?? CONFIDENCE[rule];
  return known[isSomebody ? 'somebody' : 'something'];
}

/** The attribution of a neighbour, passed on by a rule that is never surer than the neighbour. */
export function passedOn(
  neighbour: Attribution,
  rule: AttributionRule,
  language: QuoteLanguage = 'en',
): Attribution {
  const confidence = neighbour.confidence * confidenceOf(rule, true, language);
  return { ...neighbour, rule, confidence };
}
