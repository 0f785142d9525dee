import { setTimeout as sleep } from 'node:timers/promises';

import type { Connection } from '../Connection';
import { readChanges } from '../read/readChanges';
import { postSafely } from './postSafely';

const FEEDS = ['rss.xml', 'atom.xml', 'feed.json'];
const IDLE_MS = 1_000;
/** Longer than one round of posts may take, so that nobody tells what another is telling. */
const LEASE_MS = 60_000;
const RETRY_MS = 30_000;
const BATCH = 200;
/** Topics within topics; the feed of a wider one has the articles of its narrower ones. */
const MAX_ANCESTORS = 8;

/** How far a hub has been told, one row for each. */
interface HubRow {
  _id: string;
  sequence: number;
  leasedUntil: Date;
}

/**
 * Tells a WebSub hub which feeds have changed, once for each round of changes, whichever process
 * gets to it first. What was published before the hub was named is not told. It writes a row, so it
 * belongs in a worker.
 */
export function pingHub({
  connection,
  hubUrl,
  publicUrl,
  onError,
  idleMs = IDLE_MS,
  retryMs = RETRY_MS,
}: {
  connection: Connection;
  hubUrl: string;
  publicUrl: string;
  onError: (error: unknown) => void;
  idleMs?: number;
  retryMs?: number;
}): { close: () => Promise<void> } {
  const rows = connection.collection<HubRow>('hub-pings');
  const stopping = new AbortController();

  const round = async (): Promise<void> => {
    const newest = await connection
      .collection<{ sequence: number }>('events')
      .findOne({}, { sort: { sequence: -1 } });
    const now = new Date();
    await rows.updateOne(
      { _id: hubUrl },
      { $setOnInsert: { sequence: newest?.sequence ?? 0, leasedUntil: now } },
      { upsert: true },
    );
    const claimed = await rows.findOneAndUpdate(
      { _id: hubUrl, sequence: { $lt: newest?.sequence ?? 0 }, leasedUntil: { $lte: now } },
      { $set: { leasedUntil: new Date(now.getTime() + LEASE_MS) } },
    );
    if (!claimed) return;
    const changes = await readChanges(connection, { since: claimed.sequence, limit: BATCH });
    try {
      const articles = [...new Set(changes.flatMap(({ articleId }) => articleId ?? []))];
      for (const feed of await feedsOf(connection, articles)) await tell(feed);
      const sequence = changes.at(-1)?.sequence ?? claimed.sequence;
      await rows.updateOne({ _id: hubUrl }, { $set: { sequence, leasedUntil: new Date(0) } });
    } catch (error) {
      const leasedUntil = new Date(Date.now() + retryMs);
      await rows.updateOne({ _id: hubUrl }, { $set: { leasedUntil } });
      throw error;
    }
  };

  const tell = async (feed: string): Promise<void> => {
    const status = await postSafely({
      url: hubUrl,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({
        'hub.mode': 'publish',
        'hub.url': `${publicUrl}/v1/feeds/${feed}`,
      }).toString(),
      // The operator names the hub, and it may well stand beside this server.
      isAllowed: () => true,
    });
    if (status >= 300) throw new Error(`The hub answered ${feed} with ${status}.`);
  };

  const run = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      await round().catch((error: unknown) => {
        if (!stopping.signal.aborted) onError(error);
      });
      await sleep(idleMs, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  };
  const running = run();
  return {
    close: async () => {
      stopping.abort();
      await running;
    },
  };
}

/** The feeds that have these articles, or had them: those of everything, and those of their topics. */
async function feedsOf(connection: Connection, articleIds: readonly string[]): Promise<string[]> {
  const { ObjectId } = connection.base.Types;
  let ids: unknown[] = await connection
    .collection('articles')
    .distinct('topics', { _id: { $in: articleIds.map((id) => new ObjectId(id)) } } as never);
  const slugs = new Set<string>();
  for (let level = 0; level < MAX_ANCESTORS && ids.length > 0; level += 1) {
    const topics = await connection
      .collection<{ slug?: string | null; parent?: unknown }>('topics')
      .find({ _id: { $in: ids } } as never)
      .toArray();
    for (const { slug } of topics) if (slug) slugs.add(slug);
    ids = topics.flatMap(({ parent }) => parent ?? []);
  }
  const queries = ['', ...[...slugs].map((slug) => `?topic=${encodeURIComponent(slug)}`)];
  return queries.flatMap((query) => FEEDS.map((feed) => `${feed}${query}`));
}
