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

/**
 * Appends to the event rows inside the action's transaction. The number comes from one counter
 * document, raised in the same transaction: an action that is rolled back gives its number back, so
 * the sequence has no gap, and two actions can never commit in an order other than their numbers.
 */
export async function recordEvent(event: EventInput, req: PayloadRequest): Promise<number> {
  const sequence = await nextSequence(req);
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

async function nextSequence(req: PayloadRequest): Promise<number> {
  const session = await sessionOf(req);
  if (!session) throw new Error('Events are recorded inside an action’s transaction only.');
  const counter = await req.payload.db.connection
    .collection<{ _id: string; value: number }>('counters')
    .findOneAndUpdate(
      { _id: 'events' },
      { $inc: { value: 1 } },
      { session, upsert: true, returnDocument: 'after' },
    );
  if (!counter) throw new Error('The event counter could not be raised.');
  return counter.value;
}
