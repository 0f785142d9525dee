import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';

import { folderStore } from '../../src/files/folderStore';
import type { Media } from '../../src/payload-types';
import { openNewsroom, type Newsroom } from '../support/newsroom';
import { serveNewsroomFiles, type FileServer } from './support/fileServer';
import { colourAt, fromPhone, halves, isBlue, isRed, picture, SECRETS } from './support/pictures';

let newsroom: Newsroom;
let files: FileServer;
let folder: string;

beforeAll(async () => {
  newsroom = await openNewsroom(inject('mongoUri'));
  folder = path.join(String(process.env.DATA_DIR), 'files');
  files = await serveNewsroomFiles(newsroom, folderStore(folder));
});
afterAll(async () => {
  await files.close();
  await newsroom.close();
});

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const shaIn = (address: string) => /([0-9a-f]{64})\.\w+$/.exec(address)?.[1];

async function bytesAt(address: string): Promise<Buffer> {
  const got = await files.get(address, { as: 'writer' });
  expect(got.status, address).toBe(200);
  return got.bytes;
}

async function uploadPicture(
  bytes: Uint8Array,
  { name = 'harbour.jpg', query = '' } = {},
): Promise<Media> {
  const { status, body } = await newsroom.upload({
    collection: 'media',
    as: 'writer',
    file: { name, bytes, type: 'image/jpeg' },
    query,
  });
  expect(status, JSON.stringify(body)).toBe(201);
  return body.doc as Media;
}

const addressesOf = ({ url, sizes }: Media): string[] => [
  String(url),
  ...Object.values(sizes ?? {}).flatMap((size) => (size.url ? [size.url] : [])),
];

describe('simultaneous uploads of one name', () => {
  it('keep every picture apart, byte for byte', async () => {
    const pictures = await Promise.all(
      Array.from({ length: 12 }, (_, n) => picture({ colour: `rgb(${n * 20}, 90, 30)` })),
    );
    const answers = await Promise.all(
      pictures.map((bytes) =>
        newsroom.upload({
          collection: 'media',
          as: 'writer',
          file: { name: 'same.jpg', bytes, type: 'image/jpeg' },
        }),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array(12).fill(201));
    for (const [n, { body }] of answers.entries()) {
      const { original, url } = body.doc as Media;
      expect(original?.storedAs).toBe(`${sha256(pictures[n] as Buffer)}.jpg`);
      expect(await bytesAt(`/files/${original?.storedAs}`)).toEqual(pictures[n]);
      const shown = await bytesAt(String(url));
      expect(shaIn(String(url))).toBe(sha256(shown));
      const [red = 0] = await colourAt(shown, 0.5, 0.5);
      expect(Math.abs(red - n * 20)).toBeLessThan(8);
    }
  });

  it('keep every evidence file apart, byte for byte, equal ones too', async () => {
    const texts = Array.from({ length: 12 }, (_, n) =>
      Buffer.from(`What was said, number ${n % 10}.`),
    );
    const answers = await Promise.all(
      texts.map((bytes) =>
        newsroom.upload({
          collection: 'evidence-files',
          as: 'writer',
          file: { name: 'notes.txt', bytes, type: 'text/plain' },
        }),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array(12).fill(201));
    for (const [n, { body }] of answers.entries()) {
      expect(await bytesAt(body.doc.url)).toEqual(texts[n]);
    }
  });
});

describe('the picture that readers get', () => {
  it('is turned as it is seen, tells nothing beside its pixels, and has true measures', async () => {
    const original = await fromPhone();
    const text = original.toString('latin1');
    expect(text).toContain('Ada Fenwick');
    const record = await uploadPicture(original);
    expect(record).toMatchObject({ width: 300, height: 600, mimeType: 'image/jpeg' });
    expect(record.sizes?.medium).toMatchObject({ width: 300, height: 600 });
    for (const address of addressesOf(record)) {
      const bytes = await bytesAt(address);
      for (const secret of SECRETS) {
        expect(bytes.includes(secret), `${secret} in ${address}`).toBe(false);
      }
      const meta = await sharp(bytes).metadata();
      expect([meta.exif, meta.xmp, meta.iptc, meta.icc, meta.orientation]).toEqual(
        Array(5).fill(undefined),
      );
      // Lying on its side the left half was red: upright it is the upper half.
      expect(isRed(await colourAt(bytes, 0.5, 0.2)), address).toBe(true);
      expect(isBlue(await colourAt(bytes, 0.5, 0.8)), address).toBe(true);
    }
    expect(await bytesAt(`/files/${record.original?.storedAs}`)).toEqual(original);
    expect((await files.get(`/files/${record.original?.storedAs}`)).status).toBe(404);
  });

  it('of a camera is measured upright, and has no place in it', async () => {
    const bytes = await readFile('tests/fixtures/pictures/exif-rotated.jpg');
    const record = await uploadPicture(bytes, { name: 'exif-rotated.jpg' });
    expect(record).toMatchObject({ width: 30, height: 60 });
    for (const address of addressesOf(record)) {
      expect((await sharp(await bytesAt(address)).metadata()).exif).toBeUndefined();
    }
  });

  it.each(['gif', 'webp'] as const)('stays an animation as %s, in every size', async (format) => {
    const frames = await Promise.all(
      ['#ff0000', '#00ff00', '#0000ff'].map((colour) => picture({ colour, width: 900 })),
    );
    const animation = await sharp(frames, { join: { animated: true } })
      .toFormat(format)
      .toBuffer();
    const record = await uploadPicture(animation, { name: `wave.${format}` });
    expect(record).toMatchObject({ width: 900, height: 200, mimeType: `image/${format}` });
    expect(record.sizes?.thumbnail).toMatchObject({ width: 320, height: 71 });
    for (const address of addressesOf(record)) {
      expect((await sharp(await bytesAt(address), { animated: true }).metadata()).pages).toBe(3);
    }
  });
});

describe('a crop', () => {
  it('makes new files of the original, and leaves the old ones as they are', async () => {
    const record = await uploadPicture(await halves(), { name: 'halves.png' });
    const before = await Promise.all(addressesOf(record).map(bytesAt));
    const cropped = await newsroom.upload({
      collection: 'media',
      id: record.id,
      as: 'writer',
      query:
        '?uploadEdits[crop][x]=50&uploadEdits[crop][y]=0&uploadEdits[crop][unit]=%25&uploadEdits[widthInPixels]=200&uploadEdits[heightInPixels]=200',
    });
    expect(cropped.status, cropped.text).toBe(200);
    const now = cropped.body.doc as Media;
    expect(now).toMatchObject({ width: 200, height: 200, filename: 'halves.png' });
    expect(now.url).not.toBe(record.url);
    expect(isBlue(await colourAt(await bytesAt(String(now.url)), 0.05, 0.5))).toBe(true);
    expect(await Promise.all(addressesOf(record).map(bytesAt))).toEqual(before);

    // A crop of the crop is measured from what is seen.
    const again = await newsroom.upload({
      collection: 'media',
      id: record.id,
      as: 'writer',
      query:
        '?uploadEdits[crop][x]=25&uploadEdits[crop][y]=50&uploadEdits[widthInPixels]=100&uploadEdits[heightInPixels]=100',
    });
    expect(again.body.doc.crop).toEqual({ left: 250, top: 100, width: 100, height: 100 });
    expect(again.body.doc.original.storedAs).toBe(record.original?.storedAs);
  });

  it('with another focal point shows another part in sizes of fixed shape', async () => {
    const bytes = await halves({ width: 2600, height: 700 });
    const record = await uploadPicture(bytes, { name: 'wide.png' });
    const share = async ({ sizes }: Media) => bytesAt(String(sizes?.share?.url));
    expect(isRed(await colourAt(await share(record), 0.2, 0.5))).toBe(true);
    const { body } = await newsroom.rest('PATCH', `/media/${record.id}`, {
      as: 'writer',
      body: { focalX: 90, focalY: 50 },
    });
    expect(body.doc).toMatchObject({ focalX: 90, url: record.url });
    expect(isBlue(await colourAt(await share(body.doc), 0.05, 0.5))).toBe(true);
  });

  it('outside of the picture is refused', async () => {
    const record = await uploadPicture(await picture());
    for (const edits of ['[x]=200', '[x]=-5', '[x]=wide']) {
      const { status, body } = await newsroom.upload({
        collection: 'media',
        id: record.id,
        as: 'writer',
        query: `?uploadEdits[crop]${edits}&uploadEdits[crop][y]=0&uploadEdits[widthInPixels]=20&uploadEdits[heightInPixels]=20`,
      });
      expect(status).toBe(400);
      expect(body.errors[0].data.code).toBe('CROP_INVALID');
    }
  });
});

describe('what a record says of its file', () => {
  it('is the server’s own: no client points it elsewhere', async () => {
    const secret = await newsroom.upload({
      collection: 'evidence-files',
      as: 'writer',
      file: { name: 'secret.txt', bytes: Buffer.from('A source speaks.'), type: 'text/plain' },
    });
    const record = await uploadPicture(await picture());
    const { storedAs, url } = secret.body.doc;
    const { body, status } = await newsroom.rest('PATCH', `/media/${record.id}`, {
      as: 'admin',
      body: {
        storedAs,
        url,
        width: 1,
        mimeType: 'text/plain',
        original: { storedAs },
        crop: { left: 0 },
        sizes: { thumbnail: { url, filename: storedAs } },
        alt: 'New words',
      },
    });
    expect(status).toBe(200);
    const { updatedAt, ...now } = body.doc as Media;
    const { updatedAt: before, ...was } = record;
    expect(updatedAt).not.toBe(before);
    const counted = { revision: 2, savedBy: now.savedBy, contributors: now.contributors };
    expect(now).toEqual({ ...was, ...counted, alt: 'New words' });
  });

  it('has its addresses whatever a client selects', async () => {
    const record = await uploadPicture(await picture());
    const { body } = await newsroom.rest('GET', `/media/${record.id}?select[url]=true`, {
      as: 'writer',
    });
    expect(body.url).toBe(record.url);
  });

  it('has no original for keys and readers', async () => {
    const record = await uploadPicture(await picture());
    const writer = await newsroom.rest('GET', `/media/${record.id}`, { as: 'writer' });
    expect(writer.body.original.storedAs).toMatch(/^[0-9a-f]{64}\.jpg$/);
    expect(writer.body.thumbnailURL).toBe(record.sizes?.thumbnail?.url);
    await newsroom.payload.create({
      collection: 'users',
      data: {
        email: 'key@newsroom.example',
        password: 'a password',
        name: 'key',
        roles: ['preview'],
        enableAPIKey: true,
        apiKey: 'preview-key-0001',
      },
    });
    const headers = { authorization: 'users API-Key preview-key-0001' };
    const preview = await newsroom.rest('GET', `/media/${record.id}`, { headers });
    expect(preview.body.url).toBe(record.url);
    expect(preview.body.original).toBeUndefined();
    expect((await files.get(String(record.url), { headers })).status).toBe(200);
    const original = `/files/${record.original?.storedAs}`;
    expect((await files.get(original, { headers })).status).toBe(404);
    expect((await files.get(String(record.url))).status).toBe(404);
  });
});

describe('refused uploads', () => {
  const stored = async () =>
    (await readdir(folder, { recursive: true })).filter((name) => /[0-9a-f]{64}/.test(name)).sort();

  it('of more than 50 megapixels say why, are never decoded, and leave nothing behind', async () => {
    const huge = await sharp({
      create: { width: 16_000, height: 16_000, channels: 3, background: '#123456' },
      limitInputPixels: false,
    })
      .png({ compressionLevel: 9 })
      .toBuffer();
    sharp.cache(false);
    const before = await stored();
    const memory = process.memoryUsage().rss;
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, n) =>
        newsroom.upload({
          collection: 'media',
          as: 'writer',
          file: { name: `huge-${n}.png`, bytes: huge, type: 'image/png' },
        }),
      ),
    );
    const grown = (process.memoryUsage().rss - memory) / 1e6;
    for (const { status, body } of answers) {
      expect(status).toBe(413);
      expect(body.errors[0].message).toMatch(
        /^“huge-\d\.png” has 256 megapixels \(16000 × 16000\), and at most 50 are taken here\. Make it smaller/,
      );
    }
    // One of them decoded is 768 MB.
    expect(grown).toBeLessThan(150);
    expect(await stored()).toEqual(before);
  });

  it('by nobody, or without a file, leave nothing behind', async () => {
    const before = await stored();
    const file = { name: 'mine.jpg', bytes: await picture({ colour: '#010203' }) };
    const nobody = await newsroom.upload({ collection: 'media', file });
    expect(nobody.status).toBe(403);
    const none = await newsroom.upload({ collection: 'media', as: 'writer' });
    expect(none.status).toBe(400);
    expect(await stored()).toEqual(before);
  });

  it('of a page or a program called a transcript are told by their bytes', async () => {
    for (const [name, bytes] of [
      ['speech.mp3', Buffer.from('just words')],
      ['page.txt', Buffer.from([0, 1, 2, 3])],
      ['zip.txt', Buffer.from('PK\u0003\u0004and more of it, as in a zip')],
    ] as const) {
      const { status } = await newsroom.upload({
        collection: 'evidence-files',
        as: 'writer',
        file: { name, bytes, type: 'text/plain' },
      });
      expect(status, name).toBe(400);
    }
  });
});

describe('an address of a file', () => {
  it('answers GET, HEAD, ranges and validators, as everything for the web should', async () => {
    const record = await uploadPicture(await halves());
    const address = String(record.url);
    const whole = await files.get(address, { as: 'writer' });
    expect(whole.headers).toMatchObject({
      'content-type': 'image/png',
      'content-length': String(whole.bytes.length),
      'cache-control': 'private, no-cache',
      'x-content-type-options': 'nosniff',
      'accept-ranges': 'bytes',
      etag: `"${sha256(whole.bytes)}"`,
    });
    const head = await files.get(address, { as: 'writer', method: 'HEAD' });
    expect([head.status, head.bytes.length, head.headers['content-length']]).toEqual([
      200,
      0,
      String(whole.bytes.length),
    ]);
    const part = await files.get(address, { as: 'writer', headers: { range: 'bytes=10-19' } });
    expect(part.status).toBe(206);
    expect(part.bytes).toEqual(whole.bytes.subarray(10, 20));
    expect(part.headers['content-range']).toBe(`bytes 10-19/${whole.bytes.length}`);
    const beyond = await files.get(address, {
      as: 'writer',
      headers: { range: `bytes=${whole.bytes.length}-` },
    });
    expect(beyond.status).toBe(416);
    const same = await files.get(address, {
      as: 'writer',
      headers: { 'if-none-match': String(whole.headers.etag) },
    });
    expect([same.status, same.bytes.length]).toEqual([304, 0]);
    expect(files.errors).toEqual([]);
  });

  it.each(['/files/../server.ts', '/files/..%2f..%2fetc%2fpasswd', `/files/${'a'.repeat(64)}.jpg`])(
    '%s leads nowhere',
    async (address) => {
      expect((await files.get(address, { as: 'admin' })).status).toBe(404);
    },
  );
});
