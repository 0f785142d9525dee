import { setTimeout as sleep } from 'node:timers/promises';

import type { Connection } from '../Connection';
import { readChanges } from '../read/readChanges';
import { hex } from '../read/readLiveRows';
import { postSafely } from './postSafely';
import { signWebhook } from './signWebhook';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
/** The pauses after each failed attempt; after the last the delivery is given up as dead. */
const BACKOFF_MS = [5 * SECOND, 30 * SECOND, 2 * MINUTE, 10 * MINUTE, HOUR, 6 * HOUR, 24 * HOUR];
/** Longer than one attempt may take, so that nobody sends what another is sending. */
const LEASE_MS = 30 * SECOND;
const IDLE_MS = SECOND;
const BATCH = 200;

interface Webhook {
  _id: unknown;
  url: string;
  secret: string;
  isActive?: boolean;
  queuedSequence?: number | null;
}

interface Delivery {
  _id: unknown;
  webhook: unknown;
  sequence: number;
  article: unknown;
  /** The id of what was released, in place of an article. */
  record?: string | null;
  attempts: number;
}

export interface WebhookSender {
  close: () => Promise<void>;
}

interface SenderOptions {
  connection: Connection;
  onError: (error: unknown) => void;
  /** Which IP addresses may be told; those of the public internet by default. */
  isAllowed?: (address: string) => boolean;
  backoffMs?: readonly number[];
  idleMs?: number;
}

/**
 * Tells every active webhook of every event after the webhook was made: at least once, in order for
 * each article, signed. A row for each event and webhook is the queue and the log; any number of
 * processes may send, because each attempt is claimed by a lease. It writes rows, so it belongs in a
 * worker and not on a delivery node.
 */
export function sendWebhooks(options: SenderOptions): WebhookSender {
  const stopping = new AbortController();
  const run = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      let sent = 0;
      try {
        await queueDeliveries(options.connection);
        sent = await sendDue(options);
      } catch (error) {
        if (!stopping.signal.aborted) options.onError(error);
      }
      if (sent === 0) {
        await sleep(options.idleMs ?? IDLE_MS, undefined, { signal: stopping.signal }).catch(
          () => undefined,
        );
      }
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

/** Gives each webhook a row for every event that it has none of yet; a repetition adds nothing. */
async function queueDeliveries(connection: Connection): Promise<void> {
  const webhooks = await connection
    .collection<Webhook>('webhooks')
    .find({ isActive: true })
    .toArray();
  for (const webhook of webhooks) {
    const newest = await connection
      .collection<{ sequence: number }>('events')
      .findOne({}, { sort: { sequence: -1 } });
    const from = webhook.queuedSequence ?? newest?.sequence ?? 0;
    const changes = await readChanges(connection, { since: from, limit: BATCH });
    const rows = connection.collection('webhook-deliveries');
    for (const { sequence, type, articleId, record, at } of changes) {
      await rows.updateOne(
        { webhook: webhook._id, sequence },
        {
          $setOnInsert: {
            type,
            article: articleId ? new connection.base.Types.ObjectId(articleId) : null,
            record: record?.id ?? null,
            state: 'pending',
            attempts: 0,
            nextAttemptAt: new Date(at),
            leasedUntil: new Date(0),
            createdAt: new Date(),
            updatedAt: new Date(),
          },
        },
        { upsert: true },
      );
    }
    await connection
      .collection<Webhook>('webhooks')
      .updateOne(
        { _id: webhook._id },
        { $max: { queuedSequence: changes.at(-1)?.sequence ?? from } },
      );
  }
}

/** Sends what is due, to all webhooks at once, so that a slow one delays only itself. */
async function sendDue(options: SenderOptions): Promise<number> {
  const webhooks: unknown[] = await options.connection
    .collection('webhook-deliveries')
    .distinct('webhook', { state: 'pending' });
  const tried = await Promise.all(webhooks.map((webhook) => sendDueTo(webhook, options)));
  return tried.reduce((sum, count) => sum + count, 0);
}

/** To one webhook, what is due and not behind an earlier one of the same article; how many it tried. */
async function sendDueTo(webhook: unknown, options: SenderOptions): Promise<number> {
  const { connection } = options;
  const rows = connection.collection<Delivery>('webhook-deliveries');
  const pending = await rows
    .find({ webhook, state: 'pending' } as never)
    .sort({ sequence: 1 })
    .limit(BATCH)
    .toArray();
  const waiting = new Set<string>();
  let tried = 0;
  for (const row of pending) {
    const lane = row.article ? hex(row.article) : (row.record ?? '');
    if (waiting.has(lane)) continue;
    waiting.add(lane);
    const now = new Date();
    const claimed = await rows.findOneAndUpdate(
      {
        _id: row._id,
        state: 'pending',
        nextAttemptAt: { $lte: now },
        leasedUntil: { $lte: now },
      },
      { $set: { leasedUntil: new Date(now.getTime() + LEASE_MS) }, $inc: { attempts: 1 } },
      { returnDocument: 'after' },
    );
    if (!claimed) continue;
    tried += 1;
    if (await attempt(claimed, options)) waiting.delete(lane);
  }
  return tried;
}

async function attempt(row: Delivery, options: SenderOptions): Promise<boolean> {
  const { connection, isAllowed, backoffMs = BACKOFF_MS } = options;
  const webhook = await connection
    .collection<Webhook>('webhooks')
    .findOne({ _id: row.webhook as never, isActive: true });
  const [change] = await readChanges(connection, { since: row.sequence - 1, limit: 1 });
  const rows = connection.collection<Delivery>('webhook-deliveries');
  const settle = (fields: object) =>
    rows.updateOne(
      { _id: row._id as never },
      {
        $set: { ...fields, leasedUntil: new Date(0), updatedAt: new Date() },
      },
    );
  if (!webhook || !change) {
    await settle({ state: 'dead', lastError: 'The webhook is no longer active.' });
    return true;
  }
  const at = new Date();
  const body = JSON.stringify({
    type: `${change.record?.kind ?? 'article'}.${change.type}`,
    timestamp: change.at,
    data: change,
  });
  const outcome = await postSafely({
    url: webhook.url,
    body,
    headers: {
      'content-type': 'application/json',
      'user-agent': 'Standfirst-Webhooks',
      ...signWebhook({ secret: webhook.secret, id: hex(row._id), at, body }),
    },
    ...(isAllowed ? { isAllowed } : {}),
  }).then(
    (status) => ({ status, error: status >= 200 && status < 300 ? null : `HTTP ${status}` }),
    (error: unknown) => ({
      status: null,
      error: error instanceof Error ? error.message : 'failed',
    }),
  );
  if (outcome.error === null) {
    await settle({
      state: 'delivered',
      lastStatus: outcome.status,
      lastError: null,
      deliveredAt: new Date(),
    });
    return true;
  }
  const pause = backoffMs[row.attempts - 1];
  await settle({
    state: pause === undefined ? 'dead' : 'pending',
    nextAttemptAt: new Date(Date.now() + (pause ?? 0)),
    lastStatus: outcome.status,
    lastError: outcome.error,
  });
  return pause === undefined;
}
