import sharp from 'sharp';
import { handleEndpoints } from 'payload';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';

import { openNewsroom, type Newsroom } from '../support/newsroom';

let newsroom: Newsroom;
let token: string;

beforeAll(async () => {
  newsroom = await openNewsroom(inject('mongoUri'));
  const email = 'photo@newsroom.example';
  await newsroom.payload.create({
    collection: 'users',
    data: { email, password: 'a good password', name: 'Photo', roles: ['editor'] },
  });
  const login = await newsroom.payload.login({
    collection: 'users',
    data: { email, password: 'a good password' },
  });
  token = String(login.token);
});
afterAll(() => newsroom.close());

async function upload(
  collection: 'media' | 'evidence-files',
  file: { name: string; type: string; bytes: Uint8Array<ArrayBuffer> },
) {
  const form = new FormData();
  form.set('file', new File([file.bytes], file.name, { type: file.type }));
  form.set('_payload', JSON.stringify({ alt: 'A lighthouse' }));
  const { default: config } = await import('../../payload.config');
  const response = await handleEndpoints({
    config,
    request: new Request(`http://localhost/api/${collection}`, {
      method: 'POST',
      headers: { authorization: `JWT ${token}` },
      body: form,
    }),
  });
  return { status: response.status, body: await response.json() };
}

async function picture(): Promise<Uint8Array<ArrayBuffer>> {
  const image = sharp({
    create: { width: 1800, height: 1200, channels: 3, background: { r: 20, g: 60, b: 120 } },
  });
  return new Uint8Array(await image.jpeg().toBuffer());
}

describe('the name of a file with a character that nobody sees', () => {
  it.each([
    ['a\u202eb.jpg', /^The name of the file holds a character/],
    // These break the form itself.
    ['a\u0000b.jpg', /^The form with the file cannot be read/],
    ['a\u0007.jpg', /^The form with the file cannot be read/],
  ])('is refused: %j', async (name, message) => {
    const { status, body } = await upload('media', {
      name,
      type: 'image/jpeg',
      bytes: await picture(),
    });
    expect([status, body.errors[0].data?.code]).toEqual([400, 'INPUT_INVALID']);
    expect(body.errors[0].message).toMatch(message);
  });
});

describe('images', () => {
  it('get their sizes, and stay unseen by readers until a live article uses them', async () => {
    const { status, body } = await upload('media', {
      name: 'lighthouse.jpg',
      type: 'image/jpeg',
      bytes: await picture(),
    });
    expect(status).toBe(201);
    expect(body.doc).toMatchObject({ width: 1800, height: 1200, isPublic: false });
    expect(Object.keys(body.doc.sizes).sort()).toEqual(['large', 'medium', 'share', 'thumbnail']);
    const anonymous = await newsroom.rest('GET', `/media/${body.doc.id}`);
    expect(anonymous.status).toBe(404);
  });

  it.each([
    ['a script called a picture', 'evil.jpg', 'image/jpeg', '<script>alert(1)</script>'],
    ['a page called a picture', 'page.png', 'image/png', '<!doctype html><html></html>'],
    [
      'an SVG, which can carry script',
      'x.svg',
      'image/svg+xml',
      '<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>',
    ],
    ['an SVG called a picture', 'x.png', 'image/png', '<svg xmlns="http://www.w3.org/2000/svg"/>'],
    ['an empty file', 'empty.jpg', 'image/jpeg', ''],
  ])('refuse %s by its content', async (_what, name, type, content) => {
    const bytes = new TextEncoder().encode(content);
    const { status, body } = await upload('media', { name, type, bytes });
    expect(status).toBe(400);
    expect(body.errors[0].message).toBeTruthy();
    const { totalDocs } = await newsroom.payload.count({
      collection: 'media',
      where: { filename: { contains: name.split('.')[0] } },
    });
    expect(totalDocs).toBe(0);
  });

  it('refuse a file that breaks off in the middle', async () => {
    const whole = await picture();
    const { status } = await upload('media', {
      name: 'torn.jpg',
      type: 'image/jpeg',
      bytes: whole.slice(0, 300),
    });
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
  });

  it('refuse a file over the limit', async () => {
    const bytes = new Uint8Array(65 * 1024 * 1024);
    bytes.set(await picture());
    const { status } = await upload('media', { name: 'huge.jpg', type: 'image/jpeg', bytes });
    expect(status).toBe(413);
  });
});

describe('evidence files', () => {
  it('are never shown to readers', async () => {
    const { status, body } = await upload('evidence-files', {
      name: 'transcript.txt',
      type: 'text/plain',
      bytes: new TextEncoder().encode('What was said, word for word.'),
    });
    expect(status, JSON.stringify(body)).toBe(201);
    const record = await newsroom.rest('GET', `/evidence-files/${body.doc.id}`);
    expect(record.status).toBe(403);
  });
});
