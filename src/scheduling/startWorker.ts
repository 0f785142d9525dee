import { randomUUID } from 'node:crypto';

import type { Payload } from 'payload';

import { carryOutOrder } from './carryOutOrder';
import { claimOrder, type ClaimedOrder } from './claimOrder';
import { dueOrders } from './dueOrders';
import { endDeadTransactions } from './endDeadTransactions';
import { forgetWorker } from './signsOfLife';
import { watchOrders } from './watchOrders';

/** Long against the transaction of one article, short against what readers notice. */
const LEASE_MS = 2_000;

/** Finds what the change stream missed: one query each time. */
const SWEEP_MS = 5_000;

/** After a fault of the database, such as a change of primary. */
const FAULT_PAUSE_MS = 500;

/**
 * Others are at work on what is due, and go on with the next as soon as they are done: the rest only
 * looks in case that they need help, and looks of idle workers would slow down the busy one.
 */
const CONTENDED_PAUSE_MS = 50;

/**
 * All publications raise one counter, so two that are fired at once only make each other start anew.
 * This long a worker leaves the field to one that has just claimed an order; then it is slow or dead.
 */
const COURTESY_MS = 600;

/** What this worker has done since it started. */
export interface WorkerMetrics {
  fired: number;
  blocked: number;
  retried: number;
  /** Orders claimed from a worker whose lease ran out. */
  takenOver: number;
  /** Orders that were no longer this worker's when it came to fire them. */
  lost: number;
  faults: number;
  /** ms; the longest of all that it fired. */
  maxLatenessMs: number;
}

/**
 * Carries out scheduled publications until it is stopped; any number of workers may run on any nodes.
 * It sleeps until the next order is due, and is woken when orders are placed or moved.
 *
 * @param name stands in its leases before a part that no other start of any worker has, so that the
 *   leases of a worker that was killed are not taken for those of the one that follows it.
 * @param log takes one line for each thing that an operator should know.
 * @returns `stop`, which finishes the order in hand first, and `metrics`.
 */
export function startWorker({
  payload,
  log,
  name = 'worker',
  leaseMs = LEASE_MS,
  sweepMs = SWEEP_MS,
}: {
  payload: Payload;
  log: (line: string) => void;
  name?: string;
  leaseMs?: number;
  sweepMs?: number;
}): { stop: () => Promise<void>; metrics: () => WorkerMetrics } {
  const metrics: WorkerMetrics = {
    fired: 0,
    blocked: 0,
    retried: 0,
    takenOver: 0,
    lost: 0,
    faults: 0,
    maxLatenessMs: 0,
  };
  const owner = `${name} ${randomUUID()}`;
  const bell = makeBell();
  let isStopping = false;

  async function work(): Promise<void> {
    while (!isStopping) {
      bell.reset();
      const pauseMs = await look().catch((error: unknown) => {
        metrics.faults += 1;
        log(`Scheduling: the database did not answer as it should, trying again: ${String(error)}`);
        return FAULT_PAUSE_MS;
      });
      if (pauseMs > 0) await bell.wait(pauseMs);
    }
  }

  /** One look at what is due, and one order carried out if there is any; then how long to sleep, in ms. */
  async function look(): Promise<number> {
    const { due, nextInMs, leasesLeftMs } = await dueOrders(payload);
    if (due.length === 0) return Math.min(nextInMs ?? sweepMs, sweepMs);
    if (leasesLeftMs.some((leftMs) => leftMs > leaseMs - COURTESY_MS)) return CONTENDED_PAUSE_MS;
    if (due.some(({ state }) => state === 'claimed')) await endDeadTransactions(payload);
    for (const order of due) {
      const claimed = await claimOrder({ payload, due: order, owner, leaseMs });
      if (!claimed) continue;
      if (claimed.isTakenOver) metrics.takenOver += 1;
      await carryOut(claimed);
      return 0;
    }
    return CONTENDED_PAUSE_MS;
  }

  async function carryOut(claimed: ClaimedOrder): Promise<void> {
    const outcome = await carryOutOrder({ payload, claimed, leaseMs });
    const what = `${claimed.order.title} (${String(claimed.order._id)})`;
    switch (outcome.kind) {
      case 'fired':
        metrics.fired += outcome.latenessMs.length;
        metrics.maxLatenessMs = Math.max(metrics.maxLatenessMs, ...outcome.latenessMs);
        return;
      case 'blocked':
        metrics.blocked += outcome.orders;
        log(`Scheduling: BLOCKED ${what}: ${outcome.code}: ${outcome.reason}`);
        return;
      case 'retried':
        metrics.retried += 1;
        log(`Scheduling: ${what} is tried again in ${outcome.inMs} ms: ${outcome.reason}`);
        return;
      case 'lost':
        metrics.lost += 1;
    }
  }

  const watch = watchOrders({ payload, onChange: bell.ring });
  const done = work();
  return {
    stop: async () => {
      isStopping = true;
      bell.ring();
      await watch.stop();
      await done;
      await forgetWorker(payload, owner).catch(() => undefined);
    },
    metrics: () => ({ ...metrics }),
  };
}

/** A sleep that can be cut short; a ring before the sleep counts too. */
function makeBell() {
  let hasRung = false;
  let wake: (() => void) | null = null;
  return {
    reset: () => {
      hasRung = false;
    },
    ring: () => {
      hasRung = true;
      wake?.();
    },
    wait: (ms: number) =>
      new Promise<void>((resolve) => {
        if (hasRung) return resolve();
        const timer = setTimeout(done, ms);
        wake = done;
        function done() {
          clearTimeout(timer);
          wake = null;
          resolve();
        }
      }),
  };
}
