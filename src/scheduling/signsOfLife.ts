import type { Payload } from 'payload';

import type { LeaseHeld } from '../actions/schedule/fireOrder';
import type { MongoId } from '../actions/schedule/OrderRow';

/** A sign of life is worth nothing to anybody long after it ran out. */
const KEPT_MS = 60 * 60 * 1000;

interface WorkerRow {
  /** The owner that its leases name. */
  _id: string;
  /** What it is carrying out. */
  order: MongoId;
  aliveUntil: Date;
}

/**
 * Says that a worker is at work on its order, good for this many ms by the database's clock. It has a
 * row of its own: that of the order is locked by its transaction, so the lease there cannot be moved.
 */
export async function showAlive({
  payload,
  lease: { owner, id },
  leaseMs,
}: {
  payload: Payload;
  lease: LeaseHeld;
  leaseMs: number;
}): Promise<void> {
  await workerRows(payload).updateOne(
    { _id: owner },
    [{ $set: { order: id, aliveUntil: { $add: ['$$NOW', leaseMs] } } }],
    // Lost with a primary it makes others take over too early, which harms nothing.
    { upsert: true, writeConcern: { w: 1 } },
  );
}

/**
 * How many ms the last sign of life of an order's holder is still good for; 0 when it ran out or
 * there was none since the lease began.
 */
export async function signsOfLife(
  payload: Payload,
): Promise<(order: { _id: MongoId; owner?: string }) => number> {
  const alive = await workerRows(payload)
    .aggregate<{ _id: string; order: MongoId; leftMs: number }>([
      { $project: { order: 1, leftMs: { $subtract: ['$aliveUntil', '$$NOW'] } } },
    ])
    .toArray();
  return ({ _id, owner }) => {
    const sign = alive.find((worker) => worker._id === owner && _id.equals(worker.order));
    return Math.max(0, sign?.leftMs ?? 0);
  };
}

/** Takes away the row of a worker that ends, and those of workers that ended otherwise long ago. */
export async function forgetWorker(payload: Payload, owner: string): Promise<void> {
  await workerRows(payload).deleteMany({
    $or: [{ _id: owner }, { $expr: { $lt: ['$aliveUntil', { $subtract: ['$$NOW', KEPT_MS] }] } }],
  });
}

function workerRows(payload: Payload) {
  return payload.db.connection.collection<WorkerRow>('scheduling-workers');
}
