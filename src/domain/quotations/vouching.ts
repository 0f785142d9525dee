import { changedParts, hashOfBound, type BoundContent } from './boundContent';

/** How somebody of the newsroom knows that words were said. */
export const VOUCHING_WAYS = [
  'own_interview',
  'present',
  'recording',
  'document',
  'agency',
  'publication',
  'translation',
] as const;
export type VouchingWay = (typeof VOUCHING_WAYS)[number];

/** Words that a generating tool wrote: nobody can have heard them, so they are verified or left out. */
export const GENERATED = 'generated';

/** What is asked along with a way, besides date and place. */
export const VOUCHING_DETAILS = ['source', 'url', 'translatedBy', 'translatedFrom'] as const;
export type VouchingDetail = (typeof VOUCHING_DETAILS)[number];

/** For each way what has to be said, and what may be. */
export const DETAILS_OF: Readonly<
  Record<VouchingWay, { needs: readonly VouchingDetail[]; takes: readonly VouchingDetail[] }>
> = {
  own_interview: { needs: [], takes: [] },
  present: { needs: [], takes: [] },
  recording: { needs: [], takes: ['source', 'url'] },
  document: { needs: ['source'], takes: ['url'] },
  agency: { needs: ['source'], takes: ['url'] },
  publication: { needs: ['source', 'url'], takes: [] },
  translation: { needs: ['translatedBy', 'translatedFrom'], takes: ['source', 'url'] },
};

/** What somebody says who vouches for a quotation. */
export interface Vouched {
  way: VouchingWay;
  /** The agency, the publication, the document. */
  source?: string | null;
  url?: string | null;
  /** ISO 8601 day. */
  date?: string | null;
  place?: string | null;
  translatedBy?: string | null;
  /** BCP 47 */
  translatedFrom?: string | null;
}

/** A vouching as it is stored with its Quote, and bound to the content of that like a verdict. */
export interface Vouching extends Partial<Omit<Vouched, 'way'>> {
  way?: string | null;
  by?: unknown;
  /** As they were called then: an edition keeps it, and users may be deleted. */
  byName?: string | null;
  at?: string | null;
  note?: string | null;
  bound?: unknown;
  hash?: string | null;
}

/** What is done about who answers for a Quote. */
export type VouchingStep =
  | { kind: 'vouch'; vouched: Vouched }
  | { kind: 'takeBack' }
  | { kind: 'generated' }
  | { kind: 'notGenerated' };

/** How much of a vouching readers are shown: nothing, the way with its details, or the name too. */
export const VOUCHING_SHOWN = ['off', 'way', 'name'] as const;
export type VouchingShown = (typeof VOUCHING_SHOWN)[number];

export function vouchingForReaders<V extends { byName: string | null }>(
  vouching: V | null,
  shown: VouchingShown,
): V | null {
  if (shown === 'off' || !vouching) return null;
  return shown === 'name' ? vouching : { ...vouching, byName: null };
}

const EMPTY = {
  way: null,
  source: null,
  url: null,
  date: null,
  place: null,
  translatedBy: null,
  translatedFrom: null,
  by: null,
  byName: null,
  at: null,
  note: null,
  bound: null,
  hash: null,
} as const;

/** What is missing or wrong in what somebody says, in words; null where it can be stored. */
export function vouchingFault(vouched: Vouched, today: string): string | null {
  const { needs, takes } = DETAILS_OF[vouched.way];
  if (needs.some((detail) => !vouched[detail]?.trim())) {
    return {
      own_interview: '',
      present: '',
      recording: '',
      document: 'Say which document it is.',
      agency: 'Say which agency it is.',
      publication: 'Say which publication it is, with the address where it can be read.',
      translation: 'Say who translated the words, and from which language.',
    }[vouched.way];
  }
  const stray = VOUCHING_DETAILS.some(
    (detail) => vouched[detail]?.trim() && !needs.includes(detail) && !takes.includes(detail),
  );
  if (stray) return 'This way to know words takes fewer details: leave the others away.';
  if (vouched.date && vouched.date.slice(0, 10) > today) return 'The date is in the future.';
  return null;
}

/** The vouching after a save: with anything else than what it was about, it is over. */
export function vouchingAfter({
  before,
  step,
  content,
  now,
}: {
  before: Vouching | null | undefined;
  step: VouchingStep | null;
  content: BoundContent;
  now: { by: unknown; byName: string | null; at: string };
}): Vouching {
  if (step?.kind === 'vouch') {
    return {
      ...EMPTY,
      ...trimmed(step.vouched),
      ...now,
      bound: content,
      hash: hashOfBound(content),
    };
  }
  if (step && step.kind !== 'notGenerated') return EMPTY;
  const changed = isVouched(before) ? changedParts(before.bound, content) : [];
  if (changed.length > 0) {
    return { ...EMPTY, note: `No longer vouched for: changed was the ${changed.join(', the ')}.` };
  }
  return { ...EMPTY, ...before };
}

export function isVouched<V extends Vouching>(vouching: V | null | undefined): vouching is V {
  return Boolean(vouching?.way && vouching.hash);
}

/** Who answers for a Quote: a fact-checker, somebody who vouches for it, or nobody. */
export function answeredBy(quote: {
  verification?: { status?: string | null } | null;
  vouching?: Vouching | null;
  origin?: string | null;
}): 'verified' | 'vouched' | null {
  if (quote.verification?.status === 'verified') return 'verified';
  return quote.origin !== GENERATED && isVouched(quote.vouching) ? 'vouched' : null;
}

function trimmed(vouched: Vouched): Vouched {
  return Object.fromEntries(
    Object.entries<string | null | undefined>({ ...vouched }).map(([name, value]) => [
      name,
      value?.trim() || null,
    ]),
  ) as unknown as Vouched;
}
