import { Router } from 'express';

/** A database that does not answer within this time is not one to send readers to. */
const PING_TIMEOUT_MS = 2_000;

export interface Readiness {
  /** Null while the process is still starting. */
  ping: (() => Promise<unknown>) | null;
}

/**
 * `GET /healthz`: the process answers. `GET /readyz`: it has started and its database answers now;
 * 503 with the reason otherwise.
 */
export function health(readiness: Readiness): Router {
  const router = Router();
  router.get('/healthz', (_req, res) => {
    res.set('cache-control', 'no-store').json({ status: 'ok', uptime: process.uptime() });
  });
  router.get('/readyz', async (_req, res) => {
    res.set('cache-control', 'no-store');
    if (!readiness.ping) {
      res.status(503).json({ status: 'starting' });
      return;
    }
    try {
      await within(PING_TIMEOUT_MS, readiness.ping());
      res.json({ status: 'ready', database: 'ok' });
    } catch (error) {
      res.status(503).json({
        status: 'unavailable',
        database: error instanceof Error ? error.message : 'no answer',
      });
    }
  });
  return router;
}

async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${ms} ms`)), ms);
  });
  try {
    return await Promise.race([work, timeout]);
  } finally {
    clearTimeout(timer);
  }
}
