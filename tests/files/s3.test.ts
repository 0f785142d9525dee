import { mkdtemp, rm } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { MongoClient } from 'mongodb';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';

import { exportNewsroom } from '../../src/archive/exportNewsroom';
import { readEnvironment } from '../../src/environment';
import type { FileStore } from '../../src/files/FileStore';
import { openFileStore } from '../../src/files/openFileStore';
import { openNewsroom, publish, writeArticle, type Newsroom } from '../support/newsroom';
import { serveNewsroomFiles, type FileServer } from './support/fileServer';
import { picture } from './support/pictures';
import { startS3, type S3Server } from './support/s3Server';

let s3: S3Server;
let newsroom: Newsroom;
let files: FileServer;
let store: FileStore;

beforeAll(async () => {
  s3 = await startS3();
  Object.assign(process.env, s3.settings);
  newsroom = await openNewsroom(inject('mongoUri'));
  store = openFileStore(readEnvironment());
  files = await serveNewsroomFiles(newsroom, store);
});
afterAll(async () => {
  await files.close();
  await newsroom.close();
  await s3.close();
  for (const name of Object.keys(s3.settings)) Reflect.deleteProperty(process.env, name);
});

it('a newsroom with a bucket keeps every file there, and works as any other', async () => {
  const pictures = await Promise.all(
    Array.from({ length: 12 }, (_, n) => picture({ colour: `rgb(9, ${n * 20}, 30)` })),
  );
  const answers = await Promise.all(
    pictures.map((bytes) =>
      newsroom.upload({
        collection: 'media',
        as: 'writer',
        file: { name: 'same.jpg', bytes },
        fields: { alt: 'A colour', credit: 'Ada Fenwick' },
      }),
    ),
  );
  expect(answers.map(({ status }) => status)).toEqual(Array(12).fill(201));
  for (const [n, { body }] of answers.entries()) {
    const { bytes } = await files.get(`/files/${body.doc.original.storedAs}`, { as: 'writer' });
    expect(bytes).toEqual(pictures[n]);
  }
  expect(existsSync(path.join(String(process.env.DATA_DIR), 'files'))).toBe(false);

  const record = answers[3]?.body.doc;
  const { article } = await writeArticle(newsroom, { leadImage: record.id });
  expect((await files.get(record.url)).status).toBe(404);
  await publish(newsroom, article.id);
  const whole = await files.get(record.url);
  expect(whole.status).toBe(200);
  const part = await files.get(record.url, { headers: { range: 'bytes=-7' } });
  expect([part.status, part.bytes]).toEqual([206, whole.bytes.subarray(-7)]);

  const folder = await mkdtemp(path.join(tmpdir(), 'standfirst-archive-'));
  const client = new MongoClient(String(process.env.MONGODB_URI));
  const log = () => undefined;
  const manifest = await exportNewsroom({ client, files: store, folder, log });
  expect(manifest.files).toHaveProperty([`files/${record.original.storedAs}`]);
  await client.close();
  await rm(folder, { recursive: true, force: true });
});
