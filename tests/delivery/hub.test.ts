import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { afterAll, beforeAll, expect, inject, it } from 'vitest';

import { pingHub } from '../../src/delivery/webhooks/pingHub';
import { openNewsroom, publish, release, writeArticle, type Newsroom } from '../support/newsroom';

let newsroom: Newsroom;
let hub: Server;
let hubUrl: string;
const told: string[] = [];
/** What the hub answers next; 202 when empty. */
const answers: number[] = [];

beforeAll(async () => {
  newsroom = await openNewsroom(inject('mongoUri'));
  hub = createServer((req, res) => {
    let body = '';
    req.on('data', (chunk: Buffer) => (body += chunk.toString('utf8')));
    req.on('end', () => {
      const status = answers.shift() ?? 202;
      const form = new URLSearchParams(body);
      if (status === 202 && form.get('hub.mode') === 'publish') {
        told.push(String(form.get('hub.url')).replace('https://news.example/v1/feeds/', ''));
      }
      res.writeHead(status).end();
    });
  });
  await new Promise<void>((resolve) => hub.listen(0, '127.0.0.1', resolve));
  hubUrl = `http://127.0.0.1:${(hub.address() as AddressInfo).port}/hub`;
});
afterAll(async () => {
  hub.close();
  await newsroom.close();
});

it('a hub is told of every feed that changed, once by all workers, again after a failure', async () => {
  const { payload } = newsroom;
  const before = await writeArticle(newsroom, { headline: 'Before the hub' });
  await publish(newsroom, before.article.id);
  const wider = await payload.create({ collection: 'topics', data: { name: 'Water' } });
  const topic = await payload.create({
    collection: 'topics',
    data: { name: 'Sea & shore', parent: wider.id },
  });
  await release(newsroom, 'topics', topic.id);
  const errors: unknown[] = [];
  const options = {
    connection: payload.db.connection,
    hubUrl,
    publicUrl: 'https://news.example',
    onError: (error: unknown) => errors.push(error),
    idleMs: 20,
    retryMs: 50,
  };
  const workers = [pingHub(options), pingHub(options), pingHub(options)];
  const rows = payload.db.connection.collection<{ _id: string; sequence: number }>('hub-pings');
  await expect.poll(() => rows.countDocuments()).toBe(1);
  expect(told).toEqual([]);

  answers.push(503);
  const { article } = await writeArticle(newsroom, { headline: 'After it', topics: [topic.id] });
  const { sequence } = await publish(newsroom, article.id);
  await expect
    .poll(async () => (await rows.findOne({ _id: hubUrl }))?.sequence, { timeout: 10_000 })
    .toBe(sequence);
  await Promise.all(workers.map((worker) => worker.close()));
  const feeds = ['rss.xml', 'atom.xml', 'feed.json'];
  const queries = ['', '?topic=sea-shore', '?topic=water'];
  expect(told.toSorted()).toEqual(
    queries.flatMap((query) => feeds.map((feed) => `${feed}${query}`)).toSorted(),
  );
  expect(errors).toHaveLength(1);
});
