import type { IncomingMessage } from 'node:http';
import { pipeline } from 'node:stream/promises';

import { Router, type Request, type Response } from 'express';

import { haveRightsEnded } from '../domain/faces/endOfRights';
import { addressOfFile, isFileName } from '../domain/files/fileName';
import type { FileStore } from './FileStore';
import { storedFileRows, type Connection, type StoredFile } from './storedFiles';

export interface ServeOptions {
  store: FileStore;
  connection: Connection;
  /** Whether whoever asks is of the newsroom, or has a key that previews articles. */
  whoAsks: (request: IncomingMessage) => Promise<'staff' | 'preview' | null>;
  onError: (error: unknown) => void;
}

/**
 * The bytes never change under their address, but whether readers may have them does: after an hour a
 * cache asks again, so that a withdrawn picture is gone everywhere within that time. One whose rights
 * end before has to be gone then; a second is left for what is under way.
 */
const MOST_CACHED_S = 3600;
const UNDER_WAY_S = 1;
const publicCache = (end: Date | null) => {
  const leftS = end ? Math.floor((end.getTime() - Date.now()) / 1000) - UNDER_WAY_S : Infinity;
  return `public, max-age=${Math.max(0, Math.min(MOST_CACHED_S, leftS))}`;
};
const STAFF_CACHE = 'private, no-cache';

/** Whatever somebody uploaded is looked at, and runs nothing. */
const CONTENT_POLICY = "script-src 'none'; base-uri 'none'; form-action 'none'";

/**
 * Stored files for everybody who may have them: readers what a live edition or a released face shows
 * while the rights in that image last, the newsroom all of them. A file that somebody may not have is answered as one that is not there.
 */
export function serveFiles(options: ServeOptions): Router {
  const rows = storedFileRows(options.connection);
  const router = Router();
  router.get('/files/:name', async (req, res) => {
    const { name } = req.params;
    const row = isFileName(name) ? await rows.findOne({ name }) : null;
    const seenBy = row ? await seesFile(row, req, options) : null;
    if (!row || !seenBy) return notFound(res);
    await send({ row, seenBy, req, res, options });
  });
  // Where files stood before they were named by their content: live sites link to them.
  for (const collection of ['media', 'evidence-files']) {
    router.get(`/api/${collection}/file/:name`, async (req, res) => {
      const row = await rows.findOne({ oldNames: `${collection}/${req.params.name}` });
      const seenBy = row ? await seesFile(row, req, options) : null;
      if (!row || !seenBy) return notFound(res);
      res.set('cache-control', seenBy === 'newsroom' ? STAFF_CACHE : publicCache(seenBy.until));
      res.redirect(301, addressOfFile(row.name));
    });
  }
  return router;
}

/** Readers, until the rights in the picture end (null: for good), or the newsroom alone; null is nobody. */
type Sight = { until: Date | null } | 'newsroom' | null;

async function seesFile(
  row: StoredFile,
  req: Request,
  { connection, whoAsks }: ServeOptions,
): Promise<Sight> {
  const ends = row.pinnedBy.length > 0 ? await endsOfRights(row, connection) : [];
  if (ends.includes(null)) return { until: null };
  const last = ends.reduce<Date | null>(
    (late, end) => (late && end && end < late ? late : end),
    null,
  );
  if (last) return { until: last };
  const who = await whoAsks(req);
  return who === 'staff' || (who === 'preview' && !row.isStaffOnly) ? 'newsroom' : null;
}

/** When the rights end in each image whose file it is and that readers are shown; none that has ended. */
async function endsOfRights(
  { pinnedBy }: StoredFile,
  connection: Connection,
): Promise<(Date | null)[]> {
  const images = pinnedBy.flatMap((holder) => holder.split('/').at(-1) ?? []);
  const { ObjectId } = connection.base.Types;
  const records = await connection
    .collection<{ expiresAt?: Date | null }>('media')
    .find({ _id: { $in: images.map((id) => new ObjectId(id)) } } as never, {
      projection: { expiresAt: 1 },
    })
    .toArray();
  const now = new Date();
  return records.flatMap(({ expiresAt = null }) =>
    haveRightsEnded(expiresAt, now) ? [] : [expiresAt],
  );
}

function notFound(res: Response): void {
  res
    .status(404)
    .set('cache-control', 'no-store')
    .json({ error: { code: 'NOT_FOUND', message: 'There is no such file.' } });
}

async function send({
  row,
  seenBy,
  req,
  res,
  options: { store, onError },
}: {
  row: StoredFile;
  seenBy: NonNullable<Sight>;
  req: Request;
  res: Response;
  options: ServeOptions;
}): Promise<void> {
  const isPublic = seenBy !== 'newsroom';
  const etag = `"${row.name.slice(0, 64)}"`;
  res.set({
    'cache-control': isPublic ? `${publicCache(seenBy.until)}, immutable` : STAFF_CACHE,
    etag,
    'last-modified': row.createdAt.toUTCString(),
    'accept-ranges': 'bytes',
    'content-type': row.mimeType === 'text/plain' ? 'text/plain; charset=utf-8' : row.mimeType,
    'x-content-type-options': 'nosniff',
    'content-security-policy': CONTENT_POLICY,
    'cross-origin-resource-policy': isPublic ? 'cross-origin' : 'same-origin',
    ...(isPublic ? { 'access-control-allow-origin': '*' } : {}),
  });
  if (req.fresh) {
    res.status(304).end();
    return;
  }
  const asked = req.headers['if-range'];
  const isSame = asked === undefined || asked === etag;
  const ranges = req.method === 'GET' && isSame ? req.range(row.bytes) : undefined;
  if (ranges === -1) {
    res.status(416).set('content-range', `bytes */${row.bytes}`).removeHeader('content-type');
    res.end();
    return;
  }
  // Several parts at once are answered with the whole, as the standard allows.
  const one = Array.isArray(ranges) && ranges.type === 'bytes' && ranges.length === 1;
  const range = one ? ranges[0] : undefined;
  if (range) {
    res.status(206).set('content-range', `bytes ${range.start}-${range.end}/${row.bytes}`);
  }
  res.set('content-length', String(range ? range.end - range.start + 1 : row.bytes));
  if (req.method === 'HEAD') {
    res.end();
    return;
  }
  try {
    await pipeline(await store.read(row.name, range), res);
  } catch (error) {
    // Readers who go away in the middle are no fault.
    if ((error as NodeJS.ErrnoException).code === 'ERR_STREAM_PREMATURE_CLOSE') return;
    onError(error);
    if (res.headersSent) res.destroy();
    else {
      for (const name of ['content-length', 'content-range', 'etag', 'last-modified']) {
        res.removeHeader(name);
      }
      notFound(res);
    }
  }
}
