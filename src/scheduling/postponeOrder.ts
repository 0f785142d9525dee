import type { Payload } from 'payload';

import type { LeaseHeld } from '../actions/schedule/firePublication';
import { LEASE_END } from '../actions/schedule/PublicationRow';
import { publicationRows } from '../actions/schedule/publicationRows';

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
  await publicationRows(payload).updateOne(
    { _id: id, state: 'claimed', 'lease.owner': owner, 'lease.token': token },
    [{ $set: { state: 'pending', wakeAt: { $add: ['$$NOW', inMs] } } }, { $unset: [...LEASE_END] }],
  );
}
