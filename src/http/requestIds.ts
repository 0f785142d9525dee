import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';

import type { RequestHandler } from 'express';

/** What proxies send; anything else could smuggle text into the log. */
const ACCEPTED = /^[\w.:-]{1,100}$/;

const running = new AsyncLocalStorage<string>();

/**
 * Names each request, so that an answer and what was logged for it can be brought together: the id
 * that a proxy gave in `X-Request-Id`, or a new one, is in the answer and in every line of the log.
 */
export const nameRequest: RequestHandler = (req, res, next) => {
  const given = req.get('x-request-id');
  const id = given !== undefined && ACCEPTED.test(given) ? given : randomUUID();
  res.set('x-request-id', id);
  running.run(id, next);
};

/** For every line of the log: the id of the request it is written for, if it is for one. */
export function requestInLog(): { requestId?: string } {
  const requestId = running.getStore();
  return requestId === undefined ? {} : { requestId };
}
