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

/** One real mongod for the whole run, on data that is thrown away. */
export default async function mongoGlobalSetup(project: TestProject): Promise<() => Promise<void>> {
  const log = (line: string) => process.stderr.write(`${line}\n`);
  const binary = await findMongod({ environment: readEnvironment(), log });
  const dataDir = await mkdtemp(join(tmpdir(), 'standfirst-tests-'));
  const mongod = await startMongod({ binary, dataDir, log });
  project.provide('mongoUri', mongod.uri);

  return async () => {
    await mongod.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
}
