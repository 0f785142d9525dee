import { setTimeout as sleep } from 'node:timers/promises';

import type { Connection } from '../Connection';

/** One row of what changed for readers. */
export interface PublicEvent {
  sequence: number;
  /** `published`, `withdrawn`, `released`, `expired`; later versions may add others. */
  type: string;
  /** Null of a release of a record; of an image's end of rights, one that shows it. */
  articleId: string | null;
  /** The record that it is about, and its collection. */
  record: { collection: string; id: string } | null;
  editionId: string | null;
  at: Date;
}

export interface Follower {
  /** The last event that has been applied; -1 until the first look. */
  readonly sequence: number;
  /** False until the first look, and while the database is not heard of. */
  readonly isFollowing: boolean;
  /** ms since the database was last heard of. */
  silentMs: () => number;
  /** Reads what is new right now, without waiting to be told. */
  catchUp: () => Promise<void>;
  /** Calls `listener` with every event from now on; the result ends that. */
  subscribe: (listener: (event: PublicEvent) => void) => () => void;
  /** Resolves once an event after `sequence` was applied, or when `signal` aborts. */
  whenBeyond: (sequence: number, signal: AbortSignal) => Promise<void>;
  close: () => Promise<void>;
}

/** The server answers an idle stream this often, so silence soon means that it is gone. */
const AWAIT_MS = 500;
const SILENT_MS = 3_000;
const RETRY_MS = 250;
const BATCH = 1_000;
/** Not versioned by events, but shown by the API: any change drops what shows them. */
const PLAIN_COLLECTIONS = ['people', 'topics', 'globals'];

interface EventRow {
  sequence: number;
  type: string;
  article?: { toString: () => string } | null;
  edition?: { toString: () => string } | null;
  record?: { relationTo: string; value: unknown } | null;
  at: Date;
}

type Stream = ReturnType<NonNullable<Connection['db']>['watch']>;

/**
 * Follows the event rows through a MongoDB change stream, in the order of their sequence and without
 * a gap: a row that arrives too early makes it read those between. After an interruption it resumes
 * where it was, and where that is no longer possible it reads the rows by number and says `onGap`,
 * because changes of people and topics have no number.
 */
export function followEvents({
  connection,
  onEvent,
  onPlainChange,
  onGap,
  onError,
}: {
  connection: Connection;
  onEvent: (event: PublicEvent) => void;
  /** Told of the collection that changed. */
  onPlainChange: (collection: string) => void;
  onGap: () => void;
  onError: (error: unknown) => void;
}): Follower {
  let sequence = -1;
  let heardAt = 0;
  let hasLooked = false;
  let isClosed = false;
  let stream: Stream | null = null;
  let resumeToken: unknown;
  const closing = new AbortController();
  const listeners = new Set<(event: PublicEvent) => void>();

  const apply = (row: EventRow): void => {
    if (row.sequence <= sequence) return;
    sequence = row.sequence;
    const event: PublicEvent = {
      sequence: row.sequence,
      type: row.type,
      articleId: row.article ? String(row.article) : null,
      record: row.record
        ? { collection: row.record.relationTo, id: String(row.record.value) }
        : null,
      editionId: row.edition ? String(row.edition) : null,
      at: row.at,
    };
    onEvent(event);
    for (const listener of [...listeners]) listener(event);
  };

  const catchUp = async (): Promise<void> => {
    for (;;) {
      const rows = await connection
        .collection<EventRow>('events')
        .find({ sequence: { $gt: sequence } }, { readConcern: { level: 'majority' } })
        .sort({ sequence: 1 })
        .limit(BATCH)
        .toArray();
      for (const row of rows) apply(row);
      if (rows.length < BATCH) return;
    }
  };

  const look = async (): Promise<void> => {
    if (sequence >= 0) return catchUp();
    const newest = await connection
      .collection<EventRow>('events')
      .findOne({}, { sort: { sequence: -1 }, readConcern: { level: 'majority' } });
    sequence = newest?.sequence ?? 0;
  };

  const follow = async (): Promise<void> => {
    const { db } = connection;
    if (!db) throw new Error('The connection to MongoDB is not open.');
    const isResumed = resumeToken !== undefined;
    const opened = db.watch(
      [{ $match: { 'ns.coll': { $in: ['events', ...PLAIN_COLLECTIONS] } } }],
      { maxAwaitTimeMS: AWAIT_MS, ...(isResumed ? { resumeAfter: resumeToken } : {}) },
    );
    stream = opened;
    try {
      let change = await opened.tryNext();
      await look();
      if (hasLooked && !isResumed) onGap();
      hasLooked = true;
      while (!isClosed) {
        heardAt = Date.now();
        resumeToken = opened.resumeToken;
        if (change && 'ns' in change && 'coll' in change.ns) {
          if (change.ns.coll !== 'events') onPlainChange(change.ns.coll);
          else if (change.operationType === 'insert') {
            const row = change.fullDocument as unknown as EventRow;
            if (row.sequence > sequence + 1) await catchUp();
            else apply(row);
          }
        }
        change = await opened.tryNext();
      }
    } finally {
      stream = null;
      await opened.close().catch(() => undefined);
    }
  };

  const run = async (): Promise<void> => {
    while (!isClosed) {
      try {
        await follow();
      } catch (error) {
        if (isClosed) return;
        onError(error);
        // A token that the server no longer knows (its history is bounded) would fail for ever.
        if (isLostHistory(error)) resumeToken = undefined;
        await sleep(RETRY_MS, undefined, { signal: closing.signal }).catch(() => undefined);
      }
    }
  };
  const running = run();

  return {
    get sequence() {
      return sequence;
    },
    get isFollowing() {
      return hasLooked && Date.now() - heardAt < SILENT_MS;
    },
    silentMs: () => Date.now() - heardAt,
    catchUp,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    whenBeyond: (after, signal) =>
      new Promise((resolve) => {
        if (sequence > after || signal.aborted) return resolve();
        const finish = () => {
          if (sequence <= after && !signal.aborted) return;
          listeners.delete(finish);
          signal.removeEventListener('abort', finish);
          resolve();
        };
        listeners.add(finish);
        signal.addEventListener('abort', finish);
      }),
    close: async () => {
      isClosed = true;
      closing.abort();
      await stream?.close().catch(() => undefined);
      await running;
    },
  };
}

function isLostHistory(error: unknown): boolean {
  const code = (error as { code?: unknown }).code;
  // InvalidResumeToken, ChangeStreamFatalError, ChangeStreamHistoryLost
  return code === 260 || code === 280 || code === 286;
}
