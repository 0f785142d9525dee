import type { Payload } from 'payload';

import { latenessOf, type OrderFigures } from '../../domain/schedule/orderFigures';
import type { OrderRow } from './OrderRow';
import { orderRows } from './orderRows';

/** A day of a very busy newsroom; the newest of more. */
const MAX_SAMPLE = 20_000;

const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * How the orders stand now, read from the database alone: the same from every process. This is what
 * to read for monitoring (any role, any port); `orderFigures` writes it for Prometheus, and a
 * reader that wants its own names takes the numbers from here.
 */
export async function measureOrders(payload: Payload): Promise<OrderFigures> {
  const rows = orderRows(payload);
  const count = (state: OrderRow['state']) => rows.countDocuments({ state });
  const [pending, claimed, blocked, [due], fired] = await Promise.all([
    count('pending'),
    count('claimed'),
    count('blocked'),
    rows
      .aggregate<{ overdue: number; longest: number }>([
        { $match: { state: 'pending', $expr: { $lte: ['$at', '$$NOW'] } } },
        {
          $group: {
            _id: null,
            overdue: { $sum: 1 },
            longest: { $max: { $subtract: ['$$NOW', '$at'] } },
          },
        },
      ])
      .toArray(),
    rows
      .aggregate<{ latenessMs: number }>([
        {
          $match: {
            firedAt: { $type: 'date' },
            $expr: { $gte: ['$firedAt', { $subtract: ['$$NOW', DAY_MS] }] },
          },
        },
        { $sort: { firedAt: -1 } },
        { $limit: MAX_SAMPLE },
        { $project: { _id: 0, latenessMs: 1 } },
      ])
      .toArray(),
  ]);
  return {
    pending,
    overdue: due?.overdue ?? 0,
    longestOverdueMs: due?.longest ?? 0,
    claimed,
    blocked,
    fired: fired.length,
    lateness: latenessOf(fired.map(({ latenessMs }) => latenessMs)),
  };
}
