import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { getSafely } from '../../src/web/getSafely';

let server: Server;
let origin: string;
const asked: string[] = [];

beforeAll(async () => {
  server = createServer((req, res) => {
    asked.push(req.url ?? '');
    if (req.url === '/there') res.writeHead(302, { location: '/here' }).end();
    else if (req.url === '/round') res.writeHead(302, { location: '/round' }).end();
    else if (req.url === '/gone') res.writeHead(404).end('nothing');
    else res.writeHead(200, { etag: '"1"' }).end('x'.repeat(1000));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

const isAllowed = () => true;

describe('getting something of the web', () => {
  it('follows a redirect, and says what came with it', async () => {
    const got = await getSafely({ url: `${origin}/there`, most: 1000, isAllowed });
    expect([got.status, got.bytes.length, got.headers.etag]).toEqual([200, 1000, '"1"']);
    expect((await getSafely({ url: `${origin}/gone`, most: 1000, isAllowed })).status).toBe(404);
  });

  it('gives up what is too long or leads round in circles', async () => {
    await expect(getSafely({ url: origin, most: 999, isAllowed })).rejects.toThrow('longer than');
    await expect(getSafely({ url: `${origin}/round`, most: 9, isAllowed })).rejects.toThrow(
      'leads on and on',
    );
  });

  it('never asks a private network, by address, by name or by a redirect', async () => {
    asked.length = 0;
    const { port } = new URL(origin);
    for (const url of [origin, `http://localhost:${port}/`, `http://[::1]:${port}/`]) {
      await expect(getSafely({ url, most: 1000 }), url).rejects.toThrow('public internet');
    }
    await expect(getSafely({ url: 'file:///etc/passwd', most: 1000 })).rejects.toThrow(
      'no protocol of the web',
    );
    expect(asked).toEqual([]);
    // The first answer is let through; where it leads is judged anew.
    let judged = 0;
    const isFirst = () => (judged += 1) === 1;
    await expect(
      getSafely({ url: `${origin}/there`, most: 1000, isAllowed: isFirst }),
    ).rejects.toThrow('public internet');
    expect(asked).toEqual(['/there']);
  });
});
