import type { PayloadRequest } from 'payload';

import { appendRecord } from './appendRecord';
import { sessionOf } from '../transaction/sessionOf';

export type EventInput = { at: Date } & (
  | {
      /** `disputed` and `settled`: of a quotation that the edition shows. */
      type: 'published' | 'withdrawn' | 'disputed' | 'settled';
      articleId: string;
      /** The edition that is shown from now on, or was until now. */
      editionId: string | null;
    }
  | {
      type: 'released';
      record: { relationTo: 'people' | 'topics' | 'media'; value: string };
    }
);

/** The change of an image in everything that shows it. */
export interface ImageEvent {
  /** `expired`: readers are shown it no more; `released`: it is shown, or for another time, again. */
  type: 'expired' | 'released';
  imageId: string;
  /** The live articles that show it, whose own caches have to hear of it. */
  articles: readonly { id: string; liveEdition: string | null }[];
  at: Date;
}

/**
 * Appends to the event rows inside the action's transaction. The number comes from one counter
 * document, raised in the same transaction: an action that is rolled back gives its number back, so
 * the sequence has no gap, and two actions can never commit in an order other than their numbers.
 */
export async function recordEvent(event: EventInput, req: PayloadRequest): Promise<number> {
  const { last: sequence } = await nextSequences(1, req);
  const about =
    event.type === 'released'
      ? { article: null, record: event.record, edition: null }
      : { article: event.articleId, record: null, edition: event.editionId };
  await appendRecord(
    'events',
    { sequence, type: event.type, ...about, at: event.at.toISOString() },
    req,
  );
  return sequence;
}

/**
 * Appends one event an article that shows an image, or one alone where none does, written at once: an
 * image may stand in thousands.
 *
 * @returns the number of the last.
 */
export async function recordImageEvents(
  { type, imageId, articles, at }: ImageEvent,
  req: PayloadRequest,
): Promise<number> {
  const about = articles.length > 0 ? articles : [{ id: null, liveEdition: null }];
  const { last, session } = await nextSequences(about.length, req);
  const { ObjectId } = req.payload.db.connection.base.Types;
  const idOrNull = (id: string | null) => (id ? new ObjectId(id) : null);
  await req.payload.db.connection.collection('events').insertMany(
    about.map(({ id, liveEdition }, index) => ({
      sequence: last - about.length + 1 + index,
      type,
      article: idOrNull(id),
      record: { relationTo: 'media', value: new ObjectId(imageId) },
      edition: idOrNull(liveEdition),
      at,
      createdAt: at,
      updatedAt: at,
    })),
    { session },
  );
  return last;
}

async function nextSequences(count: number, req: PayloadRequest) {
  const session = await sessionOf(req);
  if (!session) throw new Error('Events are recorded inside an action’s transaction only.');
  const counter = await req.payload.db.connection
    .collection<{ _id: string; value: number }>('counters')
    .findOneAndUpdate(
      { _id: 'events' },
      { $inc: { value: count } },
      { session, upsert: true, returnDocument: 'after' },
    );
  if (!counter) throw new Error('The event counter could not be raised.');
  return { last: counter.value, session };
}
