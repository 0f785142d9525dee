import { idOf, type QuoteDocument } from '../edition/WorkingCopy';
import { comparableWords } from './comparableWords';

/** What a verdict about a quotation is about: any other value of one of these ends it. */
export const VERIFIED_PARTS = [
  'words',
  'language',
  'kind',
  'speaker',
  'role',
  'occasion',
  'evidence',
] as const;
export type VerifiedPart = (typeof VERIFIED_PARTS)[number];

/** Characters that nobody sees and that change what is read, or the direction in which it is. */
const UNSEEN = /[\u034f\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

/**
 * The parts in which two states of a Quote differ, as far as a verdict is about them. Marks, spaces
 * and a last stop are the writer's; an invisible character is a change of the words.
 */
export function changedParts(before: QuoteDocument, after: QuoteDocument): VerifiedPart[] {
  const [old, now] = [contentOf(before), contentOf(after)];
  return VERIFIED_PARTS.filter((part) => old[part] !== now[part]);
}

function contentOf(quote: QuoteDocument): Record<VerifiedPart, string> {
  const { text, language, kind, speaker, attribution, speakerRole, occasion, evidence } = quote;
  return {
    words: joined(comparableWords(text ?? ''), (text ?? '').match(UNSEEN)?.join('')),
    language: joined(language),
    kind: joined(kind),
    speaker: joined(idOf(speaker), attribution),
    role: joined(speakerRole),
    occasion: joined(
      occasion?.name,
      // The same day in whatever form it is sent.
      occasion?.date?.slice(0, 10),
      occasion?.place,
      occasion?.medium,
    ),
    evidence: joined(evidence?.url, idOf(evidence?.file), evidence?.timecode, evidence?.passage),
  };
}

/** No value and an empty one are the same. */
function joined(...values: (string | null | undefined)[]): string {
  return JSON.stringify(values.map((value) => value?.trim() ?? ''));
}
