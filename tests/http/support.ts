import { createServer, request, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import type { Express } from 'express';
import { onTestFinished } from 'vitest';

export interface Got {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
}

export interface Serving {
  server: Server;
  port: number;
  ask: (
    path: string,
    options?: { method?: string; headers?: Record<string, string>; body?: Buffer[] },
  ) => Promise<Got>;
}

/** Serves on a port of its own until the test ends. */
export async function serve(app: Express): Promise<Serving> {
  const server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return {
    server,
    port,
    ask: (path, { method = 'GET', headers = {}, body = [] } = {}) =>
      new Promise((resolve, reject) => {
        const asked = request({ port, host: '127.0.0.1', path, method, headers }, (res) => {
          let text = '';
          res.on('data', (chunk: Buffer) => (text += chunk.toString('utf8')));
          res.on('end', () => resolve({ status: res.statusCode ?? 0, headers: res.headers, text }));
          res.on('error', reject);
        });
        asked.on('error', reject);
        for (const chunk of body) asked.write(chunk);
        asked.end();
      }),
  };
}
