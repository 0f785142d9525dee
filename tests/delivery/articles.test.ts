import { brotliDecompressSync, gunzipSync } from 'node:zlib';

import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';

import { performAction } from '../../src/actions/workflow/performAction';
import { openNewsroom, publish, writeArticle, type Newsroom } from '../support/newsroom';
import { reached, serveDelivery, type ServedDelivery } from './support/serveDelivery';

let newsroom: Newsroom;
let node: ServedDelivery;

beforeAll(async () => {
  newsroom = await openNewsroom(inject('mongoUri'));
  node = await serveDelivery({ connection: newsroom.payload.db.connection });
});
afterAll(async () => {
  await node.close();
  await newsroom.close();
});

async function published(headline: string) {
  const made = await writeArticle(newsroom, { headline });
  const { sequence } = await publish(newsroom, made.article.id);
  await reached(node, sequence);
  return { ...made, address: `/v1/articles/${made.article.slug}` };
}

describe('an article', () => {
  it('is its live edition, with bodies in three forms', async () => {
    const { address, article } = await published('Three forms of a body');
    const { status, body } = await node.get(address);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      id: article.id,
      headline: 'Three forms of a body',
      url: `https://news.example/read/${article.slug}`,
      edition: { number: 1 },
      corrections: [],
    });
    expect(body.sections[0].body.html).toBe(
      '<p>The lighthouse of Port Hallow was lit on Tuesday.</p>',
    );
    expect(body.sections[0].body.text).toBe('The lighthouse of Port Hallow was lit on Tuesday.');
    expect(body.sections[0].body.lexical.root.type).toBe('root');
  });

  it('is found by its id, and is sent in part when asked', async () => {
    const { article } = await published('By id');
    const { body } = await node.get(`/v1/articles/id/${article.id}?fields=slug,headline`);
    expect(body).toEqual({ slug: article.slug, headline: 'By id' });
    expect((await node.get(`/v1/articles/id/${article.id}?fields=workflow`)).status).toBe(400);
    expect((await node.get('/v1/articles/id/none')).status).toBe(404);
  });

  it('is compressed once, and each encoding says so and has its own tag', async () => {
    const { address } = await published('Compressed');
    const plain = await node.get(address);
    const zipped = await node.get(address, { 'accept-encoding': 'gzip' });
    const brotlied = await node.get(address, { 'accept-encoding': 'gzip, deflate, br' });
    expect(gunzipSync(zipped.bytes).equals(plain.bytes)).toBe(true);
    expect(brotliDecompressSync(brotlied.bytes).equals(plain.bytes)).toBe(true);
    expect(brotlied.headers['content-encoding']).toBe('br');
    expect(new Set([plain, zipped, brotlied].map(({ headers }) => headers.etag)).size).toBe(3);
    for (const { headers } of [plain, zipped, brotlied]) {
      expect(headers.vary).toBe('accept-encoding');
      expect(headers.etag).toMatch(/^"/);
      expect(headers['cache-control']).toContain('stale-while-revalidate');
      expect(headers['surrogate-key']).toMatch(/^article:[0-9a-f]{24}/);
    }
  });

  it('is not sent again to who has it', async () => {
    const { address } = await published('Held already');
    const { headers } = await node.get(address, { 'accept-encoding': 'br' });
    const again = await node.get(address, {
      'accept-encoding': 'br',
      'if-none-match': `"other", W/${headers.etag}`,
    });
    expect(again).toMatchObject({ status: 304, text: '' });
    expect(again.headers.etag).toBe(headers.etag);
    const across = await node.get(address, {
      'if-none-match': String(headers.etag),
      origin: 'https://news.example',
    });
    expect(across.status).toBe(304);
    expect(across.headers['access-control-allow-origin']).toBe('*');
    const byDate = await node.get(address, {
      'if-modified-since': String(headers['last-modified']),
    });
    expect(byDate.status).toBe(304);
    expect((await node.get(address, { 'if-none-match': '"other"' })).status).toBe(200);
  });

  it('answers HEAD with the same headers and no body', async () => {
    const { address } = await published('Head only');
    const got = await node.get(address);
    const head = await node.get(address, {}, 'HEAD');
    expect(head).toMatchObject({ status: 200, text: '' });
    expect({ ...head.headers, date: '' }).toEqual({ ...got.headers, date: '' });
  });

  it('is nowhere while it is a draft', async () => {
    const { article } = await writeArticle(newsroom, { headline: 'A draft only' });
    expect((await node.get(`/v1/articles/${article.slug}`)).status).toBe(404);
    expect((await node.get(`/v1/articles/id/${article.id}`)).status).toBe(404);
  });

  it('leads from an old slug to the new one', async () => {
    const { address, article } = await published('An old address');
    await newsroom.rest('PATCH', `/articles/${article.id}`, {
      as: 'writer',
      body: { slug: 'a-new-address' },
    });
    const { sequence } = await publish(newsroom, article.id, {
      kind: 'minor',
      note: 'A better address.',
    });
    await reached(node, sequence);
    const moved = await node.get(address);
    expect(moved.status).toBe(301);
    expect(moved.headers.location).toBe('/v1/articles/a-new-address');
    expect((await node.get('/v1/articles/a-new-address')).status).toBe(200);
  });

  it('answers 410 with the notice once withdrawn, though it was kept before', async () => {
    const { address, article } = await published('Soon withdrawn');
    await node.get(address);
    const { sequence } = await performAction({
      payload: newsroom.payload,
      user: newsroom.users.publisher,
      articleId: article.id,
      now: new Date(),
      action: 'withdraw',
      input: {
        reason: 'The source took it back.',
        notice: 'This article was wrong, and is withdrawn.',
      },
    });
    await reached(node, sequence);
    const gone = await node.get(address);
    expect(gone.status).toBe(410);
    expect(gone.body.error).toEqual({
      code: 'WITHDRAWN',
      message: 'This article was wrong, and is withdrawn.',
    });
  });

  it('shows its corrections', async () => {
    const { address, article } = await published('Corrected later');
    await newsroom.rest('PATCH', `/articles/${article.id}`, {
      as: 'writer',
      body: { standfirst: 'After twelve years the harbour has its light again.' },
    });
    const { sequence } = await publish(newsroom, article.id, {
      kind: 'correction',
      note: 'It was twelve years, not eleven.',
    });
    await reached(node, sequence);
    const { body } = await node.get(address);
    expect(body.edition.number).toBe(2);
    expect(body.corrections).toMatchObject([
      { kind: 'correction', note: 'It was twelve years, not eleven.', editionNumber: 2 },
    ]);
  });

  it('refuses what it does not know with a code', async () => {
    const { address } = await published('Refusals');
    expect((await node.get(`${address}?draft=true`)).body.error.code).toBe('INVALID_QUERY');
    expect((await node.get(`${address}?fields=id&fields=slug`)).status).toBe(400);
    expect((await node.get(address, {}, 'DELETE')).status).toBe(405);
    expect((await node.get('/v1/articles/%E0%A4%A')).status).toBe(400);
    expect((await node.get('/v1/nowhere')).body.error.code).toBe('NOT_FOUND');
    expect(node.errors).toEqual([]);
  });
});
