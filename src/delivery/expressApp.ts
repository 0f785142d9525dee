import express, { type ErrorRequestHandler, type Express } from 'express';

import { errorAnswer } from './cache/jsonAnswer';
import type { ByteCache } from './cache/byteCache';
import { COMMON_HEADERS } from './cache/encodeAnswer';
import { mountRoutes } from './routes/mountRoutes';
import { send } from './routes/send';
import type { DeliveryContext, Route } from './routes/Route';

/** The Express side of the API: what is not in memory, and everything that is refused. */
export function expressApp({
  routes,
  cache,
  context,
  onError,
}: {
  routes: readonly Route[];
  cache: ByteCache;
  context: DeliveryContext;
  onError: (error: unknown) => void;
}): Express {
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  // Repeated parameters become arrays, which no schema takes; nested ones do not exist.
  app.set('query parser', 'simple');
  app.use((req, res, next) => {
    if (req.method === 'GET' || req.method === 'HEAD') return next();
    res.set({ ...COMMON_HEADERS, allow: 'GET, HEAD' });
    if (req.method === 'OPTIONS') {
      res.set({
        'access-control-allow-headers': 'if-none-match, last-event-id, standfirst-sequence',
        'access-control-max-age': '86400',
      });
      return res.status(204).end();
    }
    const answer = errorAnswer({
      status: 405,
      code: 'METHOD_NOT_ALLOWED',
      message: 'This API is for reading: use GET.',
    });
    return send({ req, res, answer, context });
  });
  mountRoutes({ app, routes, cache, context });
  app.use((req, res) =>
    send({
      req,
      res,
      answer: errorAnswer({
        status: 404,
        code: 'NOT_FOUND',
        message: 'There is no such address.',
      }),
      context,
    }),
  );
  const answerErrors: ErrorRequestHandler = (error: unknown, req, res, _next) => {
    if (res.headersSent) {
      res.destroy();
      return;
    }
    const answer = answerOfError(error);
    if (answer.status === 500) onError(error);
    send({ req, res, answer, context }).catch(onError);
  };
  app.use(answerErrors);
  return app;
}

function answerOfError(error: unknown) {
  const { status, code, name } = error as { status?: unknown; code?: unknown; name?: unknown };
  if (typeof status === 'number' && status >= 400 && status < 500) {
    return errorAnswer({ status, code: 'BAD_REQUEST', message: 'The address is malformed.' });
  }
  // MaxTimeMSExpired; IndexNotFound, while a new database gets its indexes; no server to ask.
  if (
    code === 50 ||
    code === 27 ||
    /TooSlow|ServerSelection|Network|PoolCleared|NotConnected/.test(String(name))
  ) {
    return errorAnswer({
      status: 503,
      code: 'UNAVAILABLE',
      message: 'This cannot be answered just now. Try again in a moment.',
      headers: { 'retry-after': '5' },
    });
  }
  return errorAnswer({
    status: 500,
    code: 'INTERNAL',
    message: 'Something went wrong here. Try again in a moment.',
  });
}
