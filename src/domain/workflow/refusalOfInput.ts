import { isLiveChange } from './ArticleState';
import type { NeededInput } from './ActionDefinition';
import type { ActionRow } from './actionTable';
import type { TransitionRequest } from './decideTransition';
import { refuse, type Refusal } from './refuse';

/** What is missing or wrong in what the person gave along; null when all is there. */
export function refusalOfInput(row: ActionRow, request: TransitionRequest): Refusal | null {
  const isWithdrawal = row.name === 'schedule' && request.kind === 'withdraw';
  const needs = isWithdrawal ? [...row.needs, 'reason' as const, 'notice' as const] : row.needs;
  const missing = needs.find((need) => !request[need]?.trim());
  if (missing) return refuse(...missingInput[missing]);
  if (needs.includes('contentHash') && request.contentHash !== request.article.contentHash)
    return refuse(
      'CONTENT_CHANGED',
      'The article has changed since you opened it: read the changes, then approve.',
    );
  if (row.takes.includes('change') && asksForNote(request)) return refuse(...noteMissing);
  const hasTime = needs.includes('at') || row.publishes === 'later';
  return (
    (hasTime ? refusalOfTime(request) : null) ??
    (row.publishes && !row.composedOf && !isWithdrawal ? refusalOfEdition(row, request) : null)
  );
}

function refusalOfTime({ action, article, at, kind, now }: TransitionRequest): Refusal | null {
  const instant = Date.parse(at ?? '');
  // Both comparisons are written so that a time that cannot be read is refused.
  if (!(instant > Date.parse(now)))
    return refuse(
      'TIME_NOT_IN_FUTURE',
      'This time is past or cannot be read: choose a time to come.',
    );
  const scheduled = action === 'reschedule' ? article.openOrder?.kind : kind;
  if (scheduled === 'withdraw' || !article.embargoUntil) return null;
  if (!(instant >= Date.parse(article.embargoUntil)))
    return refuse(
      'TIME_BEFORE_EMBARGO',
      `This article is under embargo until ${article.embargoUntil}: choose that time or a later one.`,
    );
  return null;
}

function refusalOfEdition(
  row: ActionRow,
  { article, edition, change }: TransitionRequest,
): Refusal | null {
  const isRollBack = row.name === 'rollBack';
  if (!isRollBack && edition && edition !== article.approvedEdition)
    return refuse(
      'EDITION_NOT_APPROVED',
      'Another edition has been approved since: look at it, then publish that one.',
    );
  if (article.publicationState !== 'live') return null;
  if ((isRollBack ? edition : article.approvedEdition) === article.liveEdition)
    return refuse('ALREADY_LIVE', 'This edition is live already.');
  if (isLiveChange(change)) return null;
  return refuse(
    ...(isRollBack || article.noteOfApproved === 'late' ? noteMissing : noteNotApproved),
  );
}

/** A step that takes the note, of a text that has none yet. */
function asksForNote({ issues = [], change }: TransitionRequest): boolean {
  return issues.some(({ answeredBy }) => answeredBy === 'change') && !isLiveChange(change);
}

/** A note that nobody approved does not go out with what was approved. */
export const noteNotApproved: Parameters<typeof refuse> = [
  'CHANGE_KIND_REQUIRED',
  'This edition changes a live text and was approved without saying how: write in the story what kind of change it is, and have it approved again.',
];

const noteMissing: Parameters<typeof refuse> = [
  'CHANGE_KIND_REQUIRED',
  'This changes a live text: say whether it is a correction, a clarification or an update, with a note for readers, or a minor change, with the reason.',
];

const missingInput: Record<NeededInput, Parameters<typeof refuse>> = {
  reason: ['REASON_REQUIRED', 'Give the reason: the history keeps it.'],
  note: ['NOTE_REQUIRED', 'Tell the writer what to change.'],
  notice: ['NOTICE_REQUIRED', 'Write the notice that readers find in place of the article.'],
  at: ['TIME_REQUIRED', 'Choose a time.'],
  edition: ['EDITION_REQUIRED', 'Choose the edition to go back to.'],
  contentHash: [
    'CONTENT_HASH_REQUIRED',
    'Send the content hash of the text that was read, so that only that is approved.',
  ],
};
