import path from 'node:path';

import { afterAll, beforeAll, expect, inject, it } from 'vitest';

import type { FileStore } from '../../src/files/FileStore';
import { folderStore } from '../../src/files/folderStore';
import { putFile, storedFileRows } from '../../src/files/storedFiles';
import { sweepFiles } from '../../src/files/sweepFiles';
import { performAction } from '../../src/actions/workflow/performAction';
import type { Media } from '../../src/payload-types';
import { openNewsroom, publish, writeArticle, type Newsroom } from '../support/newsroom';
import { picture } from './support/pictures';

const DAY_MS = 86_400_000;

let newsroom: Newsroom;
let store: FileStore;

beforeAll(async () => {
  newsroom = await openNewsroom(inject('mongoUri'));
  store = folderStore(path.join(String(process.env.DATA_DIR), 'files'));
});
afterAll(() => newsroom.close());

const sweep = (after: number, from = store) =>
  sweepFiles({
    store: from,
    connection: newsroom.payload.db.connection,
    now: new Date(Date.now() + after),
  });

async function upload(colour: string, id?: string): Promise<Media> {
  const { body, text } = await newsroom.upload({
    collection: 'media',
    as: 'writer',
    ...(id ? { id } : {}),
    file: { name: 'sky.jpg', bytes: await picture({ colour }) },
    fields: { alt: 'The sky', credit: 'Ada Fenwick' },
  });
  expect(body.doc, text).toBeTruthy();
  return body.doc as Media;
}

const isKept = async (record: Media) => (await store.size(String(record.storedAs))) !== null;

it('files of nobody are swept after a day; what a record or an edition names stays', async () => {
  const kept = await upload('#111111');
  const frozen = await upload('#222222');
  const { article } = await writeArticle(newsroom, { leadImage: frozen.id });
  await publish(newsroom, article.id);
  await performAction({
    payload: newsroom.payload,
    user: newsroom.users.publisher,
    now: new Date(),
    articleId: article.id,
    action: 'withdraw',
    input: { reason: 'Wrong', notice: 'We were wrong.' },
  });
  await upload('#333333', frozen.id);
  const replaced = await upload('#444444');
  const replacement = await upload('#555555', replaced.id);

  expect(await sweep(DAY_MS - 60_000)).toBe(0);
  // The stored record and its older versions still name what was replaced.
  expect(await sweep(DAY_MS + 60_000)).toBe(0);
  const { db } = newsroom.payload;
  await db.deleteVersions({ collection: 'media', where: { parent: { equals: replaced.id } } });
  await db.deleteOne({ collection: 'media', where: { id: { equals: replaced.id } } });
  // The original, the public picture with which its sizes are one, and no other.
  expect(await sweep(DAY_MS + 60_000)).toBeGreaterThan(0);
  expect(await isKept(replaced)).toBe(false);
  expect(await isKept(replacement)).toBe(false);
  expect(await isKept(kept)).toBe(true);
  // Withdrawn and replaced, but its edition is the record of what was published.
  expect(await isKept(frozen)).toBe(true);
  expect(await storedFileRows(newsroom.payload.db.connection).countDocuments({})).toBe(
    (await names()).length,
  );
});

it('a file that is put while it is swept is there afterwards', async () => {
  const connection = newsroom.payload.db.connection;
  const file = {
    bytes: await picture({ colour: '#666666' }),
    mimeType: 'image/jpeg',
    isStaffOnly: true,
  };
  const name = await putFile({ store, connection, file });
  let put: Promise<string> | undefined;
  await sweep(DAY_MS + 60_000, {
    ...store,
    remove: async (removed) => {
      // At the worst moment: it is marked, and its bytes are still there.
      if (removed === name) put = putFile({ store, connection, file });
      await new Promise((resolve) => setTimeout(resolve, 100));
      await store.remove(removed);
    },
  });
  expect(await put).toBe(name);
  expect(await store.size(name)).toBe(file.bytes.length);
});

async function names(): Promise<string[]> {
  const all: string[] = [];
  for await (const name of store.names()) all.push(name);
  return all;
}
