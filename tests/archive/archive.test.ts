import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { MongoClient } from 'mongodb';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';

import { seedNewsroom } from '../../seed/seedNewsroom';
import { exportNewsroom } from '../../src/archive/exportNewsroom';
import { restoreNewsroom } from '../../src/archive/restoreNewsroom';
import { folderStore } from '../../src/files/folderStore';
import { openNewsroom, type Newsroom } from '../support/newsroom';
import { testDatabaseUri } from '../support/testDatabase';

let newsroom: Newsroom;
let from: MongoClient;
let to: MongoClient;
let folder: string;
let picture: Buffer;
const log = () => undefined;

beforeAll(async () => {
  newsroom = await openNewsroom(inject('mongoUri'));
  from = new MongoClient(String(process.env.MONGODB_URI));
  to = new MongoClient(testDatabaseUri(inject('mongoUri')));
  folder = await mkdtemp(path.join(tmpdir(), 'standfirst-archive-'));
  await seedNewsroom({ payload: newsroom.payload });
  picture = await sharp({
    create: { width: 40, height: 30, channels: 3, background: '#8899aa' },
  })
    .jpeg()
    .toBuffer();
  await newsroom.payload.create({
    collection: 'media',
    data: { alt: 'A grey harbour' },
    file: { data: picture, mimetype: 'image/jpeg', name: 'harbour.jpg', size: picture.length },
  });
});
afterAll(async () => {
  await to.db().dropDatabase();
  await Promise.all([from.close(), to.close()]);
  await newsroom.close();
  await rm(folder, { recursive: true, force: true });
});

const original = () => `files/${createHash('sha256').update(picture).digest('hex')}.jpg`;
const at = (name: string) => path.join(folder, name);
const store = (folder: string) => folderStore(path.join(folder, 'files'));
const dataDir = () => String(process.env.DATA_DIR);

describe('an exported newsroom', () => {
  it('comes back equal: every document and every upload, byte for byte', async () => {
    const first = await exportNewsroom({
      client: from,
      files: store(dataDir()),
      folder: at('first'),
      log,
    });
    expect(first.collections.articles?.documents).toBe(1);
    expect(first.collections.editions?.documents).toBe(1);
    // The original, the public picture, and the thumbnail, medium and large that are as small as it.
    expect(first.files).toHaveProperty([original()]);
    expect(Object.keys(first.files)).toHaveLength(2);

    await restoreNewsroom({
      client: to,
      files: store(at('restored')),
      dataDir: at('restored'),
      folder: at('first'),
      log,
    });
    const again = await exportNewsroom({
      client: to,
      files: store(at('restored')),
      folder: at('again'),
      log,
    });
    const filled = Object.entries(first.collections).filter(([, { documents }]) => documents > 0);
    const found = Object.entries(again.collections).filter(([, { documents }]) => documents > 0);
    expect(Object.fromEntries(found)).toEqual(Object.fromEntries(filled));
    expect(again.files).toEqual(first.files);
  });

  it('is not restored over a newsroom that has content', async () => {
    const restore = restoreNewsroom({
      client: from,
      files: store(at('other')),
      dataDir: at('other'),
      folder: at('first'),
      log,
    });
    await expect(restore).rejects.toThrow(/has content already .* DATA_DIR/);
  });

  it('is not written into a folder that holds something', async () => {
    const write = exportNewsroom({
      client: from,
      files: store(dataDir()),
      folder: at('first'),
      log,
    });
    await expect(write).rejects.toThrow(/not empty/);
  });

  it.each([
    ['a collection', () => 'data/articles.ndjson'],
    ['a file', () => `files/${original()}`],
  ])('with damage in %s is refused before anything is written', async (_what, named) => {
    const name = named();
    const file = path.join(at('first'), name);
    const whole = await readFile(file);
    const damaged = Buffer.from(whole);
    damaged[20] = (damaged[20] ?? 0) ^ 1;
    await writeFile(file, damaged);
    await to.db().dropDatabase();
    const restore = restoreNewsroom({
      client: to,
      files: store(at('damaged')),
      dataDir: at('damaged'),
      folder: at('first'),
      log,
    });
    await expect(restore).rejects.toThrow(`${file} is missing or damaged`);
    expect(await to.db().listCollections().toArray()).toEqual([]);
    expect(await readdir(at('damaged')).catch(() => [])).toEqual([]);
    await writeFile(file, whole);
  });

  it('that was cut short, or reaches out of its folder, is refused', async () => {
    const restore = () =>
      restoreNewsroom({
        client: to,
        files: store(at('x')),
        dataDir: at('x'),
        folder: at('first'),
        log,
      });
    const manifest = path.join(at('first'), 'manifest.json');
    const whole = await readFile(manifest, 'utf8');
    await writeFile(manifest, whole.replace(original(), '../../harbour.jpg'));
    await expect(restore()).rejects.toThrow('outside of the archive');
    await rm(manifest);
    await expect(restore()).rejects.toThrow('was cut short');
  });
});
