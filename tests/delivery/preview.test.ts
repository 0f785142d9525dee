import { createLocalReq } from 'payload';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';

import { issuePreviewToken } from '../../src/cms/endpoints/previewTokens';
import { openNewsroom, publish, writeArticle, type Newsroom } from '../support/newsroom';
import { serveDelivery, type ServedDelivery } from './support/serveDelivery';

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

async function issue(articleId: string, more: { editionId?: string; now?: Date } = {}) {
  const req = await createLocalReq({ user: newsroom.users.editor }, newsroom.payload);
  return issuePreviewToken({ req, articleId, editionId: null, hours: 1, now: new Date(), ...more });
}

describe('a preview link', () => {
  it('shows the working copy as it was, even after it changed', async () => {
    const { article } = await writeArticle(newsroom, { headline: 'Before the change' });
    const { token } = await issue(article.id);
    await newsroom.rest('PATCH', `/articles/${article.id}`, {
      as: 'writer',
      body: { headline: 'After the change' },
    });
    const { status, body, headers } = await node.get(`/v1/preview/${token}`);
    expect([status, body.headline]).toEqual([200, 'Before the change']);
    expect(headers).toMatchObject({
      'cache-control': 'no-store',
      'x-robots-tag': 'noindex, nofollow',
    });
  });

  it('shows an edition of this article only', async () => {
    const { article } = await writeArticle(newsroom, { headline: 'An edition' });
    const other = await writeArticle(newsroom, { headline: 'Another article' });
    const { edition } = await publish(newsroom, article.id);
    const { token } = await issue(article.id, { editionId: String(edition?.id) });
    expect((await node.get(`/v1/preview/${token}`)).body.headline).toBe('An edition');
    await expect(issue(other.article.id, { editionId: String(edition?.id) })).rejects.toMatchObject(
      { code: 'NOT_FOUND' },
    );
  });

  it('ends when its time is over, and at once when it is deleted', async () => {
    const { article } = await writeArticle(newsroom, { headline: 'For a while' });
    const old = await issue(article.id, { now: new Date(Date.now() - 2 * 3_600_000) });
    expect((await node.get(`/v1/preview/${old.token}`)).body.error.code).toBe('PREVIEW_ENDED');
    const { token } = await issue(article.id);
    expect((await node.get(`/v1/preview/${token}`)).status).toBe(200);
    await newsroom.payload.db.connection.collection('preview-tokens').deleteMany({});
    expect((await node.get(`/v1/preview/${token}`)).status).toBe(404);
  });

  it('cannot be guessed from what the database holds', async () => {
    const { article } = await writeArticle(newsroom, { headline: 'Hashed' });
    const { token } = await issue(article.id);
    const rows = await newsroom.payload.db.connection.collection('preview-tokens').find().toArray();
    expect(JSON.stringify(rows)).not.toContain(token);
    expect((await node.get(`/v1/preview/${'A'.repeat(43)}`)).status).toBe(404);
  });
});
