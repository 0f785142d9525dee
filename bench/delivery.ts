/**
 * How near the delivery API comes to a bare node:http server that holds the same bytes in a Map, and
 * how far it is from Payload's own REST, in one run on one machine:
 *
 *   node bin/run.mjs bench/delivery.ts [--articles 2000] [--seconds 4] [--rounds 3]
 *
 * Each server is a process of its own. Compared are medians of requests per second of server CPU
 * (user and system), because the load takes its share of the machine too.
 */
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';

import { provideEnvironment, readEnvironment } from '../src/environment';
import { findMongod } from '../src/mongo/findMongod';
import { startMongod } from '../src/mongo/startMongod';
import { load, type LoadResult } from './delivery/load';
import { makeUpArticles } from './delivery/madeUpArticles';
import { openConnection } from './delivery/openConnection';

const { values } = parseArgs({
  options: {
    articles: { type: 'string', default: '2000' },
    seconds: { type: 'string', default: '4' },
    rounds: { type: 'string', default: '3' },
  },
});
const ROOT = path.resolve(import.meta.dirname, '..');
const CONNECTIONS = 16;
const MAX_WAIT_MS = 60_000;

interface Measured extends LoadResult {
  /** Requests per second of the server's CPU time. */
  perCpuSecond: number;
  memoryMb: number;
}

interface ServerProcess {
  child: ChildProcess;
  port: number;
}

async function startServer(role: string, cacheMb = 128): Promise<ServerProcess> {
  const values = ['bench/deliveryServer.ts', role, String(cacheMb)];
  const child = fork(path.join(ROOT, 'bin/run.mjs'), values, {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const { port } = await nextMessage<{ port: number }>(child);
  return { child, port };
}

async function nextMessage<T>(child: ChildProcess): Promise<T> {
  const [message] = (await once(child, 'message', {
    signal: AbortSignal.timeout(MAX_WAIT_MS),
  })) as [T];
  return message;
}

async function ask<T>(child: ChildProcess, message: object): Promise<T> {
  child.send(message);
  return nextMessage(child);
}

async function measure(
  { child, port }: ServerProcess,
  work: { paths: readonly string[]; headers: (path: string) => string; connections?: number },
): Promise<Measured> {
  const cpu = () => ask<{ cpuMs: number; memoryMb: number }>(child, { ask: 'cpu' });
  const before = await cpu();
  const result = await load({
    port,
    connections: CONNECTIONS,
    ms: Number(values.seconds) * 1000,
    ...work,
  });
  const after = await cpu();
  return {
    ...result,
    perCpuSecond: result.requests / ((after.cpuMs - before.cpuMs) / 1000),
    memoryMb: after.memoryMb,
  };
}

/** What a node weighs that may keep so many MB, before and after every article was asked for, twice. */
async function weigh(cacheMb: number, paths: readonly string[]): Promise<void> {
  const { child, port } = await startServer('delivery', cacheMb);
  children.push(child);
  const weight = () => ask<{ memoryMb: number; cacheMb: number }>(child, { ask: 'cpu' });
  const before = await weight();
  for (const address of [...paths, ...paths]) {
    await fetch(`http://127.0.0.1:${port}${address}`).then((answer) => answer.arrayBuffer());
  }
  const after = await weight();
  console.log(
    `  CACHE_MB=${cacheMb}: ${after.cacheMb.toFixed(1)} MB kept; the process grew from` +
      ` ${Math.round(before.memoryMb)} to ${Math.round(after.memoryMb)} MB`,
  );
  child.kill();
}

function median(numbers: readonly number[]): number {
  return [...numbers].sort((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? NaN;
}

/** Alternates the servers, so that a busy moment of the machine hits each alike. */
async function compare(
  name: string,
  servers: Record<string, ServerProcess>,
  work: { paths: readonly string[]; headers: (path: string) => string },
): Promise<Record<string, number>> {
  const runs: Record<string, Measured[]> = {};
  for (let round = 0; round < Number(values.rounds); round += 1) {
    for (const [who, server] of Object.entries(servers)) {
      (runs[who] ??= []).push(await measure(server, work));
    }
  }
  console.log(`\n${name}`);
  const result: Record<string, number> = {};
  for (const [who, measured] of Object.entries(runs)) {
    const of = (pick: (one: Measured) => number) => median(measured.map(pick));
    result[who] = of(({ perCpuSecond }) => perCpuSecond);
    result[`${who} p99`] = of(({ p99Ms }) => p99Ms);
    console.log(
      `  ${who.padEnd(9)} ${Math.round(result[who]).toLocaleString('en').padStart(8)} per CPU second` +
        `  ${Math.round(of(({ requests, seconds }) => requests / seconds))
          .toLocaleString('en')
          .padStart(7)}/s` +
        `  p50 ${of(({ p50Ms }) => p50Ms).toFixed(2)} ms  p99 ${of(({ p99Ms }) => p99Ms).toFixed(2)} ms` +
        `  ${Math.round(of(({ memoryMb }) => memoryMb))} MB  ${JSON.stringify(measured[0]?.statuses)}`,
    );
  }
  return result;
}

function ratio(result: Record<string, number>, one: string, other: string): number {
  return (result[one] ?? NaN) / (result[other] ?? NaN);
}

const environment = readEnvironment();
const log = (line: string) => console.error(line);
const folder = await mkdtemp(path.join(tmpdir(), 'standfirst-bench-'));
const mongod = await startMongod({
  binary: await findMongod({ environment, log }),
  dataDir: folder,
  log,
});
const children: ChildProcess[] = [];
try {
  provideEnvironment({
    MONGODB_URI: mongod.uri,
    PAYLOAD_SECRET: 'only-for-measuring-on-this-machine',
    DATA_DIR: folder,
    LOG_LEVEL: 'silent',
    NODE_ENV: 'production',
  });
  // First, because it makes the indexes.
  const stock = await startServer('payload');
  children.push(stock.child);
  const connection = await openConnection(mongod.uri);
  const count = Number(values.articles);
  const { slugs } = await makeUpArticles({ connection, count });
  const ids = await connection.collection('articles').distinct('_id');
  await connection.close();

  const servers = {
    bare: await startServer('bare'),
    delivery: await startServer('delivery'),
  };
  children.push(...Object.values(servers).map(({ child }) => child));
  const { bare, delivery } = servers;
  const articles = slugs.map((slug) => `/v1/articles/${slug}`);
  const lists = [
    '/v1/articles?limit=20',
    ...Array.from({ length: 20 }, (_, n) => `/v1/articles?limit=20&topic=topic-${n}`),
  ];

  const cold: number[] = [];
  for (const address of articles.slice(0, 300)) {
    const startedAt = performance.now();
    const answer = await fetch(`http://127.0.0.1:${delivery.port}${address}`);
    cold.push(performance.now() - startedAt);
    await answer.arrayBuffer();
  }
  cold.sort((one, other) => one - other);

  const filled = await ask<{ failed?: string }>(bare.child, {
    ask: 'fill',
    url: `http://127.0.0.1:${delivery.port}`,
    paths: [...articles, ...lists],
  });
  if (filled.failed) throw new Error(filled.failed);
  const br = 'accept-encoding: gzip, br\r\n';
  const sample = await fetch(`http://127.0.0.1:${delivery.port}${articles[0] ?? ''}`);
  const identityBytes = (await sample.arrayBuffer()).byteLength;
  console.log(
    `${count} articles of ${identityBytes} bytes (4 sections, 6 quotes, 4 people); first byte of a cold one:` +
      ` median ${(cold[150] ?? NaN).toFixed(1)} ms, p99 ${(cold[297] ?? NaN).toFixed(1)} ms`,
  );

  const byArticle = await compare(
    'Articles by random slug',
    { bare, delivery },
    { paths: articles, headers: () => br },
  );
  const tags = new Map<string, string>();
  for (const address of articles) {
    const { headers } = await fetch(`http://127.0.0.1:${delivery.port}${address}`, {
      headers: { 'accept-encoding': 'br' },
    });
    tags.set(address, headers.get('etag') ?? '');
  }
  const byTag = await compare(
    'Articles that the reader has (304)',
    { bare, delivery },
    {
      paths: articles,
      headers: (address) => `${br}if-none-match: ${tags.get(address) ?? ''}\r\n`,
    },
  );
  const byList = await compare(
    'Lists of 20',
    { bare, delivery },
    { paths: lists, headers: () => br },
  );
  const rest = await measure(stock, {
    paths: ids.map((id) => `/api/articles/${String(id)}?depth=3`),
    headers: () => '',
    connections: 4,
  });
  const graphql = await measure(stock, {
    paths: ids.map((id) => `/graphql/${String(id)}`),
    headers: () => '',
    connections: 4,
  });
  console.log(
    `\nPayload per CPU second: REST at depth 3 ${Math.round(rest.perCpuSecond)} ${JSON.stringify(rest.statuses)},` +
      ` GraphQL ${Math.round(graphql.perCpuSecond)} ${JSON.stringify(graphql.statuses)}`,
  );

  console.log(`\nMemory, ${count} articles read one after the other, twice`);
  for (const cacheMb of [8, 32, 128]) await weigh(cacheMb, articles);

  console.log('\nRatios per CPU second');
  console.log(
    `  articles  ${ratio(byArticle, 'delivery', 'bare').toFixed(2)} of bare (goal 0.80), p99 ${ratio(byArticle, 'delivery p99', 'bare p99').toFixed(2)} of bare's (goal under 3)`,
  );
  console.log(`  304s      ${ratio(byTag, 'delivery', 'bare').toFixed(2)} of bare (goal 0.80)`);
  console.log(`  lists     ${ratio(byList, 'delivery', 'bare').toFixed(2)} of bare (goal 0.70)`);
  console.log(
    `  articles  ${Math.round((byArticle.delivery ?? NaN) / rest.perCpuSecond)} times Payload REST (goal 200),` +
      ` ${Math.round((byArticle.delivery ?? NaN) / graphql.perCpuSecond)} times its GraphQL`,
  );
} finally {
  for (const child of children) child.kill();
  await mongod.stop();
  await rm(folder, { recursive: true, force: true });
}
