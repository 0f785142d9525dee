import type { Payload } from 'payload';

import type { LeaseHeld } from '../actions/schedule/fireOrder';
import { LEASE_END } from '../actions/schedule/OrderRow';
import { orderRows, whereMay } from '../actions/schedule/orderRows';
import { orderMoves } from '../domain/schedule/orderStates';

/** Gives an order back, for any worker to try again in this many ms by the database's clock. */
export async function postponeOrder({
  payload,
  lease: { id, owner, token },
  inMs,
}: {
  payload: Payload;
  lease: LeaseHeld;
  inMs: number;
}): Promise<void> {
  await orderRows(payload).updateOne(
    { _id: id, ...whereMay('giveBack'), 'lease.owner': owner, 'lease.token': token },
    [
      { $set: { state: orderMoves.giveBack.to, wakeAt: { $add: ['$$NOW', inMs] } } },
      { $unset: [...LEASE_END] },
    ],
  );
}
