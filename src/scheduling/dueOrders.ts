import type { Payload } from 'payload';

import type { OrderRow } from '../actions/schedule/OrderRow';
import { orderRows } from '../actions/schedule/orderRows';
import { signsOfLife } from './signsOfLife';

/** Enough for the workers to spread over; the rest comes with the next look. */
const LOOK_AHEAD = 12;

export type DueOrder = Pick<OrderRow, '_id' | 'state'>;

/** What a look sees of an order. */
type Seen = DueOrder & { owner?: string; inMs: number };

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
  const expired = claimed.filter(isDue);
  // A long transaction outlasts the lease: while its worker shows that it lives, it is left to it.
  const aliveForMs = expired.length > 0 ? await signsOfLife(payload) : () => 0;
  const abandoned = expired.filter((order) => aliveForMs(order) === 0);
  const due = [abandoned, pending.filter(isDue)].flatMap(shuffled);
  const waits = [
    ...[...claimed, ...pending].filter((order) => !isDue(order)).map(({ inMs }) => inMs),
    ...expired.map(aliveForMs).filter((leftMs) => leftMs > 0),
  ];
  return {
    due,
    nextInMs: waits.length > 0 ? Math.min(...waits) : null,
    leasesLeftMs: claimed.map(({ inMs }) => inMs),
  };

  function first(state: DueOrder['state']): Promise<Seen[]> {
    return orderRows(payload)
      .aggregate<Seen>([
        { $match: { state, wakeAt: { $gt: new Date(0) } } },
        { $sort: { wakeAt: 1 } },
        { $limit: LOOK_AHEAD },
        {
          $project: { state: 1, owner: '$lease.owner', inMs: { $subtract: ['$wakeAt', '$$NOW'] } },
        },
      ])
      .toArray();
  }
}

const isDue = ({ inMs }: Seen) => inMs <= 0;

/** So that workers that wake at the same moment do not all want the same order. */
function shuffled<T>(items: readonly T[]): T[] {
  return items
    .map((item) => ({ item, rank: Math.random() }))
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ item }) => item);
}
