import type { Payload } from 'payload';

import { orderRows } from '../actions/schedule/orderRows';
import { signsOfLife } from './signsOfLife';

/**
 * Rolls back what workers were doing whose lease ran out and who show no sign of life. MongoDB keeps the transaction of a killed
 * process open for a minute or more, with its locks on the order and on the counter of events, and no
 * publication could go out meanwhile.
 */
export async function endDeadTransactions(payload: Payload): Promise<void> {
  const expired = await orderRows(payload)
    .find({
      state: 'claimed',
      wakeAt: { $gt: new Date(0) },
      'lease.session': { $exists: true },
      $expr: { $lte: ['$lease.until', '$$NOW'] },
    })
    .toArray();
  if (expired.length === 0) return;
  const aliveForMs = await signsOfLife(payload);
  const dead = expired.filter(({ _id, lease }) => aliveForMs({ _id, owner: lease?.owner }) === 0);
  if (dead.length === 0) return;
  const sessions = dead.map(({ lease }) => lease?.session);
  await payload.db.connection.db?.admin().command({ killSessions: sessions });
}
