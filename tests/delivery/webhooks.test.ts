import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';

import { performAction } from '../../src/actions/workflow/performAction';
import { isPublicAddress } from '../../src/web/isPublicAddress';
import { postSafely } from '../../src/delivery/webhooks/postSafely';
import { sendWebhooks } from '../../src/delivery/webhooks/sendWebhooks';
import { openNewsroom, publish, writeArticle, type Newsroom } from '../support/newsroom';

interface Told {
  headers: IncomingHttpHeaders;
  body: string;
}

const SECRET = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;

let newsroom: Newsroom;
let receiver: Server;
let url: string;
let told: Told[];
/** What the receiver answers next; 200 when empty. */
let answers: number[];

beforeAll(async () => {
  newsroom = await openNewsroom(inject('mongoUri'));
  receiver = createServer((req, res) => {
    let body = '';
    req.on('data', (chunk: Buffer) => (body += chunk.toString('utf8')));
    req.on('end', () => {
      const status = answers.shift() ?? 200;
      told.push({ headers: req.headers, body });
      res.writeHead(status, { location: '/elsewhere' }).end();
    });
  });
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  url = `http://localhost:${(receiver.address() as AddressInfo).port}/hook`;
});
afterAll(async () => {
  receiver.close();
  await newsroom.close();
});
beforeEach(async () => {
  told = [];
  answers = [];
  const { connection } = newsroom.payload.db;
  await connection.collection('webhooks').deleteMany({});
  await connection.collection('webhook-deliveries').deleteMany({});
});

/** Runs senders while something happens and until every delivery has the state wanted. */
async function whileSending(
  work: () => Promise<unknown>,
  {
    senders = 1,
    until,
    ...options
  }: { senders?: number; until: () => Promise<boolean> } & Partial<
    Parameters<typeof sendWebhooks>[0]
  >,
): Promise<void> {
  const { connection } = newsroom.payload.db;
  const events = await connection.collection('events').find().sort({ sequence: -1 }).toArray();
  await connection.collection('webhooks').insertOne({
    url,
    secret: SECRET,
    isActive: true,
    queuedSequence: Number(events[0]?.sequence ?? 0),
  });
  const errors: unknown[] = [];
  const running = Array.from({ length: senders }, () =>
    sendWebhooks({
      connection,
      onError: (error) => errors.push(error),
      isAllowed: () => true,
      backoffMs: [10, 10, 10],
      idleMs: 20,
      ...options,
    }),
  );
  try {
    await work();
    await expect.poll(until, { timeout: 20_000 }).toBe(true);
  } finally {
    await Promise.all(running.map((sender) => sender.close()));
  }
  expect(errors).toEqual([]);
}

const deliveries = () =>
  newsroom.payload.db.connection
    .collection('webhook-deliveries')
    .find()
    .sort({ sequence: 1 })
    .toArray();
const countOf = async (state: string) =>
  (await deliveries()).filter((row) => row.state === state).length;

async function publishThenWithdraw(headline: string) {
  const { article } = await writeArticle(newsroom, { headline });
  await publish(newsroom, article.id);
  await performAction({
    payload: newsroom.payload,
    user: newsroom.users.publisher,
    articleId: article.id,
    now: new Date(),
    action: 'withdraw',
    input: { reason: 'A test.', notice: 'Withdrawn.' },
  });
  return article;
}

describe('webhooks', () => {
  it('tell of each event once and in order, signed, by however many senders', async () => {
    let id = '';
    await whileSending(async () => (id = (await publishThenWithdraw('Told in order')).id), {
      senders: 3,
      until: async () => (await countOf('delivered')) === 2,
    });
    expect(told).toHaveLength(2);
    const bodies = told.map(({ headers, body }) =>
      new Webhook(SECRET).verify(body, headers as Record<string, string>),
    );
    expect(bodies).toMatchObject([
      { type: 'article.published', data: { articleId: id, isDeleted: false } },
      { type: 'article.withdrawn', data: { articleId: id, isDeleted: true } },
    ]);
  });

  it('are tried again, and hold back what comes after for the same article', async () => {
    answers = [500, 302, 200];
    await whileSending(() => publishThenWithdraw('Failing at first'), {
      until: async () => (await countOf('delivered')) === 2,
    });
    expect(told.map(({ body }) => JSON.parse(body).type)).toEqual([
      'article.published',
      'article.published',
      'article.published',
      'article.withdrawn',
    ]);
    expect(new Set(told.slice(0, 3).map(({ headers }) => headers['webhook-id'])).size).toBe(1);
  });

  it('give up as dead, say why, and are sent again on demand', async () => {
    answers = [500, 500, 500, 500];
    await whileSending(() => publishThenWithdraw('Dead at first'), {
      until: async () => (await countOf('dead')) === 1 && (await countOf('delivered')) === 1,
    });
    const [dead] = await deliveries();
    expect(dead).toMatchObject({ attempts: 4, lastStatus: 500, lastError: 'HTTP 500' });
    const { connection } = newsroom.payload.db;
    const id = String(dead?._id);
    const errors: unknown[] = [];
    const sender = sendWebhooks({
      connection,
      onError: (error) => errors.push(error),
      isAllowed: () => true,
      idleMs: 20,
    });
    const replay = (as?: 'admin' | 'publisher', of = id) =>
      newsroom.rest('POST', `/webhook-deliveries/${of}/replay`, as ? { as } : {});
    expect((await replay()).status).toBe(401);
    expect((await replay('publisher')).status).toBe(403);
    expect((await replay('admin', 'none')).status).toBe(404);
    const replayed = await replay('admin');
    expect([replayed.status, replayed.body]).toEqual([200, { state: 'pending' }]);
    await expect.poll(() => countOf('delivered')).toBe(2);
    await sender.close();
    expect(errors).toEqual([]);
    expect(told.at(-1)?.headers['webhook-id']).toBe(id);
    expect((await replay('admin')).status).toBe(404);
  });

  it('tell no address inside a network', async () => {
    await whileSending(() => publishThenWithdraw('Kept from the inside'), {
      isAllowed: isPublicAddress,
      until: async () => (await countOf('dead')) === 2,
    });
    expect(told).toEqual([]);
    expect((await deliveries())[0]?.lastError).toContain('public internet');
  });
});

describe('postSafely', () => {
  it.each([
    'http://127.0.0.1:PORT/',
    'http://[::1]:PORT/',
    'http://[::ffff:127.0.0.1]:PORT/',
    'http://0x7f.1:PORT/',
    'http://2130706433:PORT/',
    'http://localhost:PORT/',
    'http://0.0.0.0:PORT/',
  ])('refuses %s', async (address) => {
    const { port } = receiver.address() as AddressInfo;
    const posted = postSafely({
      url: address.replace('PORT', String(port)),
      headers: {},
      body: '',
    });
    await expect(posted).rejects.toThrow('not an address of the public internet');
    expect(told).toEqual([]);
  });
});

describe('isPublicAddress', () => {
  it.each(['8.8.8.8', '1.1.1.1', '2606:4700::1111', '172.32.0.1'])('takes %s', (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });
  it.each([
    ...['10.1.2.3', '172.16.0.1', '192.168.1.1', '169.254.169.254', '100.64.0.1', '0.0.0.0'],
    ...['224.0.0.1', '255.255.255.255', '::', '::1', 'fe80::1', 'fc00::1', '::ffff:10.0.0.1'],
    ...['64:ff9b::a00:1', '2002:a00:1::', 'ff02::1', '2001:db8::1', 'nonsense', ''],
  ])('refuses %s', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });
});
