import { cancelOrders } from './cancelOrders';
import { openOrders, orderInWords, pendingPublication } from './openOrders';
import {
  decideAction,
  loadForAction,
  type ActionResult,
  type ArticleActionCall,
} from '../workflow/performTransition';
import type { PublicationRow } from './PublicationRow';
import { recordAudit } from '../record/recordAudit';
import { repeatable } from '../transaction/repeatable';
import { runAction } from '../transaction/runAction';
import { scheduleResult } from './scheduleResult';

/**
 * Cancels an open order. The others of its group stay and still go out together.
 *
 * @param kind which order is meant where there is one to publish and one to withdraw; without it the
 *   earliest.
 * @throws Refusal as `performTransition` does; NOTHING_SCHEDULED 409.
 */
export function unschedulePublication({
  articleId,
  kind = null,
  reason = null,
  now,
  idempotencyKey = null,
  ...call
}: ArticleActionCall & {
  kind?: PublicationRow['kind'] | null;
  reason?: string | null;
}): Promise<ActionResult> {
  return runAction({
    name: 'unschedule',
    ...call,
    work: (req) =>
      repeatable({
        key: idempotencyKey,
        request: { action: 'unschedule', articleId, kind, reason },
        now,
        req,
        work: async () => {
          const workingCopy = await loadForAction({ articleId, now, req });
          const open = await openOrders(articleId, req);
          const order = open.find((candidate) => !kind || candidate.kind === kind);
          const publication = order ? pendingPublication(order) : null;
          const input = { reason };
          await decideAction({ action: 'unschedule', input, publication, workingCopy, now, req });
          if (!order)
            throw new RangeError('An order that is not there was allowed to be cancelled.');
          await cancelOrders({ orders: [order], reason: reason ?? 'Unscheduled.', req });
          await recordAudit(
            {
              action: 'unschedule',
              articleId,
              from: `${order.state}: ${orderInWords(order)}`,
              to: 'not scheduled',
              editionId: String(order.edition),
              reason,
              at: now,
            },
            req,
          );
          return scheduleResult({
            action: 'unschedule',
            article: workingCopy.article,
            order: { ...order, state: 'cancelled' },
          });
        },
      }),
  });
}
