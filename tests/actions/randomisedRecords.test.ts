import path from 'node:path';

import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';

import { ensureIndexes } from '../../src/delivery/read/ensureIndexes';
import { folderStore } from '../../src/files/folderStore';
import { reached, serveDelivery, type ServedDelivery } from '../delivery/support/serveDelivery';
import { serveNewsroomFiles, type FileServer } from '../files/support/fileServer';
import { modelRandom } from '../support/modelRandom';
import { openNewsroom, type Newsroom } from '../support/newsroom';
import { readersExits } from '../support/readersExits';
import { readersModel } from '../support/readersModel';
import { recordsClient, type RecordsClient } from '../support/recordsClient';

const SEED = Number(process.env.RANDOM_SEED ?? process.env.FUZZ_SEED ?? 1);
const STEPS = Number(process.env.RANDOM_RECORD_STEPS ?? 400);
/**
 * Each step looks at what it was about and at some of all exits in turn; one after which readers are to
 * see something else, at every list and every file; so often everything is looked at.
 */
const ALL_EVERY = Number(process.env.RANDOM_ALL_EVERY ?? 200);
const IN_TURN = 8;
/** A first fault makes others: enough to see what it was. */
const MOST_FAULTS = 6;

let newsroom: Newsroom;
let node: ServedDelivery;
let files: FileServer;
let client: RecordsClient;
const model = readersModel();
const wrongs: string[] = [];
/** Each is told once, by the step after which it was first seen. */
const known = new Set<string>();
let looks = 0;

const asLists = (_key: string, value: unknown) =>
  value instanceof Map || value instanceof Set ? [...(value as Iterable<unknown>)] : value;

const makeKey = async (role: 'preview' | 'worker'): Promise<string> => {
  const apiKey = `${role}-0123456789`;
  const data = { email: `${role}@keys.example`, password: 'a password', name: role };
  await newsroom.payload.create({
    collection: 'users',
    data: { ...data, roles: [role], enableAPIKey: true, apiKey },
  });
  return apiKey;
};

async function newestEvent(): Promise<number> {
  const [last] = await newsroom.payload.db.connection
    .collection<{ sequence: number }>('events')
    .find()
    .sort({ sequence: -1 })
    .limit(1)
    .toArray();
  return last?.sequence ?? 0;
}

beforeAll(async () => {
  console.log(`RANDOM_SEED=${SEED} RANDOM_RECORD_STEPS=${STEPS}`);
  newsroom = await openNewsroom(inject('mongoUri'));
  const { payload, rest } = newsroom;
  // The quotes here stand in no text: that they were found missing would end every day at once.
  await rest('POST', '/globals/settings', {
    as: 'admin',
    body: { quoteRules: { altered: 'warn', missing: 'warn' } },
  });
  await ensureIndexes(payload.db.connection);
  node = await serveDelivery({ connection: payload.db.connection });
  const folder = path.join(String(process.env.DATA_DIR), 'files');
  files = await serveNewsroomFiles(newsroom, folderStore(folder));
  const random = modelRandom(SEED);
  const keys = { preview: await makeKey('preview'), worker: await makeKey('worker') };
  client = recordsClient({ newsroom, random, model, keys });
  await client.start();

  const startedAt = performance.now();
  let turn = 0;
  let before = '';
  let wasPublic: ReadonlySet<string> = new Set();
  for (let taken = 1; taken <= STEPS && wrongs.length < MOST_FAULTS; taken += 1) {
    const { what, touched } = await client.step();
    const event = await newestEvent();
    if (event > 0) await reached(node, event);
    const { told } = client;
    const exits = readersExits({ newsroom, node, files, model, told, wasPublic });
    wasPublic = model.seen().files;
    const seen = JSON.stringify([model.seen(), [...told]], asLists);
    const isMoved = seen !== before;
    before = seen;
    const inTurn = new Set(
      Array.from({ length: IN_TURN }, (_, index) => (turn + index) % exits.length),
    );
    turn += IN_TURN;
    const isAll = taken % ALL_EVERY === 0 || taken === STEPS;
    const chosen = exits.filter(
      ({ about, isList }, index) =>
        isAll || inTurn.has(index) || (isMoved && isList) || touched.some(({ id }) => about(id)),
    );
    for (const exit of chosen) {
      looks += 1;
      for (const wrong of await exit.look()) {
        const found = `${exit.name} ${wrong}`;
        if (known.has(found)) continue;
        known.add(found);
        const about = touched.map(({ collection, id }) => `${collection}/${id}`).join();
        wrongs.push(`step ${taken} (${what} ${about}): ${found}`);
      }
    }
  }
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  const { editions, addresses } = model;
  console.log(
    `${STEPS} steps, ${looks} looks in ${seconds} s; ${editions.size} editions, ${addresses.size} addresses:`,
    JSON.stringify(client.statuses),
  );
}, 600_000);
afterAll(async () => {
  await files.close();
  await node.close();
  await newsroom.close();
});

describe('after a long random day with people, topics and pictures', () => {
  it('readers were given the approved editions and the released faces, and nothing else', () => {
    expect(wrongs).toEqual([]);
  });

  it('no answer was a fault of the server, and nobody did what they may not', () => {
    expect(client.faults).toEqual([]);
    expect(node.errors).toEqual([]);
    expect(files.errors).toEqual([]);
  });

  it('really happened: people were let through and were refused', () => {
    const { statuses } = client;
    for (const done of ['release 200', 'publish 200', 'replace file 200', 'crop 200', 'fire fired'])
      expect(statuses[done] ?? 0, done).toBeGreaterThan(0);
    for (const refused of [403, 409])
      expect(Object.keys(statuses).some((name) => name.endsWith(` ${refused}`))).toBe(true);
    expect(model.editions.size).toBeGreaterThan(10);
  });
});
