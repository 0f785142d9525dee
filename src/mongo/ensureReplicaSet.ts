import { setTimeout as pause } from 'node:timers/promises';
import { MongoClient, MongoServerError } from 'mongodb';
import type { Document } from 'mongodb';

export const REPLICA_SET = 'standfirst';

/** Error code of a member that is in a set already. */
const ALREADY_INITIALIZED = 23;

/**
 * Makes the mongod on this port the only member of its replica set (transactions and change streams
 * need one), if it is not yet, and waits until it takes writes.
 */
export async function ensureReplicaSet(port: number): Promise<void> {
  await askDirectly(port, async (client) => {
    const admin = client.db('admin');
    const members = [{ _id: 0, host: `127.0.0.1:${port}` }];
    await admin
      .command({ replSetInitiate: { _id: REPLICA_SET, members } })
      .catch((error: unknown) => {
        if (!(error instanceof MongoServerError && error.code === ALREADY_INITIALIZED)) throw error;
      });
    while (!(await admin.command({ hello: 1 })).isWritablePrimary) await pause(20);
  });
}

/**
 * Moves the only member of a set to this port, on a mongod that runs there without --replSet. As a
 * member it would first ask whoever has its old port now, for half a minute, whether that is itself.
 */
export async function moveReplicaSet(port: number): Promise<void> {
  await askDirectly(port, (client) =>
    client
      .db('local')
      .collection<Document & { _id: string }>('system.replset')
      .updateOne({ _id: REPLICA_SET }, { $set: { 'members.0.host': `127.0.0.1:${port}` } }),
  );
}

/** The process id of the mongod that answers on this port; null when none does. */
export async function askProcessId(port: number): Promise<number | null> {
  try {
    const status = await askDirectly(port, (client) =>
      client.db('admin').command({ serverStatus: 1 }),
    );
    return Number(status.pid);
  } catch {
    return null;
  }
}

async function askDirectly<T>(port: number, ask: (client: MongoClient) => Promise<T>): Promise<T> {
  const client = new MongoClient(`mongodb://127.0.0.1:${port}/?directConnection=true`, {
    serverSelectionTimeoutMS: 5_000,
  });
  try {
    return await ask(await client.connect());
  } finally {
    await client.close();
  }
}
