import { createServer, request, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

import express from 'express';

import { whoAsks } from '../../../src/cms/access/whoAsks';
import type { FileStore } from '../../../src/files/FileStore';
import { serveFiles } from '../../../src/files/serveFiles';
import type { Newsroom, Role } from '../../support/newsroom';

export interface GotFile {
  status: number;
  headers: IncomingHttpHeaders;
  bytes: Buffer;
}

export interface FileServer {
  errors: unknown[];
  get: (
    address: string,
    options?: { as?: Role; method?: string; headers?: Record<string, string> },
  ) => Promise<GotFile>;
  close: () => Promise<void>;
}

/** Files as src/server.ts serves them, on a port of their own. */
export async function serveNewsroomFiles(
  { payload, tokens }: Pick<Newsroom, 'payload' | 'tokens'>,
  store: FileStore,
): Promise<FileServer> {
  const errors: unknown[] = [];
  const app = express();
  app.use(
    serveFiles({
      store,
      connection: payload.db.connection,
      whoAsks: whoAsks(payload),
      onError: (error) => errors.push(error),
    }),
  );
  const server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    errors,
    get: (address, { as, method = 'GET', headers = {} } = {}) =>
      new Promise((resolve, reject) => {
        const sent = {
          ...(as ? { cookie: `payload-token=${tokens[as]}` } : {}),
          ...headers,
        };
        const asked = request(
          { port, host: '127.0.0.1', path: address, method, headers: sent },
          (res) => {
            const chunks: Buffer[] = [];
            res.on('data', (chunk: Buffer) => chunks.push(chunk));
            res.on('error', reject);
            res.on('end', () =>
              resolve({
                status: res.statusCode ?? 0,
                headers: res.headers,
                bytes: Buffer.concat(chunks),
              }),
            );
          },
        );
        asked.on('error', reject);
        asked.end();
      }),
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
