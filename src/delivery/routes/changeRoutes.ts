import { once } from 'node:events';

import { z } from 'zod';

import { COMMON_HEADERS } from '../cache/encodeAnswer';
import { errorAnswer, jsonAnswer } from '../cache/jsonAnswer';
import { readChanges } from '../read/readChanges';
import { errorSchema } from '../schemas/contentSchemas';
import { changesSchema } from '../schemas/listSchemas';
import { limitParameter, MAX_LIMIT } from '../schemas/parameters';
import { send } from './send';
import { route, type Route } from './Route';

/** Shorter than the idle time after which usual proxies cut a request off (60 s). */
const MAX_WAIT_SECONDS = 30;
const HEARTBEAT_MS = 15_000;
/** Open long polls and streams together; more than this is not an audience but an accident. */
const MAX_WAITING = 5_000;
/** A reader of the stream who lags behind so far is cut off, and comes back with Last-Event-ID. */
const MAX_UNSENT_BYTES = 1_000_000;

const wholeNumber = (most: number) =>
  z
    .string()
    .regex(/^\d{1,15}$/, 'is a whole number')
    .transform(Number)
    .pipe(z.number().max(most));

let waiting = 0;

const tooMany = errorAnswer({
  status: 503,
  code: 'TOO_MANY_WAITING',
  message: 'Too many wait for changes here. Try again in a moment.',
  headers: { 'retry-after': '10' },
});

export const changeRoutes: Route[] = [
  route({
    id: 'listChanges',
    path: '/changes',
    summary: 'What was published and withdrawn after `since`, without a gap; waits if asked to.',
    group: 'Changes',
    params: z.object({}),
    query: z.strictObject({
      since: wholeNumber(Number.MAX_SAFE_INTEGER)
        .default(0)
        .meta({ description: 'The `next` of the answer before; 0 is the beginning.' }),
      limit: limitParameter,
      wait: wholeNumber(MAX_WAIT_SECONDS)
        .default(0)
        .meta({ description: `Seconds to wait for a first change, at most ${MAX_WAIT_SECONDS}.` }),
    }),
    responses: {
      200: {
        description: 'The changes, oldest first; none is an answer too.',
        schema: changesSchema,
      },
      503: { description: 'Too many wait already.', schema: errorSchema },
    },
    handle: async ({ req, res, query: { since, limit, wait } }, context) => {
      const { connection, follower } = context;
      if (wait > 0 && follower.sequence <= since) {
        if (waiting >= MAX_WAITING) return send({ req, res, answer: tooMany, context });
        waiting += 1;
        const left = new AbortController();
        res.once('close', () => left.abort());
        try {
          const patience = AbortSignal.any([
            left.signal,
            context.closing,
            AbortSignal.timeout(wait * 1000),
          ]);
          await follower.whenBeyond(since, patience);
        } finally {
          waiting -= 1;
        }
        if (left.signal.aborted) return;
      }
      const items = await readChanges(connection, { since, limit });
      const next = items.at(-1)?.sequence ?? since;
      const answer = jsonAnswer(
        { items, next, newest: Math.max(follower.sequence, next) },
        { cacheControl: 'no-store' },
      );
      return send({ req, res, answer, context });
    },
  }),
  route({
    id: 'streamEvents',
    path: '/events',
    summary: 'The same changes as server-sent events; Last-Event-ID is the last sequence seen.',
    group: 'Changes',
    params: z.object({}),
    query: z.strictObject({}),
    responses: {
      200: { description: 'A stream that does not end.', type: 'text/event-stream' },
      503: { description: 'Too many listen already.', schema: errorSchema },
    },
    handle: async ({ req, res }, context) => {
      const { connection, follower } = context;
      const header = req.get('last-event-id');
      let sent = /^\d{1,15}$/.test(header ?? '') ? Number(header) : Math.max(0, follower.sequence);
      if (waiting >= MAX_WAITING) return send({ req, res, answer: tooMany, context });
      waiting += 1;
      res.writeHead(200, {
        ...COMMON_HEADERS,
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-store',
        'x-accel-buffering': 'no',
      });
      if (req.method === 'HEAD') {
        waiting -= 1;
        res.end();
        return;
      }
      res.write('retry: 2000\n\n');
      const left = new AbortController();
      res.once('close', () => left.abort());
      // Readers come back, to another node while this one ends.
      const end = () => {
        left.abort();
        res.end();
      };
      if (context.closing.aborted) end();
      else context.closing.addEventListener('abort', end, { signal: left.signal });
      try {
        while (!left.signal.aborted) {
          const changes = await readChanges(connection, { since: sent, limit: MAX_LIMIT });
          for (const change of changes) {
            sent = change.sequence;
            res.write(`id: ${sent}\nevent: ${change.type}\ndata: ${JSON.stringify(change)}\n\n`);
          }
          if (res.writableLength > MAX_UNSENT_BYTES) return void res.destroy();
          if (changes.length === MAX_LIMIT) {
            if (res.writableNeedDrain) await once(res, 'drain', { signal: left.signal });
            continue;
          }
          const patience = AbortSignal.any([left.signal, AbortSignal.timeout(HEARTBEAT_MS)]);
          await follower.whenBeyond(sent, patience);
          if (follower.sequence <= sent && !left.signal.aborted) res.write(': still here\n\n');
        }
      } catch (error) {
        // The stream has begun: all that is left to say is its end, and the reader comes back.
        if (!left.signal.aborted) res.destroy();
        if (!left.signal.aborted) throw error;
      } finally {
        waiting -= 1;
      }
    },
  }),
];
