import { createServer } from 'node:net';

/** The preferred port of 127.0.0.1 if it is free, else any free one. */
export async function findFreePort(preferred?: number): Promise<number> {
  const port = preferred === undefined ? null : await tryPort(preferred);
  return port ?? (await tryPort(0)) ?? fail();
}

function tryPort(port: number): Promise<number | null> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(null));
    server.listen({ port, host: '127.0.0.1' }, () => {
      const address = server.address();
      server.close(() => resolve(address && typeof address === 'object' ? address.port : null));
    });
  });
}

function fail(): never {
  throw new Error('No free port on 127.0.0.1');
}
