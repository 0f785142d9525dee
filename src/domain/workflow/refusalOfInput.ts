import { CHANGE_KINDS } from './ArticleState';
import type { Refusal, TransitionRequest } from './decideTransition';
import type { InputName, Transition } from './transitions';

/** What is missing or wrong in what the person gave along; null when all is there. */
export function refusalOfInput(row: Transition, request: TransitionRequest): Refusal | null {
  const { article, edition } = request;
  const isSchedule = row.action === 'schedule';
  const needs: InputName[] = [...row.needs];
  if (isSchedule && request.kind === 'withdraw') needs.push('reason', 'notice');
  for (const need of needs) {
    if (!request[need]?.trim()) return { ok: false, ...missingInput[need] };
  }

  if (needs.includes('at')) {
    const refused = refusalOfTime(request);
    if (refused) return refused;
  }
  if (needs.includes('contentHash') && request.contentHash !== article.contentHash)
    return {
      ok: false,
      code: 'CONTENT_CHANGED',
      message: 'The article has changed since you opened it: read the changes, then approve.',
    };

  const publishes =
    row.to.publicationState === 'live' || (isSchedule && request.kind !== 'withdraw');
  if (!publishes) return null;
  const isRollBack = row.action === 'rollBack';
  if (!isRollBack && edition && edition !== article.approvedEdition)
    return {
      ok: false,
      code: 'EDITION_NOT_APPROVED',
      message: 'Another edition has been approved since: look at it, then publish that one.',
    };
  if (article.publicationState !== 'live') return null;
  const shown = isRollBack ? edition : article.approvedEdition;
  if (shown === article.liveEdition)
    return { ok: false, code: 'ALREADY_LIVE', message: 'This edition is live already.' };
  const { change } = request;
  if (!change?.note?.trim() || !CHANGE_KINDS.includes(change.kind))
    return {
      ok: false,
      code: 'CHANGE_KIND_REQUIRED',
      message:
        'This changes a live text: say whether it is a correction, a clarification or an update, with a note for readers, or a minor change, with the reason.',
    };
  return null;
}

function refusalOfTime({ action, article, at, kind, now }: TransitionRequest): Refusal | null {
  const instant = Date.parse(at ?? '');
  // Written so that a time that cannot be read is refused.
  if (!(instant > Date.parse(now)))
    return {
      ok: false,
      code: 'TIME_NOT_IN_FUTURE',
      message: 'This time is past or cannot be read: choose a time to come.',
    };
  const scheduled = action === 'reschedule' ? article.pendingPublication?.kind : kind;
  if (scheduled === 'withdraw' || !article.embargoUntil) return null;
  if (!(instant >= Date.parse(article.embargoUntil)))
    return {
      ok: false,
      code: 'TIME_BEFORE_EMBARGO',
      message: `This article is under embargo until ${article.embargoUntil}: choose that time or a later one.`,
    };
  return null;
}

const missingInput = {
  reason: { code: 'REASON_REQUIRED', message: 'Give the reason: the history keeps it.' },
  note: { code: 'NOTE_REQUIRED', message: 'Tell the writer what to change.' },
  notice: {
    code: 'NOTICE_REQUIRED',
    message: 'Write the notice that readers find in place of the article.',
  },
  at: { code: 'TIME_REQUIRED', message: 'Choose a time.' },
  edition: { code: 'EDITION_REQUIRED', message: 'Choose the edition to go back to.' },
  contentHash: {
    code: 'CONTENT_HASH_REQUIRED',
    message: 'Send the content hash of the text that was read, so that only that is approved.',
  },
} as const satisfies Record<InputName, { code: string; message: string }>;
