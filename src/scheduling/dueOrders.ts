import type { Payload } from 'payload';

import type { PublicationRow } from '../actions/PublicationRow';
import { publicationRows } from '../actions/publicationRows';

/** Enough for the workers to spread over; the rest comes with the next look. */
const LOOK_AHEAD = 12;

export type DueOrder = Pick<PublicationRow, '_id' | 'state'>;

/**
 * The orders that a worker must see to now, and in how many ms the next one is due (null: none). Two
 * reads of one index, however many orders wait; by the database's clock, for this process's may be
 * wrong. Those whose holder let the lease run out come first: they may keep the others from going out.
 *
 * @returns also how many ms are left of each lease that somebody holds.
 */
export async function dueOrders(
  payload: Payload,
): Promise<{ due: DueOrder[]; nextInMs: number | null; leasesLeftMs: number[] }> {
  const [claimed, pending] = await Promise.all([first('claimed'), first('pending')]);
  const due = [claimed, pending].flatMap((orders) => shuffled(orders.filter(isDue)));
  const waits = [...claimed, ...pending].filter((order) => !isDue(order)).map(({ inMs }) => inMs);
  return {
    due,
    nextInMs: waits.length > 0 ? Math.min(...waits) : null,
    leasesLeftMs: claimed.map(({ inMs }) => inMs),
  };

  function first(state: DueOrder['state']): Promise<(DueOrder & { inMs: number })[]> {
    return publicationRows(payload)
      .aggregate<DueOrder & { inMs: number }>([
        { $match: { state, wakeAt: { $gt: new Date(0) } } },
        { $sort: { wakeAt: 1 } },
        { $limit: LOOK_AHEAD },
        { $project: { state: 1, inMs: { $subtract: ['$wakeAt', '$$NOW'] } } },
      ])
      .toArray();
  }
}

const isDue = ({ inMs }: { inMs: number }) => inMs <= 0;

/** So that workers that wake at the same moment do not all want the same order. */
function shuffled<T>(items: readonly T[]): T[] {
  return items
    .map((item) => ({ item, rank: Math.random() }))
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ item }) => item);
}
