import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';

import { ensureIndexes } from '../../src/delivery/read/ensureIndexes';
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

describe('a database without the indexes of delivery', () => {
  it('answers everything but search, which waits for them', async () => {
    const { article } = await writeArticle(newsroom, { headline: 'Before the indexes' });
    const { sequence } = await publish(newsroom, article.id);
    await reached(node, sequence);
    for (const path of ['/v1/articles', '/v1/quotes', '/v1/people', '/v1/corrections']) {
      expect([path, (await node.get(path)).status]).toEqual([path, 200]);
    }
    const early = await node.get('/v1/search?q=indexes');
    expect([early.status, early.headers['retry-after']]).toEqual([503, '5']);
    await ensureIndexes(newsroom.payload.db.connection);
    await ensureIndexes(newsroom.payload.db.connection);
    const { body } = await node.get('/v1/search?q=indexes');
    expect(body.items).toHaveLength(1);
    expect(node.errors).toEqual([]);
  });
});
