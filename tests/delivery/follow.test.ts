import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

import express from 'express';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';

import { health } from '../../src/delivery/routes/health';
import type { Article } from '../../src/payload-types';
import { openNewsroom, publish, writeArticle, type Newsroom } from '../support/newsroom';
import { cuttableConnection, type CuttableConnection } from './support/cuttableConnection';
import { reached, serveDelivery, type ServedDelivery } from './support/serveDelivery';

let newsroom: Newsroom;
let near: ServedDelivery;
let far: ServedDelivery;
let wire: CuttableConnection;

beforeAll(async () => {
  newsroom = await openNewsroom(inject('mongoUri'));
  const { connection } = newsroom.payload.db;
  wire = await cuttableConnection(connection, inject('mongoUri'));
  near = await serveDelivery({ connection });
  far = await serveDelivery({ connection: wire.connection });
});
afterAll(async () => {
  await near.close();
  await far.close();
  await wire.close();
  await newsroom.close();
});

async function change(article: Article, standfirst: string): Promise<number | null> {
  await newsroom.rest('PATCH', `/articles/${article.id}`, { as: 'writer', body: { standfirst } });
  const { sequence } = await publish(newsroom, article.id, { kind: 'minor', note: 'A test.' });
  return sequence;
}

async function published(headline: string) {
  const { article } = await writeArticle(newsroom, { headline });
  const { sequence } = await publish(newsroom, article.id);
  await Promise.all([reached(near, sequence), reached(far, sequence)]);
  return { article, address: `/v1/articles/${article.slug}` };
}

describe('delivery nodes', () => {
  it('show a new edition on every node within a second, and never an older one after a newer', async () => {
    const { article, address } = await published('Published again and again');
    let isOver = false;
    const counts = { near: 0, far: 0, mixed: 0 };
    // One reader of each node, and one who is sent to either, with the token that clients carry on.
    const read = async (who: keyof typeof counts, pick: () => ServedDelivery) => {
      let newest = 0;
      let sequence = '0';
      while (!isOver) {
        const { body, headers } = await pick().get(
          address,
          who === 'mixed' ? { 'standfirst-sequence': sequence } : {},
        );
        expect(body.edition.number).toBeGreaterThanOrEqual(newest);
        newest = body.edition.number;
        sequence = String(headers['standfirst-sequence']);
        counts[who] += 1;
      }
    };
    const readers = [
      read('near', () => near),
      read('far', () => far),
      read('mixed', () => (Math.random() < 0.5 ? near : far)),
    ];
    for (let edition = 2; edition <= 9; edition += 1) {
      await change(article, `Standfirst number ${edition}.`);
      const deadline = AbortSignal.timeout(1_000);
      for (const node of [near, far]) {
        while ((await node.get(address)).body.edition.number < edition) {
          deadline.throwIfAborted();
          await sleep(5);
        }
      }
    }
    isOver = true;
    await Promise.all(readers);
    for (const count of Object.values(counts)) expect(count).toBeGreaterThan(20);
  });

  it('serve what they have while cut off, marked stale, and catch up afterwards', async () => {
    const { article, address } = await published('Beyond the cut');
    const app = express().use(
      health({
        isStopping: false,
        ping: () => Promise.resolve(),
        delivery: () => far.delivery.status(),
      }),
    );
    const server = createServer(app);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const ready = async () => {
      const answer = await fetch(`http://127.0.0.1:${port}/readyz`);
      return { status: answer.status, body: (await answer.json()) as { status: string } };
    };
    await far.get(address);
    expect((await far.get(address)).headers['standfirst-stale']).toBeUndefined();
    expect((await ready()).status).toBe(200);

    wire.cut();
    const sequence = await change(article, 'Written during the cut.');
    await expect.poll(() => far.delivery.status().state, { timeout: 15_000 }).toBe('stale');
    const stale = await far.get(address);
    expect(stale.status).toBe(200);
    expect(stale.body.edition.number).toBe(1);
    expect(stale.headers).toMatchObject({
      'standfirst-stale': 'true',
      warning: expect.any(String),
    });
    expect(await ready()).toMatchObject({ status: 503, body: { status: 'stale' } });
    const unknown = await far.get('/v1/articles/never-asked-for');
    expect(unknown.status).toBe(503);
    expect(unknown.headers['retry-after']).toBeDefined();

    await wire.mend();
    await reached(far, sequence);
    await expect.poll(() => far.delivery.status().state, { timeout: 15_000 }).toBe('following');
    const fresh = await far.get(address);
    expect(fresh.body).toMatchObject({
      edition: { number: 2 },
      standfirst: 'Written during the cut.',
    });
    expect(fresh.headers['standfirst-stale']).toBeUndefined();
    expect((await ready()).status).toBe(200);
    server.close();
  });
});
