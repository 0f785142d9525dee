import type { PayloadRequest } from 'payload';

import { canonicalHash } from '../../domain/edition/canonicalHash';
import { Refusal } from '../Refusal';
import { IDEMPOTENCY_KEYS } from './createCollections';
import { sessionOf } from './sessionOf';

/** A client that retries does so within minutes; a day also covers a laptop that was closed. */
const KEPT_MS = 24 * 60 * 60 * 1000;

interface KeptAnswer {
  _id: string;
  request: string;
  result: unknown;
  keptUntil: Date;
}

/**
 * Makes work safe to repeat: its answer is kept under the caller's key in the same transaction, so
 * either both happened or neither. Keys belong to the user who sent them. Without a key it just works.
 *
 * @throws Refusal IDEMPOTENCY_KEY_REUSED (422) when the key came with another request before.
 */
export async function repeatable<T>({
  key,
  request,
  now,
  req,
  work,
}: {
  key: string | null;
  request: object;
  now: Date;
  req: PayloadRequest;
  work: () => Promise<T>;
}): Promise<T> {
  if (key === null) return work();
  const session = await sessionOf(req);
  const answers = req.payload.db.connection.collection<KeptAnswer>(IDEMPOTENCY_KEYS);
  const _id = `${req.user?.id ?? 'clock'}:${key}`;
  const fingerprint = canonicalHash(request);
  const kept = await answers.findOne({ _id, keptUntil: { $gt: now } }, { session });
  if (kept && kept.request !== fingerprint) {
    throw new Refusal({
      code: 'IDEMPOTENCY_KEY_REUSED',
      status: 422,
      message: 'This idempotency key was used for another request. Make a new key for each action.',
    });
  }
  if (kept) return kept.result as T;
  const result = await work();
  await answers.replaceOne(
    { _id },
    { _id, request: fingerprint, result, keptUntil: new Date(now.getTime() + KEPT_MS) } as never,
    { session, upsert: true },
  );
  return result;
}
