import type { PayloadRequest } from 'payload';

import type { ActionInput, InputOf } from '../../domain/workflow/ActionInput';
import type { ActionName } from '../../domain/workflow/actionTable';
import type { OpenOrder } from '../../domain/workflow/ArticleState';
import { findWorkingCopy } from '../load/findWorkingCopy';
import { recordAction } from '../record/recordAction';
import { sendNoticesSoon } from '../record/sendNotices';
import { orderVerbOf } from '../schedule/orderVerbs';
import type { ActionCall } from '../transaction/inTransaction';
import { repeatable } from '../transaction/repeatable';
import { runAction } from '../transaction/runAction';
import type { ActionResult } from './ActionResult';
import { changeArticle } from './changeArticle';
import { decideAction } from './decideAction';

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
  const orderVerb = orderVerbOf(step.action);
  if (orderVerb) return orderVerb(step);

  const workingCopy = await findWorkingCopy(step);
  const decision = await decideAction({ ...step, workingCopy });
  const done = await changeArticle({ ...step, workingCopy, decision });
  const { sequence } = await recordAction({ ...step, done });

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
