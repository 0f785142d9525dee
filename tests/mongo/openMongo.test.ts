import { MongoClient } from 'mongodb';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { readEnvironment } from '../../src/environment';
import { ensureReplicaSet } from '../../src/mongo/ensureReplicaSet';
import { findFreePort } from '../../src/mongo/findFreePort';
import { findMongod } from '../../src/mongo/findMongod';
import { launchMongod } from '../../src/mongo/launchMongod';
import { openMongo } from '../../src/mongo/openMongo';
import { temporaryFolder } from './temporaryFolder';

let binary: string;

beforeAll(async () => {
  binary = await findMongod({ environment: readEnvironment(), log: () => {} });
}, 300_000);

describe('a MongoDB given by its address', { timeout: 60_000 }, () => {
  test('is refused when it is a standalone server, with the way to make it a replica set', async () => {
    const port = await launch({ isMember: false });
    await expect(open(`mongodb://127.0.0.1:${port}/daily`)).rejects.toThrow(
      /standalone[^]*--replSet rs0[^]*rs\.initiate\(\)/,
    );
  });

  test('is refused as standalone even when its address claims a replica set', async () => {
    const port = await launch({ isMember: false });
    await expect(open(`mongodb://127.0.0.1:${port}/daily?replicaSet=rs0`)).rejects.toThrow(
      /standalone/,
    );
  });

  test('is refused when its replica set was never initiated', async () => {
    const port = await launch({ isMember: true });
    await expect(open(`mongodb://127.0.0.1:${port}/daily`)).rejects.toThrow(/never initiated/);
  });

  test('is refused when nothing answers, without showing the password', async () => {
    const port = await findFreePort();
    const refusal = open(`mongodb://ed:hunter2@127.0.0.1:${port}/daily`);
    await expect(refusal).rejects.toThrow(/cannot be used.*ECONNREFUSED/);
    await expect(refusal).rejects.not.toThrow(/hunter2/);
  });

  test('is used as a replica set, named or not, and left clean and running', async () => {
    const port = await launch({ isMember: true });
    await ensureReplicaSet(port);
    const mongo = await open(`mongodb://127.0.0.1:${port}/daily`);
    expect(mongo).toMatchObject({
      uri: `mongodb://127.0.0.1:${port}/daily?replicaSet=standfirst`,
      isEmbedded: false,
    });
    await mongo.stop();
    const client = await new MongoClient(mongo.uri).connect();
    expect(client.options.replicaSet).toBe('standfirst');
    expect(await client.db().listCollections().toArray()).toEqual([]);
    await client.close();
  });
});

test('without an address, a MongoDB of our own runs in the data folder', async () => {
  const environment = readEnvironment({
    ...process.env,
    MONGODB_URI: '',
    DATA_DIR: temporaryFolder(),
  });
  const lines: string[] = [];
  const mongo = await openMongo({ environment, log: (line) => lines.push(line) });
  onTestFinished(mongo.stop, 40_000);
  expect(mongo).toMatchObject({
    isEmbedded: true,
    uri: expect.stringMatching(/^mongodb:\/\/127\.0\.0\.1:\d+\/standfirst\?replicaSet=/),
  });
  expect(lines.at(-1)).toContain(environment.dataDir);
});

function open(mongodbUri: string) {
  return openMongo({ environment: { ...readEnvironment({}), mongodbUri }, log: () => {} });
}

async function launch({ isMember }: { isMember: boolean }): Promise<number> {
  const port = await findFreePort();
  const mongod = await launchMongod({ binary, dataDir: temporaryFolder(), port, isMember });
  if (!('pid' in mongod)) throw new Error(mongod.reason);
  onTestFinished(() => mongod.end(), 40_000);
  return port;
}
