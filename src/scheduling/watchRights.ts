import { setTimeout as sleep } from 'node:timers/promises';

import type { Payload } from 'payload';

import { endRights } from '../actions/faces/endRights';

/** An end that was moved while this slept is found so late at most. */
const SWEEP_MS = 5_000;
/** After a fault of the database. */
const FAULT_PAUSE_MS = 500;
/** At a time; the rest comes with the next look. */
const BATCH = 50;

interface ImageRow {
  expiresAt?: Date | null;
  endTold?: Date | null;
}

/**
 * Makes known which pictures readers do not see any more since the rights in them have ended: each at its
 * time, by the database's clock, and at the start those that ended meanwhile. Any number of workers may.
 *
 * @param log takes one line for each picture.
 */
export function watchRights({
  payload,
  log,
  sweepMs = SWEEP_MS,
}: {
  payload: Payload;
  log: (line: string) => void;
  sweepMs?: number;
}): { stop: () => Promise<void> } {
  const stopping = new AbortController();

  async function look(): Promise<number> {
    const { ended, nextInMs, now } = await endsOfRights(payload);
    for (const imageId of ended) {
      if (stopping.signal.aborted) return 0;
      const articles = await endRights({ payload, imageId, now });
      if (articles !== null) {
        log(
          `The rights in the picture ${imageId} have ended; live articles that had it: ${articles}.`,
        );
      }
    }
    return ended.length === BATCH ? 0 : Math.min(nextInMs ?? sweepMs, sweepMs);
  }

  async function run(): Promise<void> {
    while (!stopping.signal.aborted) {
      const pauseMs = await look().catch((error: unknown) => {
        log(`Rights in pictures could not be looked at, trying again: ${String(error)}`);
        return FAULT_PAUSE_MS;
      });
      await sleep(pauseMs, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  }

  const running = run();
  return {
    stop: async () => {
      stopping.abort();
      await running;
    },
  };
}

/** The pictures whose end is not told yet, and in how many ms the next one ends (null: none). */
async function endsOfRights(
  payload: Payload,
): Promise<{ ended: string[]; nextInMs: number | null; now: Date }> {
  const images = payload.db.connection.collection<ImageRow>('media');
  const shown = { isPublic: true, _status: 'published', expiresAt: { $gt: new Date(0) } } as const;
  const isUntold = { $ne: [{ $ifNull: ['$endTold', null] }, '$expiresAt'] };
  const [ended, [next]] = await Promise.all([
    images
      .aggregate<{ _id: unknown; now: Date }>([
        { $match: { ...shown, $expr: { $and: [{ $lte: ['$expiresAt', '$$NOW'] }, isUntold] } } },
        { $limit: BATCH },
        { $project: { now: '$$NOW' } },
      ])
      .toArray(),
    images
      .aggregate<{ inMs: number }>([
        { $match: { ...shown, $expr: { $gt: ['$expiresAt', '$$NOW'] } } },
        { $sort: { expiresAt: 1 } },
        { $limit: 1 },
        { $project: { inMs: { $subtract: ['$expiresAt', '$$NOW'] } } },
      ])
      .toArray(),
  ]);
  return {
    ended: ended.map(({ _id }) => String(_id)),
    nextInMs: next?.inMs ?? null,
    now: ended[0]?.now ?? new Date(),
  };
}
