import type { PayloadRequest } from 'payload';

import { orderMoves } from '../../domain/schedule/orderStates';
import { orderInWords } from './openOrders';
import type { OrderRow } from './OrderRow';
import { orderRows, whereMay } from './orderRows';
import { sessionOf } from '../transaction/sessionOf';

/**
 * Cancels orders inside the request's transaction; a worker that has one in its hands loses it, for
 * both write the same row. What is left of a group still goes out together.
 *
 * @returns the sentence for the history, null when there was nothing to cancel.
 */
export async function cancelOrders({
  orders,
  reason,
  req,
}: {
  orders: readonly OrderRow[];
  reason: string;
  req: PayloadRequest;
}): Promise<string | null> {
  if (orders.length === 0) return null;
  const rows = orderRows(req.payload);
  const session = await sessionOf(req);
  for (const { _id, group, wakeAt } of orders) {
    await rows.updateOne(
      { _id, ...whereMay('cancel') },
      {
        $set: { state: orderMoves.cancel.to, closedReason: reason },
        $unset: { openKey: '', wakeAt: '', 'lease.owner': '', 'lease.until': '' },
      },
      { session },
    );
    // Workers are woken by one row of a group only: another takes its place.
    if (!group || !wakeAt) continue;
    const next = await rows.findOne(
      { group, ...whereMay('fireAlong') },
      { session, sort: { _id: 1 } },
    );
    if (next) await rows.updateOne({ _id: next._id }, { $set: { wakeAt: next.at } }, { session });
  }
  return `Cancelled: ${orders.map(orderInWords).join('; ')}.`;
}
