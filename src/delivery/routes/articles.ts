import { Router } from 'express';
import type { Payload } from 'payload';

import { presentArticle } from '../presenters/presentArticle';
import { readLiveArticle } from '../readLiveArticle';

/** A slug is at most this long; anything longer is no address of ours. */
const MAX_SLUG_LENGTH = 200;

/** `GET /v1/articles/:slug` */
export function articles({
  connection,
  publicUrl,
}: {
  connection: Payload['db']['connection'];
  publicUrl: string;
}): Router {
  const router = Router();
  router.get('/articles/:slug', async (req, res) => {
    const { slug } = req.params;
    const found = slug.length > MAX_SLUG_LENGTH ? null : await readLiveArticle(connection, slug);
    if (!found) {
      res.status(404).json({
        error: { code: 'NOT_FOUND', message: 'No published article has this address.' },
      });
      return;
    }
    switch (found.state) {
      case 'moved':
        res.redirect(301, encodeURIComponent(found.slug));
        return;
      case 'withdrawn':
        res.status(410).json({
          error: {
            code: 'WITHDRAWN',
            message: found.notice ?? 'This article has been withdrawn.',
          },
        });
        return;
      case 'live':
        res.set('cache-control', 'public, max-age=5, stale-while-revalidate=60');
        res.json(presentArticle({ ...found, publicUrl }));
        return;
    }
  });
  return router;
}
