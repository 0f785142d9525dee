import { createHash, randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { readEnvironment } from '../../src/environment';
import { readWhole, type FileStore } from '../../src/files/FileStore';
import { openFileStore } from '../../src/files/openFileStore';
import { startS3, type S3Server } from './support/s3Server';

let folder: string;
let s3: S3Server;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'standfirst-stores-'));
  s3 = await startS3();
});
afterAll(async () => {
  await s3.close();
  await rm(folder, { recursive: true, force: true });
});

const nameOf = (bytes: Uint8Array) => `${createHash('sha256').update(bytes).digest('hex')}.png`;
const inFolder = () => openFileStore(readEnvironment({ DATA_DIR: folder }));
const inBucket = () => openFileStore(readEnvironment({ DATA_DIR: folder, ...s3.settings }));

describe.each([
  ['in a folder', inFolder],
  ['in a bucket', inBucket],
])('files %s', (_where, open: () => FileStore) => {
  it('come back byte for byte, whole and in part', async () => {
    const store = open();
    const bytes = randomBytes(200_000);
    const name = nameOf(bytes);
    expect(await store.size(name)).toBeNull();
    await store.put(name, bytes);
    expect(await store.size(name)).toBe(bytes.length);
    expect(await readWhole(store, name)).toEqual(bytes);
    const part: Buffer[] = [];
    for await (const chunk of await store.read(name, { start: 5, end: 14 })) {
      part.push(chunk as Buffer);
    }
    expect(Buffer.concat(part)).toEqual(bytes.subarray(5, 15));
  });

  it('put at the same moment are stored once, and putting again does nothing', async () => {
    const store = open();
    const bytes = randomBytes(50_000);
    const name = nameOf(bytes);
    await Promise.all(Array.from({ length: 8 }, () => store.put(name, bytes)));
    expect(await readWhole(store, name)).toEqual(bytes);
    const names: string[] = [];
    for await (const each of store.names()) if (each === name) names.push(each);
    expect(names).toEqual([name]);
  });

  it('are gone when they are removed, and told as such', async () => {
    const store = open();
    const bytes = randomBytes(100);
    const name = nameOf(bytes);
    await store.put(name, bytes);
    await store.remove(name);
    await store.remove(name);
    expect(await store.size(name)).toBeNull();
    await expect(readWhole(store, name)).rejects.toThrow();
  });

  it('have names of their content only', async () => {
    await expect(open().put('../secret.png', randomBytes(3))).rejects.toThrow('not the name');
  });
});

it('what a write that was cut off left in a folder is tidied away, and no other', async () => {
  const incoming = path.join(folder, 'files', 'incoming');
  await mkdir(incoming, { recursive: true });
  await writeFile(path.join(incoming, 'old'), 'half a pict');
  await writeFile(path.join(incoming, 'running'), 'half a pict');
  const hourAgo = new Date(Date.now() - 3_600_000);
  await utimes(path.join(incoming, 'old'), hourAgo, hourAgo);
  await inFolder().tidy();
  expect(await readdir(incoming)).toEqual(['running']);
});
