import { setTimeout as pause } from 'node:timers/promises';

import express, { type Express } from 'express';
import { describe, expect, it } from 'vitest';

import { drain } from '../../src/http/drain';
import { limitBodies } from '../../src/http/limitBodies';
import { limitRates } from '../../src/http/limitRates';
import { logRequests } from '../../src/http/logRequests';
import { openMetrics } from '../../src/http/openMetrics';
import { nameRequest, requestInLog } from '../../src/http/requestIds';
import { securityHeaders } from '../../src/http/securityHeaders';
import { serve } from './support';

const MB = 1024 * 1024;

/** Says how much of a body arrived. */
function counting(app: Express): Express {
  return app.use((req, res) => {
    let bytes = 0;
    req.on('data', (chunk: Buffer) => (bytes += chunk.length));
    req.on('end', () => res.json({ bytes }));
  });
}

describe('rate limits', () => {
  it('bound what one address asks, and say when to come back', async () => {
    const { ask } = await serve(counting(express().use(limitRates({ perMinute: 3 }))));
    for (let n = 0; n < 3; n += 1) expect((await ask('/v1/articles')).status).toBe(200);
    const refused = await ask('/v1/articles');
    expect(refused.status).toBe(429);
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    expect(JSON.parse(refused.text).error.code).toBe('TOO_MANY_REQUESTS');
    const ofPayload = await ask('/api/articles');
    expect(JSON.parse(ofPayload.text).errors[0].data.code).toBe('TOO_MANY_REQUESTS');
    expect((await ask('/_next/static/a.js')).status).toBe(200);
  });

  it('count by the address that trusted proxies tell, and by nobody else’s word', async () => {
    const from = (address: string) => ({ headers: { 'x-forwarded-for': address } });
    const behind = express()
      .set('trust proxy', 1)
      .use(limitRates({ perMinute: 1 }));
    const proxied = await serve(counting(behind));
    expect((await proxied.ask('/', from('203.0.113.1'))).status).toBe(200);
    expect((await proxied.ask('/', from('203.0.113.2'))).status).toBe(200);
    expect((await proxied.ask('/', from('9.9.9.9, 203.0.113.2'))).status).toBe(429);

    const alone = express()
      .set('trust proxy', 0)
      .use(limitRates({ perMinute: 1 }));
    const open = await serve(counting(alone));
    expect((await open.ask('/', from('203.0.113.1'))).status).toBe(200);
    expect((await open.ask('/', from('203.0.113.2'))).status).toBe(429);
  });

  it('bound one key wherever it is used', async () => {
    const app = express()
      .set('trust proxy', 1)
      .use(limitRates({ perMinute: 2 }));
    const { ask } = await serve(counting(app));
    const as = (key: string, address: string) => ({
      headers: { authorization: `users API-Key ${key}`, 'x-forwarded-for': address },
    });
    expect((await ask('/api', as('one', '203.0.113.1'))).status).toBe(200);
    expect((await ask('/api', as('one', '203.0.113.2'))).status).toBe(200);
    expect((await ask('/api', as('one', '203.0.113.3'))).status).toBe(429);
    expect((await ask('/api', as('two', '203.0.113.4'))).status).toBe(200);
  });

  it('stop guessing at passwords sooner, and count no sign-in that succeeds', async () => {
    const app = express().use(limitRates({ perMinute: 1_000 }));
    app.post('/api/users/login', (req, res) => {
      res.sendStatus(req.get('x-right') ? 200 : 401);
    });
    const { ask } = await serve(app);
    const signIn = (headers: Record<string, string> = {}) =>
      ask('/api/users/login', { method: 'POST', headers });
    for (let n = 0; n < 150; n += 1) expect((await signIn({ 'x-right': 'yes' })).status).toBe(200);
    const statuses = new Set<number>();
    for (let n = 0; n < 101; n += 1) statuses.add((await signIn()).status);
    expect([...statuses]).toEqual([401, 429]);
  });

  it('can be turned off', () => {
    expect(limitRates({ perMinute: 0 })).toEqual([]);
  });
});

describe('bodies and queries', () => {
  it('are taken up to their limits', async () => {
    const { ask } = await serve(counting(express().use(limitBodies)));
    const post = (path: string, size: number, headers: Record<string, string> = {}) =>
      ask(path, {
        method: 'POST',
        headers: { 'content-length': String(size), ...headers },
        body: [Buffer.alloc(size)],
      });
    expect((await post('/api/articles', MB)).text).toBe(JSON.stringify({ bytes: MB }));
    expect((await post('/api/articles', 5 * MB)).status).toBe(413);
    expect((await post('/api/graphql', MB)).status).toBe(413);
    const upload = { 'content-type': 'multipart/form-data; boundary=x' };
    expect((await post('/api/media', 5 * MB, upload)).status).toBe(200);
    expect((await ask(`/api/articles?where=${'a'.repeat(9_000)}`)).status).toBe(414);
    expect((await ask(`/api/articles?where=${'a'.repeat(7_000)}`)).status).toBe(200);
  });

  it('are counted when they do not say how long they are', async () => {
    const { ask } = await serve(counting(express().use(limitBodies)));
    const stream = (chunks: number) =>
      ask('/api/articles', {
        method: 'POST',
        headers: { 'transfer-encoding': 'chunked' },
        body: Array.from({ length: chunks }, () => Buffer.alloc(MB / 2)),
      });
    expect((await stream(4)).text).toBe(JSON.stringify({ bytes: 2 * MB }));
    // The answer, or the end of the connection while the rest was being sent.
    const refused = await stream(40).then(
      ({ status }) => status,
      (error: NodeJS.ErrnoException) => error.code,
    );
    expect([413, 'ECONNRESET', 'EPIPE']).toContain(refused);
  });
});

describe('a request', () => {
  it('has one id in its answer and in the log, a proxy’s where it is a plain one', async () => {
    const lines: object[] = [];
    const note = (details: object) => lines.push({ ...details, ...requestInLog() });
    const app = express().use(nameRequest, logRequests({ debug: note, error: note }));
    app.get('/v1/preview', (_req, res) => res.sendStatus(500));
    const { ask } = await serve(app);
    const id = (await ask('/v1/preview?token=secret')).headers['x-request-id'];
    expect(id).toMatch(/^[0-9a-f-]{36}$/);
    expect(lines[0]).toMatchObject({ requestId: id, path: '/v1/preview', status: 500 });
    expect(JSON.stringify(lines)).not.toContain('secret');
    const named = await ask('/v1/preview', { headers: { 'x-request-id': 'edge-17' } });
    expect(named.headers['x-request-id']).toBe('edge-17');
    const forged = await ask('/v1/preview', { headers: { 'x-request-id': '{"level":60}' } });
    expect(forged.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
    expect(requestInLog()).toEqual({});
  });

  it('is answered with headers that suit what it asks for', async () => {
    const app = (isHttps: boolean) =>
      counting(express().use(securityHeaders({ isHttps, isDev: false })));
    const { ask } = await serve(app(true));
    const admin = (await ask('/admin')).headers;
    expect(admin['content-security-policy']).toMatch(/script-src 'self' 'nonce-[\w+/=]{24}' /);
    expect(admin['content-security-policy']).toContain("frame-ancestors 'self'");
    expect(admin['x-content-type-options']).toBe('nosniff');
    expect(admin['strict-transport-security']).toContain('max-age=');
    const second = (await ask('/admin')).headers;
    expect(second['content-security-policy']).not.toBe(admin['content-security-policy']);
    const file = (await ask('/files/a.jpg')).headers;
    expect(file['cross-origin-resource-policy']).toBe('cross-origin');
    const plain = await serve(app(false));
    expect((await plain.ask('/admin')).headers['strict-transport-security']).toBeUndefined();
  });
});

describe('figures', () => {
  it('tell Prometheus of requests, delivery and publications, on a port of their own', async () => {
    const metrics = openMetrics({
      delivery: () => ({
        sequence: 7,
        silentMs: 500,
        cacheBytes: 10,
        cacheEntries: 2,
        fromMemory: 40,
        built: 3,
      }),
      newestSequence: () => Promise.resolve(9),
      publications: () => Promise.resolve('standfirst_publications_overdue 1\n'),
      onError: (error) => {
        throw error;
      },
    });
    const { ask } = await serve(counting(express().use(metrics.measure)));
    await ask('/v1/articles?limit=3');
    await ask('/admin', { method: 'REPORT' });
    const server = await metrics.listen(0, '127.0.0.1');
    const { port } = server.address() as { port: number };
    const read = async (path: string) => fetch(`http://127.0.0.1:${port}${path}`);
    const text = await (await read('/metrics')).text();
    server.closeAllConnections();
    server.close();
    for (const line of [
      'standfirst_delivery_sequence 7',
      'standfirst_delivery_events_behind 2',
      'standfirst_delivery_answers_total{source="memory"} 40',
      'standfirst_publications_overdue 1',
      'standfirst_http_request_seconds_count{area="delivery",method="GET",status="200"} 1',
      'standfirst_http_request_seconds_count{area="admin",method="other",status="200"} 1',
      'process_cpu_seconds_total',
      'nodejs_eventloop_lag_p99_seconds',
    ]) {
      expect(text).toContain(line);
    }
    expect(text).not.toContain('limit=3');
  });
});

describe('the end of a process', () => {
  it('lets open requests finish, takes no new ones and cuts off what takes too long', async () => {
    const app = express();
    let started = 0;
    app.get('/slow', async (_req, res) => {
      started += 1;
      await pause(300);
      res.send('finished');
    });
    app.get('/stuck', () => {
      started += 1;
    });
    const { server, ask } = await serve(app);
    const slow = ask('/slow');
    const stuck = ask('/stuck').catch((error: NodeJS.ErrnoException) => error.code);
    while (started < 2) await pause(5);
    const drained = drain(server, { maxMs: 1_000 });
    await expect(ask('/slow')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
    expect((await slow).text).toBe('finished');
    await drained;
    expect(await stuck).toBe('ECONNRESET');
  });
});
