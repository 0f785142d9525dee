import { createServer, request, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

import {
  openDelivery,
  type Delivery,
  type DeliveryOptions,
} from '../../../src/delivery/openDelivery';
import express from 'express';

export interface Got {
  status: number;
  headers: IncomingHttpHeaders;
  bytes: Buffer;
  text: string;
  // Tests look into answers of every shape; each expectation says what it expects.
  body: any; // oxlint-disable-line typescript/no-explicit-any
}

export interface ServedDelivery {
  delivery: Delivery;
  url: string;
  errors: unknown[];
  get: (path: string, headers?: Record<string, string>, method?: string) => Promise<Got>;
  close: () => Promise<void>;
}

/** A delivery node as src/server.ts composes it, on a port of its own, following the database. */
export async function serveDelivery(
  options: Pick<DeliveryOptions, 'connection'> & Partial<DeliveryOptions>,
): Promise<ServedDelivery> {
  const errors: unknown[] = [];
  const delivery = openDelivery({
    publicUrl: 'https://news.example',
    onError: (error) => errors.push(error),
    ...options,
  });
  const app = express();
  app.disable('x-powered-by');
  app.use(delivery.rootPages);
  app.use('/v1', delivery.app);
  const server = createServer((req, res) => {
    if (!delivery.answerFast(req, res)) app(req, res);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  while (!delivery.follower.isFollowing) await new Promise((resolve) => setTimeout(resolve, 10));

  return {
    delivery,
    url: `http://127.0.0.1:${port}`,
    errors,
    get: (path, headers = {}, method = 'GET') =>
      new Promise((resolve, reject) => {
        const asked = request({ port, host: '127.0.0.1', path, headers, method }, (res) => {
          const chunks: Buffer[] = [];
          res.on('data', (chunk: Buffer) => chunks.push(chunk));
          res.on('error', reject);
          res.on('end', () => {
            const bytes = Buffer.concat(chunks);
            const text = bytes.toString('utf8');
            const isJson = /json/.test(res.headers['content-type'] ?? '');
            const isPlain = res.headers['content-encoding'] === undefined;
            resolve({
              status: res.statusCode ?? 0,
              headers: res.headers,
              bytes,
              text,
              body: isJson && isPlain && text !== '' ? JSON.parse(text) : null,
            });
          });
        });
        asked.on('error', reject);
        asked.end();
      }),
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await delivery.close();
    },
  };
}

/** Waits until a node has applied this event. */
export function reached({ delivery }: ServedDelivery, sequence: number | null): Promise<void> {
  return delivery.follower.whenBeyond((sequence ?? 0) - 1, AbortSignal.timeout(10_000));
}
