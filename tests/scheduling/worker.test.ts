import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';

import { performAction } from '../../src/actions/workflow/performAction';
import { fireOrder } from '../../src/actions/schedule/fireOrder';
import { measureOrders } from '../../src/actions/schedule/measureOrders';
import { orderRows } from '../../src/actions/schedule/orderRows';
import { releaseTogether } from '../../src/actions/schedule/releaseTogether';
import { lexicalFromParagraphs } from '../../src/domain/richText/lexicalFromParagraphs';
import { ensureDeskIndexes } from '../../src/cms/desk/ensureDeskIndexes';
import { claimOrder, type ClaimedOrder } from '../../src/scheduling/claimOrder';
import { dueOrders } from '../../src/scheduling/dueOrders';
import { endDeadTransactions } from '../../src/scheduling/endDeadTransactions';
import { showAlive } from '../../src/scheduling/signsOfLife';
import { startWorker } from '../../src/scheduling/startWorker';
import { openNewsroom, publish, writeArticle, type Newsroom } from '../support/newsroom';
import {
  approve,
  approvedArticle,
  makeOverdue,
  plan,
  secondsAhead,
  settled,
} from './plannedArticle';

let newsroom: Newsroom;
const running: ReturnType<typeof startWorker>[] = [];
const lines: string[] = [];

beforeAll(async () => {
  newsroom = await openNewsroom(inject('mongoUri'));
  await ensureDeskIndexes(newsroom.payload);
});
afterEach(async () => {
  await Promise.all(running.splice(0).map((worker) => worker.stop()));
  lines.length = 0;
});
afterAll(() => newsroom.close());

function run(options: { leaseMs?: number; sweepMs?: number } = {}) {
  const { payload } = newsroom;
  const worker = startWorker({ payload, log: (line) => lines.push(line), ...options });
  running.push(worker);
  return worker;
}

const by = (as: 'publisher' | 'editor', articleId: string) => ({
  payload: newsroom.payload,
  user: newsroom.users[as],
  articleId,
  now: new Date(),
});

const read = (articleId: string) => newsroom.rest('GET', `/articles/${articleId}`);

async function recordsOf(articleId: string) {
  const where = { article: { equals: articleId } };
  const find = { where, depth: 0, pagination: false } as const;
  const [{ docs: events }, { docs: entries }] = await Promise.all([
    newsroom.payload.find({ collection: 'events', ...find }),
    newsroom.payload.find({ collection: 'audit-entries', ...find, sort: 'at' }),
  ]);
  return { events, entries, actions: entries.map(({ action }) => action) };
}

async function claimOnly(leaseMs: number): Promise<ClaimedOrder> {
  const { payload } = newsroom;
  const [due] = (await dueOrders(payload)).due;
  const claimed = due && (await claimOrder({ payload, due, owner: 'somebody', leaseMs }));
  if (!claimed) throw new Error('nothing to claim');
  return claimed;
}

describe('an order', () => {
  it('goes out once at its time with three workers, and what goes out is what was approved', async () => {
    for (let count = 0; count < 3; count += 1) run({ sweepMs: 60_000 });
    const { id, sectionIds } = await approvedArticle(newsroom, 'Regatta results');
    const order = await plan(newsroom, id, secondsAhead(1));
    await newsroom.rest('PATCH', `/sections/${sectionIds[0]}`, {
      as: 'writer',
      body: { body: lexicalFromParagraphs(['Rewritten after approval.']) },
    });
    const fired = await settled(newsroom, order);
    expect(fired.state).toBe('fired');
    expect(fired.latenessMs).toBeGreaterThanOrEqual(0);
    expect(Date.parse(fired.firedAt ?? '')).toBe(
      Date.parse(fired.at ?? '') + (fired.latenessMs ?? 0),
    );
    expect((await read(id)).body.headline).toBe('Regatta results');
    const section = await newsroom.rest('GET', `/sections/${sectionIds[0]}`);
    expect(section.text).toContain('was lit on Tuesday');
    const { events, entries, actions } = await recordsOf(id);
    expect(events).toMatchObject([{ type: 'published', edition: fired.edition }]);
    expect(actions.filter((action) => action === 'fire')).toHaveLength(1);
    expect(entries.find(({ action }) => action === 'fire')?.actorName).toBe('The clock');
    expect(running.map((worker) => worker.metrics().fired).toSorted()).toEqual([0, 0, 1]);
  });

  it('changes a live text with the note that was pinned, and withdraws with its notice', async () => {
    run();
    const { article } = await writeArticle(newsroom, { headline: 'Bridge tolls' });
    await publish(newsroom, article.id);
    await newsroom.rest('PATCH', `/articles/${article.id}`, {
      as: 'writer',
      body: { standfirst: 'The toll is two crowns.' },
    });
    const change = { kind: 'correction', note: 'The toll was given wrongly.' } as const;
    await approve(newsroom, article.id, change);
    const correction = await plan(newsroom, article.id, secondsAhead(0));
    expect(await settled(newsroom, correction)).toMatchObject({ state: 'fired' });
    expect((await read(article.id)).body).toMatchObject({
      standfirst: 'The toll is two crowns.',
      corrections: [{ kind: 'correction', note: change.note }],
    });
    const withdrawal = await plan(newsroom, article.id, {
      ...secondsAhead(0),
      kind: 'withdraw',
      reason: 'The licence ends.',
      notice: 'This article was available until today.',
    });
    expect(await settled(newsroom, withdrawal)).toMatchObject({ state: 'fired' });
    expect((await read(article.id)).status).toBe(404);
    const { body } = await newsroom.rest('GET', `/articles/${article.id}?draft=true`, {
      as: 'editor',
    });
    expect(body.workflow).toMatchObject({
      publicationState: 'withdrawn',
      withdrawalNotice: 'This article was available until today.',
    });
  });

  it('that was cancelled or moved does not go out at the old time', async () => {
    const { id: cancelled } = await approvedArticle(newsroom, 'Called off');
    const { id: moved } = await approvedArticle(newsroom, 'Put off');
    const { id: standing } = await approvedArticle(newsroom, 'As planned');
    const orders = [
      await plan(newsroom, cancelled, secondsAhead(1)),
      await plan(newsroom, moved, secondsAhead(1)),
    ];
    const last = await plan(newsroom, standing, secondsAhead(1));
    await performAction({ ...by('publisher', cancelled), action: 'unschedule', input: {} });
    await performAction({
      ...by('publisher', moved),
      action: 'reschedule',
      input: { ...secondsAhead(3600) },
    });
    // Only now: on a busy machine the old time comes before they are called off.
    run();
    expect(await settled(newsroom, last)).toMatchObject({ state: 'fired' });
    const states = await Promise.all(
      orders.map((order) => settled(newsroom, order, ['cancelled', 'pending'])),
    );
    expect(states.map(({ state }) => state)).toEqual(['cancelled', 'pending']);
    expect((await read(cancelled)).status).toBe(404);
    expect((await read(moved)).status).toBe(404);
  });
});

describe('an order that cannot go out', () => {
  it('is blocked with the reason, logged, audited and told to the people concerned', async () => {
    const worker = run();
    const { id } = await approvedArticle(newsroom, 'Held back');
    const order = await plan(newsroom, id, secondsAhead(1));
    await newsroom.rest('POST', `/articles/${id}/actions/hold`, {
      as: 'editor',
      body: { reason: 'Lawyers call.' },
    });
    const blocked = await settled(newsroom, order);
    expect(blocked).toMatchObject({ state: 'blocked', blockedCode: 'ON_HOLD' });
    expect(blocked.blockedReason).toContain('Lawyers call.');
    // The line comes after the commit that `settled` saw.
    await expect.poll(() => lines.join('\n')).toMatch(/BLOCKED .*Held back.*ON_HOLD/);
    expect(worker.metrics()).toMatchObject({ blocked: 1, fired: 0 });
    expect((await measureOrders(newsroom.payload)).blocked).toBe(1);
    const { events, entries } = await recordsOf(id);
    expect(events).toEqual([]);
    expect(entries.at(-1)).toMatchObject({ action: 'block', reason: blocked.blockedReason });
    for (const as of ['writer', 'publisher'] as const) {
      const { text } = await newsroom.rest('GET', `/notices?where[article][equals]=${id}`, { as });
      expect(text).toContain('Did not go out');
    }
    expect((await read(id)).status).toBe(404);

    await newsroom.rest('POST', `/articles/${id}/actions/release`, {
      as: 'editor',
      body: { reason: 'Cleared.' },
    });
    await performAction({
      ...by('publisher', id),
      action: 'reschedule',
      input: { ...secondsAhead(0) },
    });
    expect(await settled(newsroom, order, ['fired'])).not.toHaveProperty('blockedReason');
    expect((await read(id)).status).toBe(200);
  });

  it.each([
    [
      'a legal check',
      { flags: { legal: 'required' } },
      { flags: { legal: 'complete' } },
      'LEGAL_CHECK_OPEN',
    ],
    [
      'a fact check',
      { flags: { factCheck: 'required' } },
      { flags: { factCheck: 'complete' } },
      'FACT_CHECK_OPEN',
    ],
    [
      'an embargo',
      { embargoUntil: '2090-01-01T00:00:00.000Z' },
      { embargoUntil: null },
      'EMBARGOED',
    ],
  ])(
    'waits for %s that was asked for after it was planned, and nothing is lost',
    async (what, raised, lowered, code) => {
      const { id } = await approvedArticle(newsroom, `Planned before ${what}`);
      const order = await plan(newsroom, id, secondsAhead(3600));
      const { body: before } = await newsroom.rest('GET', `/articles/${id}?draft=true&depth=0`, {
        as: 'editor',
      });
      const asked = await newsroom.rest('PATCH', `/articles/${id}`, { as: 'writer', body: raised });
      expect(asked.status, asked.text).toBe(200);
      await makeOverdue(newsroom, order, 1_000);
      run();
      const blocked = await settled(newsroom, order);
      expect(blocked).toMatchObject({ state: 'blocked', blockedCode: code });
      expect((await read(id)).status).toBe(404);
      const { events, entries } = await recordsOf(id);
      expect(events).toEqual([]);
      expect(entries.at(-1)).toMatchObject({ action: 'block', reason: blocked.blockedReason });
      const { body: desk } = await newsroom.rest('GET', '/desk', { as: 'editor' });
      expect(desk.blocked.rows).toContainEqual(
        expect.objectContaining({ id, block: 'order', reason: blocked.blockedReason }),
      );
      // What was approved stands, and so does the order, until somebody decides.
      const { body: after } = await newsroom.rest('GET', `/articles/${id}?draft=true&depth=0`, {
        as: 'editor',
      });
      expect(after.workflow.approvedEdition).toBe(before.workflow.approvedEdition);
      expect(after.workflow.stage).toBe('approved');
      expect(blocked.edition).toBe(before.workflow.approvedEdition);

      const done = await newsroom.rest('PATCH', `/articles/${id}`, { as: 'admin', body: lowered });
      expect(done.status, done.text).toBe(200);
      await performAction({
        ...by('publisher', id),
        action: 'reschedule',
        input: { ...secondsAhead(0) },
      });
      expect(await settled(newsroom, order, ['fired'])).toMatchObject({ state: 'fired' });
      expect((await read(id)).body.headline).toBe(`Planned before ${what}`);
    },
  );

  it('goes out late within the limit, saying by how much, and is blocked beyond it', async () => {
    const { id: late } = await approvedArticle(newsroom, 'A little late');
    const { id: tooLate } = await approvedArticle(newsroom, 'Much too late');
    const orders = [
      await plan(newsroom, late, secondsAhead(3600)),
      await plan(newsroom, tooLate, secondsAhead(3600)),
    ] as const;
    await makeOverdue(newsroom, orders[0], 50 * 60_000);
    await makeOverdue(newsroom, orders[1], 61 * 60_000);
    expect((await measureOrders(newsroom.payload)).overdue).toBe(2);
    run();
    const fired = await settled(newsroom, orders[0]);
    expect(fired.state).toBe('fired');
    expect(fired.latenessMs).toBeGreaterThanOrEqual(50 * 60_000);
    expect(await settled(newsroom, orders[1])).toMatchObject({
      state: 'blocked',
      blockedCode: 'TOO_LATE',
    });
    expect((await read(tooLate)).status).toBe(404);

    await newsroom.rest('POST', `/articles/${tooLate}/actions/publish`, { as: 'publisher' });
    expect((await read(tooLate)).status).toBe(200);
    expect(await settled(newsroom, orders[1], ['cancelled'])).toMatchObject({
      closedReason: 'Edition 1 was published.',
    });
  });

  it('takes its late limit from the settings', async () => {
    const setLimit = (lateLimitMinutes: number) =>
      newsroom.rest('POST', '/globals/settings', { as: 'admin', body: { lateLimitMinutes } });
    expect((await setLimit(5)).status).toBe(200);
    const { id } = await approvedArticle(newsroom, 'Five minutes');
    const order = await plan(newsroom, id, secondsAhead(3600));
    await makeOverdue(newsroom, order, 6 * 60_000);
    run();
    expect(await settled(newsroom, order)).toMatchObject({ blockedCode: 'TOO_LATE' });
    await setLimit(60);
  });
});

describe('a lease', () => {
  it('is had by one of many that claim at once, and taken over only after it ran out', async () => {
    const { payload } = newsroom;
    const { id } = await approvedArticle(newsroom, 'Much wanted');
    const order = await plan(newsroom, id, secondsAhead(3600));
    await makeOverdue(newsroom, order, 1_000);
    const [due] = (await dueOrders(payload)).due;
    if (!due) throw new Error('not due');
    const claim = (owner: string) => claimOrder({ payload, due, owner, leaseMs: 1_500 });
    const claims = await Promise.all(Array.from({ length: 8 }, (_, index) => claim(`w${index}`)));
    expect(claims.filter(Boolean)).toHaveLength(1);
    expect((await dueOrders(payload)).due).toEqual([]);
    const worker = run();
    expect(await settled(newsroom, order)).toMatchObject({ state: 'fired', attempts: 2 });
    expect(worker.metrics()).toMatchObject({ fired: 1, takenOver: 1 });
  });

  it('that was lost lets nothing happen: the older token changes nothing', async () => {
    const { payload } = newsroom;
    const { id } = await approvedArticle(newsroom, 'Slow worker');
    const order = await plan(newsroom, id, secondsAhead(3600));
    await makeOverdue(newsroom, order, 1_000);
    const slow = await claimOnly(1);
    const quick = await claimOnly(60_000);
    expect(quick.lease.token).toBe(slow.lease.token + 1);
    await expect(fireOrder({ payload, lease: slow.lease })).rejects.toMatchObject({
      data: { code: 'LEASE_LOST' },
    });
    expect((await read(id)).status).toBe(404);
    await fireOrder({ payload, lease: quick.lease });
    await expect(fireOrder({ payload, lease: quick.lease })).rejects.toMatchObject({
      data: { code: 'LEASE_LOST' },
    });
    expect((await recordsOf(id)).events).toHaveLength(1);
  });

  it('is taken over with the locks of a transaction that its dead holder left open', async () => {
    const { payload } = newsroom;
    const { id } = await approvedArticle(newsroom, 'Killed while firing');
    const order = await plan(newsroom, id, secondsAhead(3600));
    await makeOverdue(newsroom, order, 1_000);
    const { lease } = await claimOnly(2_000);
    // What a killed process leaves: the order stamped and the event counter raised, uncommitted.
    const rows = orderRows(payload);
    const session = payload.db.connection.getClient().startSession();
    await rows.updateOne({ _id: lease.id }, { $set: { 'lease.session': session.id } });
    session.startTransaction();
    await rows.updateOne({ _id: lease.id }, { $set: { state: 'fired' } }, { session });
    await payload.db.connection
      .collection<{ _id: string; value: number }>('counters')
      .updateOne({ _id: 'events' }, { $inc: { value: 1 } }, { session });

    const worker = run();
    const fired = await settled(newsroom, order);
    expect(fired).toMatchObject({ state: 'fired', attempts: 2 });
    // MongoDB itself would have kept those locks for a minute.
    expect(fired.latenessMs).toBeLessThan(30_000);
    expect(worker.metrics().takenOver).toBe(1);
    await expect(session.commitTransaction()).rejects.toThrow();
    await session.endSession();
    expect((await recordsOf(id)).events).toHaveLength(1);
  });
});

describe('a lease that ran out in a long transaction', () => {
  it('is left to its worker while that one shows that it lives, and no longer', async () => {
    const { payload } = newsroom;
    const { id } = await approvedArticle(newsroom, 'A long list');
    const order = await plan(newsroom, id, secondsAhead(3600));
    await makeOverdue(newsroom, order, 1_000);
    const { lease } = await claimOnly(1);
    await showAlive({ payload, lease, leaseMs: 600_000 });
    const rows = orderRows(payload);
    const session = payload.db.connection.getClient().startSession();
    await rows.updateOne({ _id: lease.id }, { $set: { 'lease.session': session.id } });
    session.startTransaction();
    await rows.updateOne({ _id: lease.id }, { $set: { state: 'fired' } }, { session });

    await endDeadTransactions(payload);
    expect(await dueOrders(payload)).toMatchObject({ due: [] });
    // Its transaction is still its own.
    await rows.updateOne({ _id: lease.id }, { $set: { attempts: 1 } }, { session });

    // Another order in its hands says nothing about this one.
    const elsewhere = { ...lease, id: new payload.db.connection.base.Types.ObjectId() };
    await showAlive({ payload, lease: elsewhere, leaseMs: 600_000 });
    expect((await dueOrders(payload)).due).toMatchObject([{ state: 'claimed' }]);
    run();
    expect(await settled(newsroom, order)).toMatchObject({ state: 'fired', attempts: 2 });
    await expect(session.commitTransaction()).rejects.toThrow();
    await session.endSession();
  });
});

describe('a group', () => {
  const release = (ids: string[]) =>
    releaseTogether({
      payload: newsroom.payload,
      user: newsroom.users.publisher,
      now: new Date(),
      articles: ids.map((article) => ({ article })),
      ...secondsAhead(1),
    });
  const idsOf = (results: Awaited<ReturnType<typeof release>>) =>
    results.map(({ publication }) => publication?.id ?? '');

  it('goes out all at one moment', async () => {
    run();
    const articles = [];
    for (const n of [1, 2, 3]) {
      articles.push((await approvedArticle(newsroom, `Budget part ${n}`)).id);
    }
    const orders = [];
    for (const id of idsOf(await release(articles))) orders.push(await settled(newsroom, id));
    expect(orders.map(({ state }) => state)).toEqual(['fired', 'fired', 'fired']);
    expect(new Set(orders.map(({ firedAt }) => firedAt)).size).toBe(1);
    for (const id of articles) {
      expect((await read(id)).status).toBe(200);
      expect((await recordsOf(id)).events).toHaveLength(1);
    }
  });

  it('goes out not at all when one of it cannot, and says which', async () => {
    run();
    const { id: a } = await approvedArticle(newsroom, 'Coalition one');
    const { id: b } = await approvedArticle(newsroom, 'Coalition two');
    const ids = idsOf(await release([a, b]));
    await newsroom.rest('POST', `/articles/${b}/actions/hold`, {
      as: 'editor',
      body: { reason: 'Wait.' },
    });
    for (const id of ids) {
      const order = await settled(newsroom, id);
      expect(order).toMatchObject({ state: 'blocked', blockedCode: 'ON_HOLD' });
      expect(order.blockedReason).toContain('Coalition two');
    }
    expect((await read(a)).status).toBe(404);
    expect((await recordsOf(a)).events).toEqual([]);
    await newsroom.rest('POST', `/articles/${b}/actions/release`, {
      as: 'editor',
      body: { reason: 'Go.' },
    });
    await performAction({
      ...by('publisher', a),
      action: 'reschedule',
      input: { ...secondsAhead(0) },
    });
    for (const id of ids) await settled(newsroom, id, ['fired']);
    expect((await read(b)).status).toBe(200);
  });
});

it('sleeps through ten thousand waiting orders at a few queries a second', async () => {
  const { payload } = newsroom;
  const rows = orderRows(payload);
  const { ObjectId } = payload.db.connection.base.Types;
  const waiting = Array.from({ length: 10_000 }, (_, index) => {
    const at = new Date(Date.now() + 3_600_000 + index * 1_000);
    return {
      _id: new ObjectId(),
      title: 'Waiting',
      article: new ObjectId(),
      kind: 'publish' as const,
      edition: new ObjectId(),
      editionNumber: 1,
      wallTime: at.toISOString().slice(0, 19),
      zone: 'UTC',
      at,
      wakeAt: at,
      state: 'pending' as const,
      openKey: `waiting:${index}`,
      createdAt: new Date(),
    };
  });
  await rows.insertMany(waiting);
  for (let count = 0; count < 3; count += 1) run({ sweepMs: 1_000 });
  await new Promise((resolve) => setTimeout(resolve, 2_000));
  const db = payload.db.connection.db;
  if (!db) throw new Error('not connected');
  const profile = db.collection('system.profile');
  await db.command({ profile: 2 });
  await new Promise((resolve) => setTimeout(resolve, 5_000));
  await db.command({ profile: 0 });
  const ops = await profile.find({ ns: /\.publications$/ }).toArray();
  await rows.deleteMany({ _id: { $in: waiting.map(({ _id }) => _id) } });
  const looks = ops.filter(({ command }) => command?.aggregate === 'publications');
  expect(looks.length).toBeGreaterThan(5);
  expect(ops.length / 5).toBeLessThan(10);
  // The index alone answers: no look reads more than it returns.
  expect(Math.max(...looks.map(({ docsExamined }) => Number(docsExamined)))).toBeLessThan(20);
});

describe('an order of an edition', () => {
  it('is blocked when a quotation was disputed since the approval, where the newsroom says so', async () => {
    const { payload } = newsroom;
    const { article, sections } = await writeArticle(newsroom, { headline: 'Who said this' });
    const text = 'The regatta will be held in any weather';
    const quote = await payload.create({
      collection: 'quotes',
      data: { text, attribution: 'a rower' },
      draft: true,
    });
    await newsroom.rest('PATCH', `/sections/${sections[0]?.id}`, {
      as: 'writer',
      body: { body: lexicalFromParagraphs([`“${text},” a rower said.`]), quotes: [quote.id] },
    });
    await approve(newsroom, article.id);
    const order = await plan(newsroom, article.id, secondsAhead(600));
    await newsroom.rest('PATCH', `/quotes/${quote.id}?draft=true`, {
      as: 'fact-checker',
      body: { verification: { status: 'disputed' } },
    });
    const rule = async (disputed: string) =>
      newsroom.rest('POST', '/globals/settings', {
        as: 'admin',
        body: { quoteRules: { disputed } },
      });
    await rule('block');
    await makeOverdue(newsroom, order, 1_000);
    run();
    const { blockedCode, blockedReason } = await settled(newsroom, order);
    await rule('warn');
    expect([blockedCode, blockedReason]).toEqual([
      'CONTENT_NOT_READY',
      expect.stringContaining('is disputed'),
    ]);
    expect((await read(article.id)).status).toBe(404);
  });
});
