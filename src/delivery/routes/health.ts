import { Router } from 'express';

import type { DeliveryStatus } from '../openDelivery';
import { within } from '../within';

/** A database that does not answer within this time is not one to send readers to. */
const PING_TIMEOUT_MS = 2_000;

export interface Readiness {
  /** Null while the process is still starting. */
  ping: (() => Promise<unknown>) | null;
  /** Set when the process is about to end: whoever balances load sends nobody here any more. */
  isStopping: boolean;
  /** How far the delivery API has followed what changed; absent where there is none. */
  delivery?: () => DeliveryStatus;
}

/**
 * `GET /healthz`: the process answers. `GET /readyz`: it has started and its database answers now;
 * 503 with the reason otherwise. A delivery node that no longer hears of changes goes
 * on serving what it has and says `stale` here, so that a balancer can prefer others.
 */
export function health(readiness: Readiness): Router {
  const router = Router();
  router.get('/healthz', (_req, res) => {
    res.set('cache-control', 'no-store').json({ status: 'ok', uptime: process.uptime() });
  });
  router.get('/readyz', async (_req, res) => {
    res.set('cache-control', 'no-store');
    if (readiness.isStopping || !readiness.ping) {
      res.status(503).json({ status: readiness.isStopping ? 'stopping' : 'starting' });
      return;
    }
    const delivery = readiness.delivery?.();
    try {
      await within(PING_TIMEOUT_MS, readiness.ping());
      const isReady = delivery === undefined || delivery.state === 'following';
      res.status(isReady ? 200 : 503).json({
        status: isReady ? 'ready' : (delivery?.state ?? 'starting'),
        database: 'ok',
        delivery,
      });
    } catch (error) {
      res.status(503).json({
        status: delivery?.state === 'stale' ? 'stale' : 'unavailable',
        database: error instanceof Error ? error.message : 'no answer',
        delivery,
      });
    }
  });
  return router;
}
