import { setTimeout as pause } from 'node:timers/promises';
import { MongoClient, MongoServerError } from 'mongodb';

export const REPLICA_SET = 'standfirst';

/** Error code of a member that was never in a set. */
const NOT_YET_INITIALIZED = 94;

/**
 * Makes the mongod on this port the only member of its replica set (transactions and change streams
 * need one) and waits until it takes writes. A set made on another port is moved to this one.
 */
export async function ensureReplicaSet(port: number): Promise<void> {
  const client = new MongoClient(`mongodb://127.0.0.1:${port}/?directConnection=true`);
  try {
    const admin = (await client.connect()).db('admin');
    const host = `127.0.0.1:${port}`;
    const config = await admin.command({ replSetGetConfig: 1 }).then(
      (answer) => answer.config as { version: number; members: { host: string }[] },
      (error: unknown) => {
        if (error instanceof MongoServerError && error.code === NOT_YET_INITIALIZED) return null;
        throw error;
      },
    );
    if (config === null) {
      await admin.command({
        replSetInitiate: { _id: REPLICA_SET, members: [{ _id: 0, host }] },
      });
    } else if (config.members[0]?.host !== host) {
      await admin.command({
        replSetReconfig: {
          ...config,
          version: config.version + 1,
          members: [{ ...config.members[0], host }],
        },
        // Nobody is primary while the only member does not find itself in the configuration.
        force: true,
      });
    }
    while (!(await admin.command({ hello: 1 })).isWritablePrimary) await pause(20);
  } finally {
    await client.close();
  }
}
