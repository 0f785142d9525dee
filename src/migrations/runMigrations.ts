import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';

import type { Migration, MigrationContext } from './Migration';
import { migrations } from './migrations';

/** A node that dies holds the others up for no longer than this, in ms. */
const LEASE_MS = 15_000;
const RENEW_MS = 5_000;
const WAIT_MS = 500;

interface MigrationRow {
  /** The name of a migration that is done, or "lease". */
  _id: string;
  doneAt?: Date;
  owner?: string;
  until?: Date;
}

/**
 * Runs what has not run on this database, one migration after the other and one node at a time: the
 * others wait. Times are the database's, so that clocks of nodes need not agree.
 */
export async function runMigrations(
  context: MigrationContext,
  wanted: readonly Migration[] = migrations,
): Promise<void> {
  const rows = context.payload.db.connection.collection<MigrationRow>('migrations');
  const owner = randomUUID();
  const open = async () => {
    const done = await rows.find({ doneAt: { $exists: true } }).toArray();
    return wanted.filter(({ name }) => !done.some(({ _id }) => _id === name));
  };

  /** Takes the lease, or makes it longer; false while another node has it. */
  const takeLease = async (): Promise<boolean> => {
    const longer = [{ $set: { owner, until: { $add: ['$$NOW', LEASE_MS] } } }];
    const isFree = { $or: [{ $eq: ['$owner', owner] }, { $lt: ['$until', '$$NOW'] }] };
    const { matchedCount } = await rows.updateOne({ _id: 'lease', $expr: isFree }, longer);
    if (matchedCount > 0) return true;
    try {
      await rows.updateOne({ _id: 'lease', owner }, longer, { upsert: true });
      return true;
    } catch (error) {
      // Somebody else's row is there, and the upsert would have made a second one.
      if ((error as { code?: unknown }).code === 11000) return false;
      throw error;
    }
  };

  if ((await open()).length === 0) return;
  while (!(await takeLease())) await pause(WAIT_MS);
  const timer = setInterval(() => void takeLease().catch(() => undefined), RENEW_MS);
  try {
    // Another node may have run them while this one waited.
    for (const { name, run } of await open()) {
      await run(context);
      await rows.updateOne({ _id: name }, { $set: { doneAt: new Date() } }, { upsert: true });
    }
  } finally {
    clearInterval(timer);
    await rows.deleteOne({ _id: 'lease', owner });
  }
}
