import type { RequestHandler } from 'express';

import { areaOf } from './areaOf';

/** The part of a pino logger that is needed here. */
interface Logger {
  debug: (details: object, words: string) => void;
  error: (details: object, words: string) => void;
}

/**
 * One line for each request that was not answered from memory: failures as errors, the rest when
 * debugging. Never a query: those hold tokens and what people search for.
 */
export function logRequests(logger: Logger): RequestHandler {
  return (req, res, next) => {
    const startedAt = performance.now();
    const { method, path } = req;
    res.once('close', () => {
      const status = res.statusCode;
      const ms = Math.round(performance.now() - startedAt);
      const details = { method, path, status, ms, area: areaOf(path), address: req.ip };
      if (status >= 500) logger.error(details, 'Request failed');
      else logger.debug(details, 'Request');
    });
    next();
  };
}
