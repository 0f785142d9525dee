import { z } from 'zod';

import { approveArticle } from '../../actions/approveArticle';
import { holdArticle } from '../../actions/holdArticle';
import { overrideApproval } from '../../actions/overrideApproval';
import type { ActionResult, ArticleActionCall } from '../../actions/workflow/performTransition';
import { publishEdition } from '../../actions/publishEdition';
import { Refusal } from '../../actions/Refusal';
import { releaseArticle } from '../../actions/releaseArticle';
import { requestChanges } from '../../actions/requestChanges';
import { replaceScheduledEdition } from '../../actions/schedule/replaceScheduledEdition';
import { reschedulePublication } from '../../actions/schedule/reschedulePublication';
import { rollBackEdition } from '../../actions/rollBackEdition';
import { schedulePublication } from '../../actions/schedule/schedulePublication';
import { spikeArticle } from '../../actions/spikeArticle';
import { submitForReview } from '../../actions/submitForReview';
import { unschedulePublication } from '../../actions/schedule/unschedulePublication';
import { unspikeArticle } from '../../actions/unspikeArticle';
import { withdrawArticle } from '../../actions/withdrawArticle';
import { CHANGE_KINDS } from '../../domain/workflow/ArticleState';
import { checkInput } from './checkInput';

/** Longer than any reason or notice; a whole article pasted in by mistake is refused. */
const MAX_TEXT = 5_000;

const text = z.string().max(MAX_TEXT).nullish();

const inputSchema = z
  .object({
    contentHash: text,
    reason: text,
    note: text,
    notice: text,
    edition: text,
    change: z.object({ kind: z.enum(CHANGE_KINDS), note: z.string().max(MAX_TEXT) }).nullish(),
    kind: z.enum(['publish', 'withdraw']).nullish(),
    wallTime: text,
    zone: text,
    overlap: z.enum(['earlier', 'later']).nullish(),
  })
  .strict();

type Input = z.infer<typeof inputSchema>;

/** An empty string is answered by the domain with the sentence that says what is missing. */
const given = (value: string | null | undefined): string => value ?? '';

const timeOf = ({ wallTime, zone, overlap }: Pick<Input, 'wallTime' | 'zone' | 'overlap'>) => ({
  wallTime: given(wallTime),
  zone: given(zone),
  overlap: overlap ?? null,
});

/** The actions that people take on an article, by the names that the APIs call them. */
export const actionVerbs: Record<
  string,
  (call: ArticleActionCall, input: Input) => Promise<ActionResult>
> = {
  submit: (call) => submitForReview(call),
  requestChanges: (call, { note }) => requestChanges({ ...call, note: given(note) }),
  approve: (call, { contentHash }) => approveArticle({ ...call, contentHash: given(contentHash) }),
  override: (call, { contentHash, reason }) =>
    overrideApproval({ ...call, contentHash: given(contentHash), reason: given(reason) }),
  publish: (call, { edition, change }) => publishEdition({ ...call, edition, change }),
  rollBack: (call, { edition, change }) =>
    rollBackEdition({ ...call, edition: given(edition), change }),
  schedule: (call, { kind, edition, change, reason, notice, ...time }) =>
    schedulePublication({
      ...call,
      ...timeOf(time),
      kind: kind ?? 'publish',
      edition,
      change,
      reason,
      notice,
    }),
  reschedule: (call, { kind, ...time }) =>
    reschedulePublication({ ...call, ...timeOf(time), kind }),
  replaceEdition: (call, { edition, change }) =>
    replaceScheduledEdition({ ...call, edition, change }),
  unschedule: (call, { kind, reason }) => unschedulePublication({ ...call, kind, reason }),
  withdraw: (call, { reason, notice }) =>
    withdrawArticle({ ...call, reason: given(reason), notice: given(notice) }),
  spike: (call, { reason }) => spikeArticle({ ...call, reason: given(reason) }),
  unspike: (call, { reason }) => unspikeArticle({ ...call, reason: given(reason) }),
  hold: (call, { reason }) => holdArticle({ ...call, reason: given(reason) }),
  release: (call, { reason }) => releaseArticle({ ...call, reason: given(reason) }),
};

/**
 * Runs an action by name on what a client sent.
 *
 * @throws Refusal UNKNOWN_ACTION 404, INPUT_INVALID 400 naming each field, and what actions throw.
 */
export function runVerb(name: string, call: ArticleActionCall, input: unknown) {
  const verb = Object.hasOwn(actionVerbs, name) ? actionVerbs[name] : undefined;
  if (!verb) {
    throw new Refusal({
      code: 'UNKNOWN_ACTION',
      status: 404,
      message: `There is no action “${name}”. There are: ${Object.keys(actionVerbs).join(', ')}.`,
    });
  }
  return verb(call, checkInput(inputSchema, input, `The input of “${name}” is not usable.`));
}
