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

  it('is handed out over HTTP to members of the newsroom, for a fortnight at most', async () => {
    const { article } = await writeArticle(newsroom, { headline: 'Handed out' });
    const issueOver = (body: unknown, as?: 'writer' | 'editor') =>
      newsroom.rest('POST', '/preview-tokens/issue', { ...(as ? { as } : {}), body });
    const issued = await issueOver({ articleId: article.id, hours: 2 }, 'writer');
    expect(issued.status).toBe(201);
    expect(issued.body.path).toBe(`/v1/preview/${issued.body.token}`);
    expect(new Date(issued.body.expiresAt).getTime()).toBeGreaterThan(Date.now());
    expect((await node.get(issued.body.path)).body.headline).toBe('Handed out');

    const nobody = await issueOver({ articleId: article.id });
    expect([nobody.status, nobody.body.errors[0].data.code]).toEqual([401, 'NOT_SIGNED_IN']);
    for (const wrong of [
      {},
      { articleId: 5 },
      { articleId: article.id, hours: 0 },
      { articleId: article.id, hours: 24 * 15 },
      { articleId: article.id, hours: 'many' },
      null,
    ]) {
      expect((await issueOver(wrong, 'editor')).status).toBe(400);
    }
    for (const unknown of [
      { articleId: 'none' },
      { articleId: '65f000000000000000000000' },
      { articleId: article.id, editionId: 'none' },
      { articleId: article.id, editionId: '65f000000000000000000000' },
    ]) {
      const { status, body } = await issueOver(unknown, 'editor');
      expect([unknown, status, body.errors[0].data.code]).toEqual([unknown, 404, 'NOT_FOUND']);
    }
  });
});
