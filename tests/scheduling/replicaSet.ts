import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import { MongoClient } from 'mongodb';

import { readEnvironment } from '../../src/environment';
import { REPLICA_SET } from '../../src/mongo/ensureReplicaSet';
import { findFreePort } from '../../src/mongo/findFreePort';
import { findMongod } from '../../src/mongo/findMongod';
import { launchMongod, type LaunchedMongod } from '../../src/mongo/launchMongod';

/** How long a set may be without a primary before its members elect one. */
const ELECTION_TIMEOUT_MS = 3_000;

export interface ReplicaSet {
  uri: string;
  /** Makes the primary step down; another is elected at once. */
  stepDown: () => Promise<void>;
  /** Ends the primary with SIGKILL, waits for the next one, and answers how to start it again. */
  killPrimary: () => Promise<() => Promise<void>>;
  stop: () => Promise<void>;
}

/** A replica set of real mongods on this machine's loopback, on data that is thrown away. */
export async function startReplicaSet(members: number): Promise<ReplicaSet> {
  const binary = await findMongod({ environment: readEnvironment(), log: () => undefined });
  const folder = await mkdtemp(path.join(tmpdir(), 'standfirst-set-'));
  const running = new Map<number, LaunchedMongod>();

  async function launch(port: number): Promise<void> {
    const mongod = await launchMongod({ binary, dataDir: path.join(folder, String(port)), port });
    if (!('pid' in mongod)) throw new Error(`A member does not start: ${mongod.reason}`);
    running.set(port, mongod);
  }
  for (let count = 0; count < members; count += 1) await launch(await findFreePort());
  const hosts = [...running.keys()].map((port) => `127.0.0.1:${port}`);
  const uri = `mongodb://${hosts.join(',')}/?replicaSet=${REPLICA_SET}`;
  await initiate(hosts);

  async function primaryPort(): Promise<number> {
    for (;;) {
      for (const port of running.keys()) {
        const isPrimary = await ask(port, { hello: 1 })
          .then((answer) => answer.isWritablePrimary === true)
          .catch(() => false);
        if (isPrimary) return port;
      }
      await pause(50);
    }
  }

  await primaryPort();
  return {
    uri,
    stepDown: async () => {
      await ask(await primaryPort(), { replSetStepDown: 20, secondaryCatchUpPeriodSecs: 5 });
      await primaryPort();
    },
    killPrimary: async () => {
      const port = await primaryPort();
      const mongod = running.get(port);
      running.delete(port);
      if (mongod) process.kill(mongod.pid, 'SIGKILL');
      await mongod?.ended;
      await primaryPort();
      return () => launch(port);
    },
    stop: async () => {
      await Promise.all([...running.values()].map((mongod) => mongod.end()));
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function initiate(hosts: readonly string[]): Promise<void> {
  await ask(Number(hosts[0]?.split(':')[1]), {
    replSetInitiate: {
      _id: REPLICA_SET,
      members: hosts.map((host, _id) => ({ _id, host })),
      settings: { electionTimeoutMillis: ELECTION_TIMEOUT_MS },
    },
  });
}

async function ask(port: number, command: Record<string, unknown>) {
  const client = new MongoClient(`mongodb://127.0.0.1:${port}/?directConnection=true`, {
    serverSelectionTimeoutMS: 1_000,
  });
  try {
    return await client.db('admin').command(command);
  } finally {
    await client.close();
  }
}
