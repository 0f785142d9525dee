import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { MongoClient } from 'mongodb';
import { beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import { readEnvironment } from '../../src/environment';
import { findMongod } from '../../src/mongo/findMongod';
import { judgeMongodRecord, readMongodRecord } from '../../src/mongo/mongodRecord';
import { isStillRunning } from '../../src/mongo/processIdentity';
import type { ProcessIdentity } from '../../src/mongo/processIdentity';
import { startMongod } from '../../src/mongo/startMongod';
import { temporaryFolder } from './temporaryFolder';

const log = () => {};
let binary: string;

beforeAll(async () => {
  binary = await findMongod({ environment: readEnvironment(), log });
}, 300_000);

describe('the embedded MongoDB', { timeout: 60_000 }, () => {
  test('runs transactions and keeps its data over a restart, on the same port', async () => {
    const dataDir = temporaryFolder();
    const first = await start({ dataDir });
    await using(first.uri, async (client) => {
      await client.withSession((session) =>
        session.withTransaction(async () => {
          await client.db().collection('notes').insertOne({ text: 'kept' }, { session });
        }),
      );
    });
    await first.stop();
    const second = await start({ dataDir });
    expect(second.port).toBe(first.port);
    expect(await readNotes(second.uri)).toEqual(['kept']);
  });

  test('keeps its data when its port is taken by something else', async () => {
    const dataDir = temporaryFolder();
    const first = await start({ dataDir });
    await writeNote(first.uri, 'kept');
    await first.stop();
    const intruder = createServer().listen(first.port, '127.0.0.1');
    await once(intruder, 'listening');
    onTestFinished(() => void intruder.close());
    const second = await start({ dataDir });
    expect(second.port).not.toBe(first.port);
    expect(await readNotes(second.uri)).toEqual(['kept']);
  });

  test('comes back by itself, on the same port, when it is killed', async () => {
    const dataDir = temporaryFolder();
    const { uri } = await start({ dataDir });
    await writeNote(uri, 'kept');
    const killed = runningMongod(dataDir);
    process.kill(killed.pid, 'SIGKILL');
    await vi.waitFor(() => expect(runningMongod(dataDir)).not.toEqual(killed), 20_000);
    expect(await readNotes(uri)).toEqual(['kept']);
  });

  test('says so, once, when it keeps dying', async () => {
    const dataDir = temporaryFolder();
    const lost: string[] = [];
    await start({ dataDir, onLost: (error) => lost.push(error.message) });
    while (lost.length === 0) {
      const mongod = runningMongod(dataDir);
      process.kill(mongod.pid, 'SIGKILL');
      await vi.waitFor(() => {
        if (lost.length === 0) expect(runningMongod(dataDir)).not.toEqual(mongod);
      }, 20_000);
    }
    expect(lost).toEqual([expect.stringContaining('died 4 times')]);
  });

  test('says why it does not start, from its own log', async () => {
    const dataDir = temporaryFolder();
    await (await start({ dataDir })).stop();
    writeFileSync(`${dataDir}/mongo/WiredTiger.turtle`, 'damaged');
    await expect(start({ dataDir })).rejects.toThrow(/does not start.*WiredTiger/i);
  });
});

describe('a process that runs the embedded MongoDB', { timeout: 60_000 }, () => {
  test('leaves no MongoDB behind when it is killed', async () => {
    const dataDir = temporaryFolder();
    const { holder } = await hold(dataDir);
    const mongod = runningMongod(dataDir);
    holder.kill('SIGKILL');
    await vi.waitFor(() => expect(isStillRunning(mongod)).toBe(false), 20_000);
  });

  test('can be started again at once after it was killed, with what was acknowledged', async () => {
    const dataDir = temporaryFolder();
    const { holder, uri } = await hold(dataDir);
    await writeNote(uri, 'kept');
    const mongod = runningMongod(dataDir);
    holder.kill('SIGKILL');
    const next = await start({ dataDir });
    expect(isStillRunning(mongod)).toBe(false);
    expect(await readNotes(next.uri)).toEqual(['kept']);
  });

  test('takes over from an earlier run whose MongoDB ignores its end', async () => {
    const dataDir = temporaryFolder();
    const { holder } = await hold(dataDir);
    const mongod = runningMongod(dataDir);
    process.kill(mongod.pid, 'SIGSTOP');
    holder.kill('SIGKILL');
    await once(holder, 'exit');
    const next = start({ dataDir });
    await pause(1_000);
    process.kill(mongod.pid, 'SIGCONT');
    await next;
    expect(runningMongod(dataDir)).not.toEqual(mongod);
  });

  test('shares its MongoDB with a second process on the same folder', async () => {
    const dataDir = temporaryFolder();
    const { uri } = await hold(dataDir);
    const shared = await start({ dataDir });
    expect(shared.uri).toBe(uri);
    await shared.stop();
    await writeNote(uri, 'still there');
  });

  test('ends up with one MongoDB when two are started at the same moment', async () => {
    const dataDir = temporaryFolder();
    // With a port on record both want the same one.
    await (await start({ dataDir })).stop();
    const [one, two] = await Promise.all([hold(dataDir), hold(dataDir)]);
    expect(one.uri).toBe(two.uri);
    await writeNote(one.uri, 'one');
  });

  test('stops its MongoDB before it ends when asked politely', async () => {
    const dataDir = temporaryFolder();
    const { holder } = await hold(dataDir);
    const mongod = runningMongod(dataDir);
    holder.kill('SIGTERM');
    await once(holder, 'exit');
    expect(isStillRunning(mongod)).toBe(false);
    expect(readMongodRecord(dataDir)?.running).toBeNull();
  });
});

async function start(options: {
  dataDir: string;
  onLost?: (error: Error) => void;
}): ReturnType<typeof startMongod> {
  const mongod = await startMongod({ binary, log, ...options });
  onTestFinished(() => mongod.stop(), 40_000);
  return mongod;
}

async function hold(dataDir: string): Promise<{ holder: ChildProcess; uri: string }> {
  const script = fileURLToPath(new URL('heldMongo.ts', import.meta.url));
  const holder = spawn(process.execPath, ['--import', 'tsx', script], {
    env: { ...process.env, DATA_DIR: dataDir, MONGODB_URI: '' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(async () => {
    holder.kill('SIGKILL');
    if (holder.exitCode === null && holder.signalCode === null) await once(holder, 'exit');
    while (judgeMongodRecord(readMongodRecord(dataDir)) === 'orphan') await pause(50);
  }, 40_000);
  const [uri] = (await once(createInterface(holder.stdout), 'line')) as [string];
  return { holder, uri };
}

function runningMongod(dataDir: string): ProcessIdentity {
  const mongod = readMongodRecord(dataDir)?.running?.mongod;
  if (!mongod) throw new Error('no mongod is recorded');
  return mongod;
}

async function using<T>(uri: string, work: (client: MongoClient) => Promise<T>): Promise<T> {
  const client = await new MongoClient(uri).connect();
  try {
    return await work(client);
  } finally {
    await client.close();
  }
}

function writeNote(uri: string, text: string): Promise<unknown> {
  return using(uri, (client) => client.db().collection('notes').insertOne({ text }));
}

function readNotes(uri: string): Promise<string[]> {
  return using(uri, async (client) => {
    const notes = await client.db().collection<{ text: string }>('notes').find().toArray();
    return notes.map((note) => note.text);
  });
}
