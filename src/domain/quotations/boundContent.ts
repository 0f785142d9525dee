import { hiddenCharacters } from '../characters/hiddenCharacters';
import { canonicalHash } from '../edition/canonicalHash';
import { roleOnDay } from '../edition/roleOnDay';
import { idOf, type PersonDocument, type QuoteDocument } from '../edition/WorkingCopy';
import { comparableWords } from './comparableWords';

/** What somebody answers for who verifies or vouches for a quotation: any other value of one of these ends it. */
export const BOUND_PARTS = [
  'words',
  'language',
  'kind',
  'speaker',
  'role',
  'occasion',
  'evidence',
] as const;
export type BoundPart = (typeof BOUND_PARTS)[number];

/** The content of a quotation, part by part, each by the SHA-256 of what it says. */
export type BoundContent = Record<BoundPart, string>;

/** The documents that a Quote points at, as they are now: they count by what they say, not by their id. */
export interface QuoteRecords {
  speaker: Pick<PersonDocument, 'name' | 'roles' | 'wikidataId'> | null;
  /** `storedAs` is made of the bytes. */
  file: { storedAs?: string | null } | null;
}

/**
 * What a verdict about a Quote is bound to. Marks, spaces and a last stop are the writer's; a character
 * that nobody sees is a change of the words.
 */
export function boundContent(quote: QuoteDocument, records: QuoteRecords): BoundContent {
  const { text, language, kind, speaker, attribution, speakerRole, occasion, evidence } = quote;
  const day = occasion?.date?.slice(0, 10);
  const held = !speakerRole?.trim() && day ? roleOnDay(records.speaker?.roles, day) : null;
  return {
    words: hashed(
      comparableWords(text ?? ''),
      hiddenCharacters(text ?? '')
        .map(({ code }) => code)
        .join(' '),
    ),
    language: hashed(language),
    kind: hashed(kind),
    speaker: hashed(idOf(speaker), records.speaker?.name, records.speaker?.wikidataId, attribution),
    role: hashed(speakerRole, held?.title, held?.organisation),
    // The same day in whatever form it is sent.
    occasion: hashed(occasion?.name, day, occasion?.place, occasion?.medium),
    evidence: hashed(
      evidence?.url,
      idOf(evidence?.file),
      records.file?.storedAs,
      evidence?.timecode,
      evidence?.passage,
    ),
  };
}

/** The parts that differ from what is stored beside a verdict; of one that has nothing stored, none. */
export function changedParts(stored: unknown, now: BoundContent): BoundPart[] {
  if (typeof stored !== 'object' || stored === null) return [];
  const old = stored as Partial<BoundContent>;
  return BOUND_PARTS.filter((part) => old[part] !== now[part]);
}

/** One hash over all parts, as an edition has it. */
export function hashOfBound(content: BoundContent): string {
  return canonicalHash(content);
}

/** No value and an empty one are the same. */
function hashed(...values: (string | null | undefined)[]): string {
  return canonicalHash(values.map((value) => value?.trim() ?? ''));
}
