import { setTimeout as pause } from 'node:timers/promises';

import { createLocalReq, type Payload, type PayloadRequest, type RequestContext } from 'payload';

import type { User } from '../../payload-types';
import { Refusal } from '../Refusal';

/** With doubling pauses from 10 ms this waits about 10 s in all: longer than any action holds a lock. */
const ATTEMPTS = 12;
const LONGEST_PAUSE_MS = 2_000;

/** What every action needs besides its own input. */
export interface ActionCall {
  payload: Payload;
  /** Who acts; null for the clock. */
  user: User | null;
}

/**
 * Runs `work` as one MongoDB transaction: all of it happens or nothing. A transient transaction
 * error (two writers met on a document) is tried again from the start with a fresh request, since
 * the old one remembers what it loaded; Payload never does that by itself (payload-traps 12).
 *
 * @throws Refusal whatever `work` refuses, and `CONFLICT` (409) when it never got through.
 */
export async function inTransaction<T>({
  payload,
  user,
  context = {},
  work,
}: ActionCall & {
  context?: RequestContext;
  work: (req: PayloadRequest) => Promise<T>;
}): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    const req = await createLocalReq(
      { context: { ...context }, ...(user ? { user: { ...user, collection: 'users' } } : {}) },
      payload,
    );
    const transactionID = await payload.db.beginTransaction();
    if (transactionID === null) {
      throw new Error('Standfirst needs a MongoDB replica set: no transaction could be started.');
    }
    req.transactionID = transactionID;
    try {
      const result = await work(req);
      await payload.db.commitTransaction(transactionID);
      return result;
    } catch (error) {
      await payload.db.rollbackTransaction(transactionID);
      if (!isTransient(error)) throw error;
      if (attempt >= ATTEMPTS) {
        throw new Refusal({
          code: 'CONFLICT',
          status: 409,
          message: 'Others are changing this at the same moment. Nothing was done: try again.',
        });
      }
      const longest = Math.min(LONGEST_PAUSE_MS, 10 * 2 ** attempt);
      await pause(longest * (0.5 + Math.random() / 2));
    }
  }
}

/** True for errors after which MongoDB promises that nothing was written and a retry may succeed. */
export function isTransient(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false;
  const { errorLabels, errorLabelSet, code } = error as {
    errorLabels?: string[];
    errorLabelSet?: Set<string>;
    code?: unknown;
  };
  // 112 WriteConflict, 251 NoSuchTransaction: what a nested operation reports after the conflict.
  return (
    code === 112 ||
    code === 251 ||
    errorLabelSet?.has('TransientTransactionError') === true ||
    errorLabels?.includes('TransientTransactionError') === true
  );
}
