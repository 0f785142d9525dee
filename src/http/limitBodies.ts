import type { Request, RequestHandler, Response } from 'express';

import { refuse } from './refuse';

const KB = 1024;
const MB = KB * KB;

/** Recordings are the largest thing anybody uploads: about an hour of good audio. */
export const MAX_UPLOAD_BYTES = 64 * MB;

/** A long query belongs into the body of a POST; this is several times what the admin sends. */
const MAX_QUERY_LENGTH = 8 * KB;

/** By what is sent where; the first that fits. Articles with all sections are well under 1 MB. */
function limitOf(req: Request): number {
  if (req.path.startsWith('/api/graphql')) return MB / 2;
  // Whole exports of other systems come in here.
  if (req.path === '/api/articles/import') return MAX_UPLOAD_BYTES;
  // The file, and the fields that come with it.
  if (req.is('multipart/form-data')) return MAX_UPLOAD_BYTES + MB;
  return 4 * MB;
}

/**
 * Refuses bodies and queries that are larger than anything this server has a use for. A body without
 * a stated length is counted as it comes, and cut off where it passes the limit.
 */
export const limitBodies: RequestHandler = (req, res, next) => {
  const query = req.originalUrl.length - req.path.length;
  if (query > MAX_QUERY_LENGTH) {
    refuse(req, res, {
      status: 414,
      code: 'QUERY_TOO_LONG',
      message: `A query has at most ${MAX_QUERY_LENGTH} characters.`,
    });
    return;
  }
  const limit = limitOf(req);
  const stated = Number(req.headers['content-length'] ?? 0);
  if (stated > limit) return refuseBody(req, res, limit);
  if (req.headers['transfer-encoding'] !== undefined) countBody(req, res, limit);
  next();
};

/** Listening for `data` would start the stream before its reader is there, so the source is wrapped. */
function countBody(req: Request, res: Response, limit: number): void {
  let received = 0;
  const push = req.push.bind(req);
  req.push = (chunk: Buffer | null, encoding?: BufferEncoding) => {
    received += chunk?.length ?? 0;
    if (received <= limit) return push(chunk, encoding);
    if (!res.headersSent) refuseBody(req, res, limit);
    return false;
  };
}

function refuseBody(req: Request, res: Response, limit: number): void {
  // The rest of the body is not waited for.
  res.set('connection', 'close');
  refuse(req, res, {
    status: 413,
    code: 'BODY_TOO_LARGE',
    message: `At most ${Math.round(limit / KB)} KB can be sent here.`,
  });
}
