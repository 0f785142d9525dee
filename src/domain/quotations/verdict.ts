import { comparableWords } from './comparableWords';
import { changedParts, hashOfBound, type BoundContent, type BoundPart } from './boundContent';

export const VERDICTS = ['unverified', 'verified', 'disputed'] as const;
export type VerdictStatus = (typeof VERDICTS)[number];

/** What a fact-checker found about a Quote, as it is stored with it. */
export interface Verdict {
  status?: string | null;
  by?: unknown;
  at?: string | null;
  note?: string | null;
  /** Every part of the content that it is about: see `boundContent`. */
  bound?: unknown;
  /** One hash over them. */
  hash?: string | null;
  /** Words under dispute, those of now or earlier ones that readers may still have. */
  disputedWords?: readonly string[] | null;
}

export interface NextVerdict {
  status: VerdictStatus;
  by: unknown;
  at: string | null;
  note: string | null;
  bound: BoundContent | null;
  hash: string | null;
  disputedWords: string[];
  /** What changed, where that ended a verdict. */
  ended: BoundPart[];
}

/**
 * The verdict after a save. It is about content: with anything else a verified Quote is unverified,
 * until somebody says again that it is right, be it in the same save. A dispute is about words: with
 * others it is over for them, comes back with them, and ends for good by a verdict alone.
 */
export function verdictAfter({
  before,
  sent,
  text,
  content,
  now,
}: {
  before: Verdict | null | undefined;
  /** What is sent along, where that may be a verdict: not of a version from the past. */
  sent: { status?: string | null; note?: string | null } | null;
  text: string | null | undefined;
  content: BoundContent;
  now: { by: unknown; at: string };
}): NextVerdict {
  const words = comparableWords(text ?? '');
  const old = statusOf(before?.status);
  const wanted = sent?.status ? statusOf(sent.status) : old;
  const disputedBefore = [...(before?.disputedWords ?? [])];
  const note = sent && 'note' in sent ? (sent.note ?? null) : (before?.note ?? null);
  if (wanted !== old) {
    const others = disputedBefore.filter((each) => each !== words);
    return {
      ...(wanted === 'unverified' ? nobody : { ...now, ...boundTo(content) }),
      status: wanted,
      note,
      disputedWords: wanted === 'disputed' ? [...others, words] : others,
      ended: [],
    };
  }
  const changed = old === 'unverified' ? [] : changedParts(before?.bound, content);
  const isOver = old === 'verified' ? changed.length > 0 : changed.includes('words');
  const left = isOver ? 'unverified' : old;
  const isDisputed = disputedBefore.includes(words);
  const status = isDisputed ? 'disputed' : left;
  return {
    ...(status === 'unverified'
      ? nobody
      : status === old
        ? { by: before?.by ?? null, at: before?.at ?? null }
        : { by: null, at: now.at }),
    ...(status === 'unverified' ? { bound: null, hash: null } : boundTo(content)),
    status,
    note:
      isOver && old === 'verified'
        ? `No longer verified: changed was the ${changed.join(', the ')}.`
        : note,
    disputedWords: disputedBefore,
    ended: isOver ? changed : [],
  };
}

/** Whether these words are under dispute. */
export function isDisputed(
  text: string | null | undefined,
  disputedWords: readonly string[] | null | undefined,
): boolean {
  return disputedWords?.includes(comparableWords(text ?? '')) ?? false;
}

/** What readers are told of a verdict that was frozen, now that these words are under dispute or not. */
export function statusForReaders(
  frozen: { status?: string | null; text: string | null | undefined },
  disputedWords: readonly string[] | null | undefined,
): VerdictStatus {
  if (isDisputed(frozen.text, disputedWords)) return 'disputed';
  const status = statusOf(frozen.status);
  return status === 'disputed' ? 'unverified' : status;
}

const nobody = { by: null, at: null, bound: null, hash: null } as const;

function boundTo(content: BoundContent) {
  return { bound: content, hash: hashOfBound(content) };
}

function statusOf(status: string | null | undefined): VerdictStatus {
  return VERDICTS.find((each) => each === status) ?? 'unverified';
}
