import { findWorkingCopy } from '../load/findWorkingCopy';
import { recordAudit } from '../record/recordAudit';
import type { ActionResult } from '../workflow/ActionResult';
import { decideAction } from '../workflow/decideAction';
import { cancelOrders } from './cancelOrders';
import { openOrders, orderInWords, openOrder } from './openOrders';
import type { OrderStep } from './orderVerbs';
import { scheduleResult } from './scheduleResult';

/**
 * Cancels an open order.
 *
 * @throws Refusal as `decideAction` does; NOTHING_SCHEDULED 409.
 */
export async function unscheduleOrder({
  articleId,
  input,
  now,
  req,
}: OrderStep): Promise<ActionResult> {
  const action = 'unschedule';
  const { kind = null, reason = null } = input;
  const workingCopy = await findWorkingCopy({ articleId, now, req });
  const open = await openOrders(articleId, req);
  const order = open.find((candidate) => !kind || candidate.kind === kind);
  const pinned = order ? openOrder(order) : null;
  await decideAction({ action, input: { reason }, openOrder: pinned, workingCopy, now, req });
  if (!order) throw new RangeError('An order that is not there was allowed to be cancelled.');
  await cancelOrders({ orders: [order], reason: reason ?? 'Unscheduled.', req });
  await recordAudit(
    {
      action,
      articleId,
      from: `${order.state}: ${orderInWords(order)}`,
      to: 'not scheduled',
      editionId: String(order.edition),
      reason,
      at: now,
    },
    req,
  );
  const { article } = workingCopy;
  return scheduleResult({ action, article, order: { ...order, state: 'cancelled' } });
}
