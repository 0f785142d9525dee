import type { Payload } from 'payload';

import type { LeaseHeld } from '../actions/schedule/fireOrder';
import type { OrderRow } from '../actions/schedule/OrderRow';
import { orderRows, whereMay } from '../actions/schedule/orderRows';
import { orderMoves } from '../domain/schedule/orderStates';
import type { DueOrder } from './dueOrders';

/** A row that a dead client's transaction holds locked must not keep a worker from the others. */
const LONGEST_WAIT_MS = 1_000;

/** MongoDB's MaxTimeMSExpired. */
const TIMED_OUT = 50;

/** A claimed order with the worker's hold on it. */
export interface ClaimedOrder {
  lease: LeaseHeld;
  order: OrderRow;
  /** Whether another worker had it and its lease ran out. */
  isTakenOver: boolean;
}

/**
 * Claims a due order by one conditional update: of all workers that try, one gets it. The lease runs
 * by the database's clock; its token is higher than any before. Null when somebody else was quicker or the order is not due any more.
 */
export async function claimOrder({
  payload,
  due,
  owner,
  leaseMs,
}: {
  payload: Payload;
  due: DueOrder;
  owner: string;
  leaseMs: number;
}): Promise<ClaimedOrder | null> {
  const isTakenOver = due.state === 'claimed';
  const until = { $add: ['$$NOW', leaseMs] };
  const order = await orderRows(payload)
    .findOneAndUpdate(
      {
        _id: due._id,
        ...whereMay('claim'),
        wakeAt: { $gt: new Date(0) },
        $expr: { $lte: ['$wakeAt', '$$NOW'] },
      },
      [
        {
          $set: {
            state: orderMoves.claim.to,
            lease: { owner, until, token: { $add: [{ $ifNull: ['$lease.token', 0] }, 1] } },
            wakeAt: until,
            attempts: { $add: [{ $ifNull: ['$attempts', 0] }, 1] },
          },
        },
        { $unset: 'lease.session' },
      ],
      { returnDocument: 'after', maxTimeMS: LONGEST_WAIT_MS },
    )
    .catch((error: unknown) => {
      if ((error as { code?: unknown }).code === TIMED_OUT) return null;
      throw error;
    });
  if (!order) return null;
  return { order, isTakenOver, lease: { id: order._id, owner, token: order.lease?.token ?? 0 } };
}
