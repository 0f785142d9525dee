import type { PayloadRequest } from 'payload';

import type { ActionInput, InputOf } from '../../domain/workflow/ActionInput';
import { actionRow, type ActionName } from '../../domain/workflow/actionTable';
import type { OpenOrder } from '../../domain/workflow/ArticleState';
import { findWorkingCopy } from '../load/findWorkingCopy';
import { recordAction } from '../record/recordAction';
import { sendNoticesSoon } from '../record/sendNotices';
import { orderVerbOf } from '../schedule/orderVerbs';
import type { ActionCall } from '../transaction/inTransaction';
import { meetOnArticle } from '../transaction/meetOnArticle';
import { repeatable } from '../transaction/repeatable';
import { runAction } from '../transaction/runAction';
import type { ActionResult } from './ActionResult';
import { changeArticle } from './changeArticle';
import { decideAction } from './decideAction';
import { withApprovedChange } from './withApprovedChange';

/** What every action on an article is called with. */
export interface ArticleActionCall extends ActionCall {
  articleId: string;
  now: Date;
  /** Repeating a call with the same key answers as the first time and does nothing again. */
  idempotencyKey?: string | null;
}

/**
 * Takes a named action on an article, as one transaction: all of it happens or nothing.
 *
 * @throws Refusal with the domain's code and its HTTP status; CONTENT_CHANGED carries the new hash
 *   and what differs from the last edition, and CONTENT_NOT_READY all issues.
 */
export async function performAction<A extends ActionName>({
  action,
  input,
  articleId,
  now,
  idempotencyKey = null,
  ...call
}: ArticleActionCall & { action: A; input: InputOf<A> }): Promise<ActionResult> {
  const result = await runAction({
    name: action,
    ...call,
    work: (req) =>
      repeatable({
        key: idempotencyKey,
        request: { action, articleId, input },
        now,
        req,
        work: () => takeAction({ action, input, articleId, now, req }),
      }),
  });
  sendNoticesSoon(call.payload);
  return result;
}

/** The four steps of every action, inside a transaction that is under way. */
export async function takeAction(step: {
  action: ActionName;
  input: ActionInput;
  articleId: string;
  /** The order that the clock fires. */
  openOrder?: OpenOrder;
  now: Date;
  req: PayloadRequest;
}): Promise<ActionResult> {
  await meetOnArticle(step.articleId, step.req);
  const orderVerb = orderVerbOf(step.action);
  if (orderVerb) return orderVerb(step);

  const parts = (actionRow(step.action).composedOf ?? []) as readonly ActionName[];
  if (parts.length > 0) return takeTogether(parts, step);

  const workingCopy = await findWorkingCopy(step);
  const input = await withApprovedChange({ ...step, article: workingCopy.article });
  const decision = await decideAction({ ...step, input, workingCopy });
  const done = await changeArticle({ ...step, input, workingCopy, decision });
  const { sequence } = await recordAction({ ...step, input, done });

  const { stage, publicationState, onHold } = decision.to;
  const { id, number, hash } = done.frozen ?? done.shown ?? {};
  return {
    action: step.action,
    articleId: step.articleId,
    stage,
    publicationState,
    onHold,
    edition: id ? { id, number: number ?? 0, hash: hash ?? '' } : null,
    sequence,
  };
}

/** Each part decides for itself on what the one before it left; what stops one stops all. */
async function takeTogether(
  parts: readonly ActionName[],
  step: Parameters<typeof takeAction>[0],
): Promise<ActionResult> {
  const row = actionRow(step.action);
  const workingCopy = await findWorkingCopy(step);
  await decideAction({ ...step, workingCopy });
  let result: ActionResult | null = null;
  for (const action of parts) result = await takeAction({ ...step, action });
  if (!result) throw new RangeError(`“${row.name}” is made of no actions.`);
  return { ...result, action: step.action };
}
