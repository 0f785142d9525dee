import type { Payload } from 'payload';

import { blockOrder } from '../actions/schedule/blockOrder';
import { fireOrder } from '../actions/schedule/fireOrder';
import { Refusal } from '../actions/Refusal';
import { retryAfter } from '../domain/schedule/retryAfter';
import type { ClaimedOrder } from './claimOrder';
import { endDeadTransactions } from './endDeadTransactions';
import { postponeOrder } from './postponeOrder';
import { showAlive } from './signsOfLife';

/** Refusals that say nothing about the article: others were writing, or a clock was set back. */
const PASSING = ['CONFLICT', 'NOT_DUE'];

export type Outcome =
  | { kind: 'fired'; latenessMs: number[] }
  | { kind: 'blocked'; orders: number; code: string; reason: string }
  | { kind: 'retried'; inMs: number; reason: string }
  | { kind: 'lost' };

/**
 * Fires a claimed order, showing signs of life meanwhile. A guard that refuses blocks the order; any other
 * fault is taken for a passing one and tried again, so often at most as `retryAfter` allows.
 */
export async function carryOutOrder({
  payload,
  claimed: { lease, order },
  leaseMs,
}: {
  payload: Payload;
  claimed: ClaimedOrder;
  leaseMs: number;
}): Promise<Outcome> {
  const heartbeat = setInterval(() => {
    // When this fails the others take over, which is what leases are for.
    showAlive({ payload, lease, leaseMs }).catch(() => undefined);
    // Firing takes this long only when something stands in the way: perhaps a dead worker's locks.
    endDeadTransactions(payload).catch(() => undefined);
  }, leaseMs / 3);
  try {
    const fired = await fireOrder({ payload, lease });
    return { kind: 'fired', latenessMs: fired.map(({ latenessMs }) => latenessMs) };
  } catch (error) {
    if (error instanceof Refusal && error.code === 'LEASE_LOST') return { kind: 'lost' };
    const isPassing = !(error instanceof Refusal) || PASSING.includes(error.code);
    const reason = error instanceof Error ? error.message : String(error);
    const inMs = isPassing ? retryAfter(order.attempts ?? 1) : null;
    if (inMs !== null) {
      await postponeOrder({ payload, lease, inMs });
      return { kind: 'retried', inMs, reason };
    }
    const code = isPassing || !(error instanceof Refusal) ? 'FAILED_TOO_OFTEN' : error.code;
    const blocked = await blockOrder({ payload, lease, code, reason });
    if (blocked.length === 0) return { kind: 'lost' };
    return { kind: 'blocked', orders: blocked.length, code, reason };
  } finally {
    clearInterval(heartbeat);
  }
}
