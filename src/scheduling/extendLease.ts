import type { Payload } from 'payload';

import type { LeaseHeld } from '../actions/firePublication';
import { publicationRows } from '../actions/publicationRows';

/** Moves the end of a lease that is still held to this many ms from now, by the database's clock. */
export async function extendLease({
  payload,
  lease: { id, owner, token },
  leaseMs,
}: {
  payload: Payload;
  lease: LeaseHeld;
  leaseMs: number;
}): Promise<void> {
  const until = { $add: ['$$NOW', leaseMs] };
  await publicationRows(payload).updateOne(
    { _id: id, state: 'claimed', 'lease.owner': owner, 'lease.token': token },
    [{ $set: { 'lease.until': until, wakeAt: until } }],
  );
}
