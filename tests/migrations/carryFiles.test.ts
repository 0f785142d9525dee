import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';

import { readEdition } from '../../src/domain/edition/readEdition';
import type { FileStore } from '../../src/files/FileStore';
import { folderStore } from '../../src/files/folderStore';
import { giveRecordsFaces } from '../../src/migrations/giveRecordsFaces';
import { carryEditions } from '../../src/migrations/carryEditions';
import { carryFiles } from '../../src/migrations/carryFiles';
import { serveNewsroomFiles, type FileServer } from '../files/support/fileServer';
import { fromPhone, picture, SECRETS } from '../files/support/pictures';
import { openNewsroom, publish, writeArticle, type Newsroom } from '../support/newsroom';

let newsroom: Newsroom;
let files: FileServer;
let store: FileStore;
let dataDir: string;

beforeAll(async () => {
  newsroom = await openNewsroom(inject('mongoUri'));
  dataDir = String(process.env.DATA_DIR);
  store = folderStore(path.join(dataDir, 'files'));
  files = await serveNewsroomFiles(newsroom, store);
});
afterAll(async () => {
  await files.close();
  await newsroom.close();
});

const collectionOf = (name: string) => newsroom.payload.db.connection.collection(name);

/** What Payload wrote for an upload before files were stored by their content, file and record. */
async function oldPicture(filename: string, bytes: Buffer, more: object = {}): Promise<string> {
  const folder = path.join(dataDir, 'media');
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, filename), bytes);
  // It measured as it lies, and turned only the sizes.
  const { width, height } = await sharp(bytes).metadata();
  const sizes: Record<string, object> = {};
  for (const [name, wide] of [
    ['thumbnail', 320],
    ['medium', 800],
    ['large', 1600],
  ] as const) {
    const { data, info } = await sharp(bytes)
      .rotate()
      .resize({ width: wide, withoutEnlargement: true })
      .toBuffer({ resolveWithObject: true });
    const sized = filename.replace('.', `-${info.width}x${info.height}.`);
    await writeFile(path.join(folder, sized), data);
    sizes[name] = {
      url: `/api/media/file/${sized}`,
      width: info.width,
      height: info.height,
      mimeType: 'image/jpeg',
      filesize: data.length,
      filename: sized,
    };
  }
  const now = new Date();
  const { insertedId } = await collectionOf('media').insertOne({
    alt: 'A quay',
    credit: 'The Harbour Press',
    isPublic: false,
    filename,
    mimeType: 'image/jpeg',
    filesize: bytes.length,
    width,
    height,
    focalX: 50,
    focalY: 50,
    sizes: {
      ...sizes,
      share: {
        url: null,
        width: null,
        height: null,
        mimeType: null,
        filesize: null,
        filename: null,
      },
    },
    url: `/api/media/file/${filename}`,
    createdAt: now,
    updatedAt: now,
    ...more,
  });
  return String(insertedId);
}

async function oldEvidence(filename: string, bytes: Buffer): Promise<string> {
  await mkdir(path.join(dataDir, 'evidence-files'), { recursive: true });
  await writeFile(path.join(dataDir, 'evidence-files', filename), bytes);
  const now = new Date();
  const { insertedId } = await collectionOf('evidence-files').insertOne({
    filename,
    mimeType: 'text/plain',
    filesize: bytes.length,
    url: `/api/evidence-files/file/${filename}`,
    createdAt: now,
    updatedAt: now,
  });
  return String(insertedId);
}

/** Editions as the version before wrote them: of format 1, with no list of files. */
async function storeAsBefore(): Promise<void> {
  for (const { _id, content } of await collectionOf('editions').find({}).toArray()) {
    const {
      leadImageCaption: _1,
      leadImageCredit: _2,
      change: _3,
      ...kept
    } = content as Record<string, unknown>;
    await collectionOf('editions').updateOne(
      { _id },
      { $set: { content: { ...kept, format: 1 } }, $unset: { files: '', carried: '' } },
    );
  }
  await collectionOf('stored-files').deleteMany({});
}

describe('a newsroom of the version before', () => {
  it('is carried over, also after a kill, and readers see the same pictures at old and new addresses', async () => {
    const lines: string[] = [];
    await collectionOf('media').createIndex({ filename: 1 }, { unique: true });
    const phone = await fromPhone();
    const live = await oldPicture('quay at dusk.jpg', phone);
    const unseen = await oldPicture('unseen.jpg', await picture());
    const torn = await oldPicture('torn.jpg', await picture({ width: 900, height: 700 }));
    await writeFile(
      path.join(dataDir, 'media', 'torn.jpg'),
      (await picture({ width: 900, height: 700 })).subarray(0, 900),
    );
    const lost = await oldPicture('lost.jpg', await picture({ width: 90 }), {
      filename: 'elsewhere.jpg',
    });
    const evidence = await oldEvidence('talk.txt', Buffer.from('Word for word.'));
    const context = { payload: newsroom.payload, log: (line: string) => lines.push(line) };
    await giveRecordsFaces.run(context);
    const { article } = await writeArticle(newsroom, { leadImage: live });
    await publish(newsroom, article.id);
    await storeAsBefore();

    lines.length = 0;
    await carryEditions.run(context);
    let left = 4;
    const dying: FileStore = {
      ...store,
      put: async (name, bytes) => {
        left -= 1;
        if (left < 0) throw new Error('Killed');
        await store.put(name, bytes);
      },
    };
    await expect(carryFiles({ store: dying, dataDir }).run(context)).rejects.toThrow('Killed');
    await carryFiles({ store, dataDir }).run(context);
    const said = lines.join('\n');
    expect(said).toContain('media: 4 to carry over');
    expect(said).toContain('torn.jpg is damaged: it is carried over as it is');
    expect(said).toContain('elsewhere.jpg is not there any more');

    // The record says what a new upload would say.
    const { body: record } = await newsroom.rest('GET', `/media/${live}`, { as: 'writer' });
    expect(record).toMatchObject({ width: 300, height: 600, filename: 'quay at dusk.jpg' });
    expect(record.url).toMatch(/^\/files\/[0-9a-f]{64}\.jpg$/);
    const original = await files.get(`/files/${record.original.storedAs}`, { as: 'writer' });
    expect(original.bytes).toEqual(phone);

    // Readers.
    const [edition] = await collectionOf('editions').find({}).toArray();
    const { leadImage } = readEdition(edition as never);
    expect(leadImage).toMatchObject({ url: record.url, width: 300, height: 600 });
    const addresses = [
      leadImage?.url,
      ...Object.values(leadImage?.sizes ?? {}).map(({ url }) => url),
    ];
    expect(addresses).toHaveLength(4);
    for (const address of addresses) {
      const got = await files.get(String(address));
      expect(got.status, String(address)).toBe(200);
      for (const secret of SECRETS) expect(got.bytes.includes(secret)).toBe(false);
    }
    const content = edition?.content as {
      leadImage: { url: string; sizes: Record<string, { url: string }> };
    };
    const before = [
      content.leadImage.url,
      ...Object.values(content.leadImage.sizes).map(({ url }) => url),
    ];
    expect(before[0]).toBe('/api/media/file/quay%20at%20dusk.jpg');
    for (const [at, address] of before.entries()) {
      const got = await files.get(address);
      expect(got.status, address).toBe(301);
      expect(got.headers.location).toBe(addresses[at]);
    }
    const statusOf = async (address: string, as?: 'writer') =>
      (await files.get(address, as ? { as } : {})).status;
    expect(await statusOf('/api/media/file/unseen.jpg')).toBe(404);
    expect(await statusOf('/api/media/file/unseen.jpg', 'writer')).toBe(301);
    expect(await statusOf('/api/evidence-files/file/talk.txt')).toBe(404);
    expect(await statusOf('/api/evidence-files/file/talk.txt', 'writer')).toBe(301);

    // The approval, which nobody touched, stands.
    const saved = await newsroom.rest('PATCH', `/media/${live}`, {
      as: 'writer',
      body: { alt: 'A quay' },
    });
    expect(saved.status, saved.text).toBe(200);
    const { body } = await newsroom.rest('GET', `/articles/${article.id}?draft=true`, {
      as: 'editor',
    });
    expect(body.workflow.stage).toBe('approved');

    const of = async (name: string, id: string) =>
      (await collectionOf(name).find({}).toArray()).find(({ _id }) => String(_id) === id);
    expect(await of('media', lost)).toMatchObject({ storedAs: null });
    expect(await of('media', torn)).toMatchObject({ storedAs: expect.stringMatching(/\.jpg$/) });
    expect(await of('media', unseen)).toMatchObject({ width: 400, height: 200 });
    expect(await of('evidence-files', evidence)).toMatchObject({
      url: expect.stringMatching(/^\/files\/[0-9a-f]{64}\.txt$/),
    });

    // Two files may be called the same now, and another run finds nothing to do.
    const again = await newsroom.upload({
      collection: 'media',
      as: 'writer',
      file: { name: 'unseen.jpg', bytes: await picture({ width: 77 }) },
    });
    expect(again.status, again.text).toBe(201);
    lines.length = 0;
    await carryFiles({ store, dataDir }).run(context);
    expect(lines).toEqual([]);
  });

  it('is not told that its uploads are lost by a process that does not have them', async () => {
    await collectionOf('evidence-files').insertOne({ filename: 'far.txt', mimeType: 'text/plain' });
    const run = carryFiles({ store, dataDir: path.join(dataDir, 'elsewhere') }).run({
      payload: newsroom.payload,
      log: () => undefined,
    });
    await expect(run).rejects.toThrow(/their folder .*evidence-files is not here/);
  });
});
