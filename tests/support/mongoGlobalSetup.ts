import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { readEnvironment } from '../../src/environment';
import { findMongod } from '../../src/mongo/findMongod';
import { startMongod } from '../../src/mongo/startMongod';

declare module 'vitest' {
  interface ProvidedContext {
    /** The run's own MongoDB replica set; see testDatabaseUri for a database of one's own in it. */
    mongoUri: string;
  }
}

interface RunningMongod {
  uri: string;
  users: number;
  stop: () => Promise<void>;
}

/** Each project that asks has this file loaded anew: what they share is kept by the process. */
const kept = globalThis as typeof globalThis & { testMongod?: Promise<RunningMongod> };

/** One real mongod for the whole run, on data that is thrown away with the last project's end. */
export default async function mongoGlobalSetup(project: TestProject): Promise<() => Promise<void>> {
  kept.testMongod ??= start();
  const mongod = await kept.testMongod;
  mongod.users += 1;
  project.provide('mongoUri', mongod.uri);
  return async () => {
    mongod.users -= 1;
    if (mongod.users === 0) await mongod.stop();
  };
}

async function start(): Promise<RunningMongod> {
  const log = (line: string) => process.stderr.write(`${line}\n`);
  const binary = await findMongod({ environment: readEnvironment(), log });
  const dataDir = await mkdtemp(join(tmpdir(), 'standfirst-tests-'));
  const mongod = await startMongod({ binary, dataDir, log });
  return {
    uri: mongod.uri,
    users: 0,
    stop: async () => {
      await mongod.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
