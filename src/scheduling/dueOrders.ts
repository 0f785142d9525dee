import type { Payload } from 'payload';

import type { PublicationRow } from '../actions/PublicationRow';
import { publicationRows } from '../actions/publicationRows';

/** Enough for the workers to spread over; the rest comes with the next look. */
const LOOK_AHEAD = 12;

export type DueOrder = Pick<PublicationRow, '_id' | 'state' | 'lease'>;

/**
 * The orders that a worker must see to now, and in how many ms the next one is due (null: none). One
 * query on one index, however many orders wait; by the database's clock, for this process's may be
 * wrong.
 */
export async function dueOrders(
  payload: Payload,
): Promise<{ due: DueOrder[]; nextInMs: number | null }> {
  const orders = await publicationRows(payload)
    .aggregate<DueOrder & { inMs: number }>([
      { $match: { wakeAt: { $gt: new Date(0) } } },
      { $sort: { wakeAt: 1 } },
      { $limit: LOOK_AHEAD },
      { $project: { state: 1, lease: 1, inMs: { $subtract: ['$wakeAt', '$$NOW'] } } },
    ])
    .toArray();
  return {
    due: orders.filter(({ inMs }) => inMs <= 0),
    nextInMs: orders.find(({ inMs }) => inMs > 0)?.inMs ?? null,
  };
}
