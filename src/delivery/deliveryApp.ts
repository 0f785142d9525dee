import express, { type ErrorRequestHandler, type Express } from 'express';
import type { Payload } from 'payload';

import { articles } from './routes/articles';

/** The public read API, to be mounted at `/v1`. It reads; nothing in it writes. */
export function deliveryApp({
  connection,
  publicUrl,
  onError,
}: {
  connection: Payload['db']['connection'];
  publicUrl: string;
  /** Told of every failure that a client did not cause. */
  onError: (error: unknown) => void;
}): Express {
  const app = express();
  app.disable('x-powered-by');
  app.use((_req, res, next) => {
    // Published articles are for every website; nothing here depends on who asks.
    res.set({ 'access-control-allow-origin': '*', 'x-content-type-options': 'nosniff' });
    next();
  });
  app.use((req, res, next) => {
    if (req.method === 'GET' || req.method === 'HEAD') return next();
    res.set('allow', 'GET, HEAD');
    if (req.method === 'OPTIONS') return res.status(204).end();
    return res.status(405).json({
      error: { code: 'METHOD_NOT_ALLOWED', message: 'This API is for reading: use GET.' },
    });
  });
  app.use(articles({ connection, publicUrl }));
  app.use((_req, res) => {
    res.status(404).json({ error: { code: 'NOT_FOUND', message: 'There is no such address.' } });
  });
  const answerErrors: ErrorRequestHandler = (error: unknown, _req, res, _next) => {
    const status = (error as { status?: unknown }).status;
    if (typeof status === 'number' && status >= 400 && status < 500) {
      res.status(status).json({ error: { code: 'BAD_REQUEST', message: 'The address is malformed.' } });
      return;
    }
    onError(error);
    res.status(500).json({
      error: { code: 'INTERNAL', message: 'Something went wrong here. Try again in a moment.' },
    });
  };
  app.use(answerErrors);
  return app;
}
