/**
 * Asks for everything as nobody means it, many times: no answer may be a failure, hold anything of
 * how it was made, or make the database work for long.
 *
 *   node bin/run.mjs bench/hostileInput.ts [--requests 20000] [--articles 2000] [--seed 1]
 */
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parseArgs } from 'node:util';

import express from 'express';
import fc from 'fast-check';

import { createClient } from '../src/client/createClient';
import { openDelivery } from '../src/delivery/openDelivery';
import { readerSite } from '../src/reader/readerSite';
import { hostileRequest, INNARDS, type HostileRequest } from './delivery/hostileRequests';
import { inNewsroom } from './delivery/inNewsroom';
import { makeUpArticles } from './delivery/madeUpArticles';

const { values } = parseArgs({
  options: {
    requests: { type: 'string', default: '20000' },
    articles: { type: 'string', default: '2000' },
    seed: { type: 'string', default: '1' },
  },
});
/** A query that takes longer than this on a machine with nothing else to do has no index. */
const SLOW_MS = 100;

await inNewsroom(async ({ payload }) => {
  const { connection } = payload.db;
  await makeUpArticles({ connection, count: Number(values.articles) });
  const failures: string[] = [];
  const fail = (error: unknown) => failures.push(String(error));
  const publicUrl = 'https://news.example';
  const delivery = openDelivery({ connection, publicUrl, onError: fail });
  const app = express().use('/v1', delivery.app);
  const server = createServer((req, res) => {
    if (!delivery.answerFast(req, res)) app(req, res);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const client = createClient({ baseUrl: `http://127.0.0.1:${port}/v1` });
  const site = { name: 'The Hallow Post', language: 'en', publicUrl };
  app.use('/read', readerSite({ client, site, onError: fail }));
  while (!delivery.follower.isFollowing) await new Promise((wake) => setTimeout(wake, 20));
  await connection.db?.command({ profile: 1, slowms: SLOW_MS });

  const statuses: Record<string, number> = {};
  let slowest = { ms: 0, path: '' };
  const ask = ({ path: address, headers }: HostileRequest) =>
    new Promise<{ status: number; text: string }>((resolve, reject) => {
      const asked = request({ port, host: '127.0.0.1', path: address, headers }, (res) => {
        let text = '';
        res.on('data', (chunk: Buffer) => (text += chunk.toString('latin1')));
        res.on('end', () => resolve({ status: res.statusCode ?? 0, text }));
        res.on('error', reject);
      });
      asked.on('error', reject);
      asked.end();
    });
  const startedAt = performance.now();
  await fc.assert(
    fc.asyncProperty(hostileRequest, async (hostile) => {
      const askedAt = performance.now();
      const { status, text } = await ask(hostile);
      const ms = performance.now() - askedAt;
      statuses[status] = (statuses[status] ?? 0) + 1;
      if (ms > slowest.ms) slowest = { ms, path: hostile.path.slice(0, 120) };
      if (status >= 500) throw new Error(`${status} for ${hostile.path}`);
      if (INNARDS.test(text)) throw new Error(`innards in the answer to ${hostile.path}`);
    }),
    { numRuns: Number(values.requests), seed: Number(values.seed) },
  );
  const seconds = (performance.now() - startedAt) / 1000;
  const slow = await connection
    .collection('system.profile')
    .find({ millis: { $gte: SLOW_MS }, ns: { $not: /system/ }, 'command.$db': connection.name })
    .toArray();
  const slowReads = slow.filter(({ command }) => !(command as { getMore?: unknown }).getMore);
  console.log(
    `${values.requests} requests in ${seconds.toFixed(0)} s: ${JSON.stringify(statuses)}`,
  );
  console.log(`slowest answer ${slowest.ms.toFixed(0)} ms: ${slowest.path}`);
  console.log(
    `queries of ${SLOW_MS} ms and more: ${slowReads.length}; failures: ${failures.length}`,
  );
  for (const { command, millis } of slowReads.slice(0, 5)) {
    console.log(`  ${String(millis)} ms ${JSON.stringify(command).slice(0, 200)}`);
  }
  for (const failure of failures.slice(0, 5)) console.log(`  ${failure}`);
  if (failures.length > 0 || slowReads.length > 0) process.exitCode = 1;
  server.closeAllConnections();
  server.close();
  await delivery.close();
});
