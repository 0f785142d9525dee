import type { IncomingMessage, ServerResponse } from 'node:http';

import { Router, type Express } from 'express';

import { CACHE_CONTROL } from './cache/cacheControl';
import { createByteCache } from './cache/byteCache';
import { sendEntry } from './cache/sendEntry';
import type { Connection } from './Connection';
import { expressApp } from './expressApp';
import { followEvents, type Follower } from './follow/followEvents';
import { ROUTES } from './routes/routes';
import { isAhead } from './routes/mountRoutes';
import type { DeliveryContext } from './routes/Route';
import { rootPages } from './rootPages';
import { siteAt, type Site } from './Site';

/** About 3,000 articles in three encodings. */
const DEFAULT_CACHE_BYTES = 128 * 1024 * 1024;

export interface DeliveryOptions {
  connection: Connection;
  /** This server's own address, without a slash at the end. */
  publicUrl: string;
  /** Told of every failure that a client did not cause. */
  onError: (error: unknown) => void;
  /** Where readers find an article, and how the newsroom is called. */
  site?: Partial<Omit<Site, 'publicUrl'>>;
  /** What kept answers may take up in memory. */
  cacheBytes?: number;
}

export interface Delivery {
  /** Everything under `/v1`. */
  app: Express;
  /**
   * Answers from memory, in front of Express: true when the request has been answered. It takes the
   * address as requested, so it belongs before any router.
   */
  answerFast: (req: IncomingMessage, res: ServerResponse) => boolean;
  /** `/robots.txt` and `/llms.txt`, for the root of the site. */
  rootPages: Router;
  follower: Follower;
  /** For `/readyz`. */
  status: () => DeliveryStatus;
  /** Ends the requests that wait for changes, for they would never end by themselves. */
  drain: () => void;
  close: () => Promise<void>;
}

export interface DeliveryStatus {
  state: 'starting' | 'following' | 'stale';
  sequence: number;
  /** ms since the database was last heard of; null before the first time. */
  silentMs: number | null;
  cacheBytes: number;
  cacheEntries: number;
  /** Answers since the start that were in memory, and those that were made for a reader. */
  fromMemory: number;
  built: number;
}

/** Opens the public read API on a connection. It reads; nothing in it writes. */
export function openDelivery({
  connection,
  publicUrl,
  onError,
  site = {},
  cacheBytes = DEFAULT_CACHE_BYTES,
}: DeliveryOptions): Delivery {
  const follower: Follower = followEvents({
    connection,
    onEvent: ({ articleId, record }) =>
      cache.drop([
        ...(articleId ? [`article:${articleId}`] : []),
        ...(record ? [record.collection, `${record.collection}:${record.id}`] : ['lists']),
      ]),
    // A setting of the newsroom is in every answer.
    onPlainChange: (collection) =>
      collection === 'globals' ? cache.clear() : cache.drop([collection]),
    onGap: () => cache.clear(),
    onError,
  });
  const cache = createByteCache({ maxBytes: cacheBytes, current: () => follower });
  const closing = new AbortController();
  let fromMemory = 0;
  const context: DeliveryContext = {
    connection,
    closing: closing.signal,
    follower,
    site: siteAt({ publicUrl, ...site }),
    now: () => new Date(),
  };
  return {
    app: expressApp({ routes: ROUTES, cache, context, onError }),
    answerFast: (req, res) => {
      if (req.method !== 'GET' && req.method !== 'HEAD') return false;
      const entry = cache.atUrl(req.url ?? '');
      if (!entry || isAhead(req, follower.sequence)) return false;
      fromMemory += 1;
      sendEntry({ req, res, entry, isStale: !follower.isFollowing });
      return true;
    },
    rootPages: rootRouter(context.site),
    follower,
    status: () => ({
      state: follower.sequence < 0 ? 'starting' : follower.isFollowing ? 'following' : 'stale',
      sequence: follower.sequence,
      silentMs: follower.sequence < 0 ? null : follower.silentMs(),
      cacheBytes: cache.bytes,
      cacheEntries: cache.size,
      fromMemory,
      built: cache.built,
    }),
    drain: () => closing.abort(),
    close: () => follower.close(),
  };
}

function rootRouter(site: Site): Router {
  const router = Router();
  for (const [path, { type, body }] of Object.entries(rootPages(site))) {
    router.get(path, (_req, res) => {
      res.set('cache-control', CACHE_CONTROL.feed).type(type).send(body);
    });
  }
  return router;
}
