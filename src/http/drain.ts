import type { Server } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';

const LOOK_EVERY_MS = 50;

/**
 * Lets the requests that are under way finish, takes no new ones, and cuts off what is left when
 * `maxMs` are over. Kept-alive connections end as soon as they have nothing to answer.
 */
export async function drain(server: Server, { maxMs }: { maxMs: number }): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  let isOver = false;
  const patience = async () => {
    for (const end = Date.now() + maxMs; Date.now() < end && !isOver;) {
      server.closeIdleConnections();
      await pause(LOOK_EVERY_MS);
    }
    server.closeAllConnections();
  };
  await Promise.race([closed.then(() => (isOver = true)), patience()]);
  await closed;
}
