/** One of the servers that bench/delivery.ts compares, in a process of its own. */
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import express from 'express';

import { openDelivery } from '../src/delivery/openDelivery';
import { readEnvironment } from '../src/environment';
import { openConnection } from './delivery/openConnection';

/** The least that serving the same bytes takes: a Map and node:http. */
function bare(): {
  listener: RequestListener;
  fill: (url: string, paths: string[]) => Promise<void>;
} {
  const answers = new Map<string, { body: Buffer; headers: string[]; etag: string }>();
  return {
    listener: (req, res) => {
      const answer = answers.get(req.url ?? '');
      if (!answer) {
        res.writeHead(404);
        res.end();
      } else if (req.headers['if-none-match'] === answer.etag) {
        res.writeHead(304, ['etag', answer.etag]);
        res.end();
      } else {
        res.writeHead(200, answer.headers);
        res.end(answer.body);
      }
    },
    fill: async (url, paths) => {
      for (const path of paths) {
        const answer = await rawGet(`${url}${path}`);
        const etag = answer.headers.etag ?? '';
        answers.set(path, {
          etag,
          body: answer.body,
          headers: [
            ...['content-type', 'application/json; charset=utf-8'],
            ...['content-encoding', 'br', 'etag', etag],
            ...['content-length', String(answer.body.length)],
          ],
        });
      }
    },
  };
}

async function rawGet(url: string): Promise<{ headers: Record<string, string>; body: Buffer }> {
  const { get } = await import('node:http');
  return new Promise((resolve, reject) => {
    get(url, { headers: { 'accept-encoding': 'br' } }, (res) => {
      const chunks: Buffer[] = [];
      res.on('data', (chunk: Buffer) => chunks.push(chunk));
      res.on('end', () =>
        resolve({ headers: res.headers as Record<string, string>, body: Buffer.concat(chunks) }),
      );
    }).on('error', reject);
  });
}

/** What `/v1` tells of an article, as far as GraphQL has it. */
const GRAPHQL_ARTICLE = `query ($id: String!) { Article(id: $id) {
  id slug headline standfirst kind language dateline topics { name slug } bylines { name person { name } }
  sections { heading body people { name roles { title organisation } }
    quotes { text language kind occasion { name date } evidence { url timecode } speaker { name roles { title } } } } } }`;

/** Payload's own REST and GraphQL, without the Next server in front, which would only add. */
async function payloadListener(): Promise<RequestListener> {
  const { getPayload, handleEndpoints } = await import('payload');
  const { default: config } = await import('../payload.config');
  await getPayload({ config });
  const { GRAPHQL_POST } = await import('@payloadcms/next/routes');
  const graphql = GRAPHQL_POST(Promise.resolve(config));
  /** `/graphql/<id>` stands for the query, so that the load can be the same. */
  const answer = (address: string, method: string): Promise<Response> => {
    const [, id] = /^\/graphql\/(\w+)$/.exec(address) ?? [];
    const headers = { 'content-type': 'application/json' };
    if (id === undefined) {
      const request = new Request(`http://localhost${address}`, { method, headers });
      return handleEndpoints({ config, request });
    }
    const body = JSON.stringify({ query: GRAPHQL_ARTICLE, variables: { id } });
    return graphql(new Request('http://localhost/api/graphql', { method: 'POST', headers, body }));
  };
  return (req, res) => {
    req.resume();
    req.on('end', () => {
      answer(req.url ?? '', req.method ?? 'GET')
        .then(async (response) => {
          const body = Buffer.from(await response.arrayBuffer());
          res.writeHead(response.status, {
            'content-type': 'application/json',
            'content-length': body.length,
          });
          res.end(body);
        })
        .catch(() => res.destroy());
    });
  };
}

async function start(role: string, cacheMb: number): Promise<void> {
  let server: Server;
  let fill: ReturnType<typeof bare>['fill'] | null = null;
  let keptBytes = () => 0;
  if (role === 'bare') {
    const made = bare();
    fill = made.fill;
    server = createServer(made.listener);
  } else {
    if (role === 'payload') {
      server = createServer(await payloadListener());
    } else {
      const delivery = openDelivery({
        connection: await openConnection(readEnvironment().mongodbUri ?? ''),
        cacheBytes: cacheMb * 2 ** 20,
        publicUrl: 'https://news.example',
        onError: (error) => console.error(error),
      });
      keptBytes = () => delivery.status().cacheBytes;
      const app = express().use('/v1', delivery.app);
      while (!delivery.follower.isFollowing) await new Promise((wake) => setTimeout(wake, 20));
      server = createServer((req, res) => {
        if (!delivery.answerFast(req, res)) app(req, res);
      });
    }
  }
  process.on('message', (message: { ask: string; url?: string; paths?: string[] }) => {
    if (message.ask === 'cpu') {
      const { user, system } = process.cpuUsage();
      process.send?.({
        cpuMs: (user + system) / 1000,
        memoryMb: process.memoryUsage().rss / 2 ** 20,
        cacheMb: keptBytes() / 2 ** 20,
      });
    } else if (message.ask === 'fill') {
      fill?.(message.url ?? '', message.paths ?? []).then(
        () => process.send?.({ filled: true }),
        (error: unknown) => process.send?.({ failed: String(error) }),
      );
    }
  });
  server.listen(0, '127.0.0.1', () => {
    process.send?.({ port: (server.address() as AddressInfo).port });
  });
}

await start(process.argv[2] ?? '', Number(process.argv[3] ?? 128));
