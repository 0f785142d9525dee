import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';

import { orderRows } from '../../src/actions/schedule/orderRows';
import type { Article } from '../../src/payload-types';
import { openNewsroom, writeArticle, type Newsroom, type Role } from '../support/newsroom';
import { approve, approvedArticle } from './plannedArticle';

let newsroom: Newsroom;

beforeAll(async () => {
  newsroom = await openNewsroom(inject('mongoUri'));
});
afterAll(() => newsroom.close());

const YEAR = new Date().getUTCFullYear() + 1;
const JULY = { wallTime: `${YEAR}-07-01T18:30`, zone: 'Europe/Amsterdam' };
const JULY_UTC = `${YEAR}-07-01T16:30:00.000Z`;
const NIGHT = { wallTime: `${YEAR}-07-01T23:00`, zone: 'Europe/Amsterdam' };

const act = (as: Role, id: string, action: string, body: object = {}, key?: string) =>
  newsroom.rest('POST', `/articles/${id}/actions/${action}`, {
    as,
    body,
    ...(key ? { headers: { 'idempotency-key': key } } : {}),
  });

const approved = (headline: string, more: Partial<Article> = {}) =>
  approvedArticle(newsroom, headline, more);

async function approveChanged(articleId: string) {
  await newsroom.rest('PATCH', `/articles/${articleId}`, {
    as: 'writer',
    body: { standfirst: 'Told anew.' },
  });
  await approve(newsroom, articleId);
}

async function orders(articleId: string) {
  const { body } = await newsroom.rest(
    'GET',
    `/publications?where[article][equals]=${articleId}&sort=createdAt`,
    { as: 'writer' },
  );
  return body.docs;
}

async function lastEntry(articleId: string) {
  const { docs } = await newsroom.payload.find({
    collection: 'audit-entries',
    where: { article: { equals: articleId } },
    sort: '-at',
    depth: 0,
    limit: 1,
  });
  return docs[0];
}

const code = (answer: { body: { errors: { data: { code: string } }[] } }) =>
  answer.body.errors[0]?.data.code;

describe('scheduling', () => {
  it('pins the approved edition and keeps wall time, zone and instant', async () => {
    const { id } = await approved('Lantern parade');
    const answer = await act('publisher', id, 'schedule', JULY);
    expect(answer.status, answer.text).toBe(200);
    expect(answer.body).toMatchObject({
      action: 'schedule',
      stage: 'approved',
      publicationState: 'unpublished',
      publication: { kind: 'publish', state: 'pending', at: JULY_UTC, ...JULY },
    });
    const [order] = await orders(id);
    expect(order).toMatchObject({ article: id, editionNumber: 1, at: JULY_UTC, state: 'pending' });
    expect(order.openKey).toBeUndefined();
    expect(await lastEntry(id)).toMatchObject({
      action: 'schedule',
      to: `publish edition 1 at ${JULY.wallTime} (Europe/Amsterdam)`,
    });
  });

  it('is for publishers, and a writer hears that rather than what is wrong with the time', async () => {
    const { id } = await approved('Not yours to plan');
    const refused = await act('writer', id, 'schedule', { wallTime: 'whenever', zone: 'x' });
    expect(refused.status).toBe(403);
    expect(code(refused)).toBe('ROLE_NOT_ALLOWED');
  });

  it('needs an approved edition', async () => {
    const { article } = await writeArticle(newsroom, { headline: 'Half done' });
    expect(code(await act('publisher', article.id, 'schedule', JULY))).toBe('NO_APPROVED_EDITION');
  });

  it('answers a time in a gap with its neighbours, and takes an overlap when told which', async () => {
    const { id } = await approved('Clocks');
    const gap = await act('publisher', id, 'schedule', {
      wallTime: '2027-03-28T02:30',
      zone: 'Europe/Amsterdam',
    });
    expect(gap.status).toBe(422);
    expect(code(gap)).toBe('TIME_IN_GAP');
    expect(gap.body.errors[0].data.choices).toMatchObject([
      { wallTime: '2027-03-28T01:59' },
      { wallTime: '2027-03-28T03:00' },
    ]);
    const twice = { wallTime: '2027-10-31T02:30', zone: 'Europe/Amsterdam' };
    expect(code(await act('publisher', id, 'schedule', twice))).toBe('TIME_AMBIGUOUS');
    const told = await act('publisher', id, 'schedule', { ...twice, overlap: 'later' });
    expect(told.body.publication.at).toBe('2027-10-31T01:30:00.000Z');
  });

  it('refuses a time before the embargo, but not for a withdrawal', async () => {
    const { id } = await approved('Under embargo', { embargoUntil: `${YEAR}-08-01T00:00:00.000Z` });
    expect(code(await act('publisher', id, 'schedule', JULY))).toBe('TIME_BEFORE_EMBARGO');
    const withdrawal = { ...JULY, kind: 'withdraw', reason: 'Ends.', notice: 'This has ended.' };
    expect((await act('publisher', id, 'schedule', withdrawal)).status).toBe(200);
  });

  it('allows one open order of a kind for an article, however many ask at once', async () => {
    const { id } = await approved('Popular');
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => act('publisher', id, 'schedule', JULY)),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409, 409]);
    expect(answers.filter(({ status }) => status === 409).map(code)).toEqual(
      Array(4).fill('ALREADY_SCHEDULED'),
    );
    const withdrawal = { ...NIGHT, kind: 'withdraw', reason: 'Ends.', notice: 'This has ended.' };
    expect((await act('publisher', id, 'schedule', withdrawal)).status).toBe(200);
    expect(await orders(id)).toHaveLength(2);
  });

  it('does the same thing once when it is asked twice with one key', async () => {
    const { id } = await approved('Once');
    const first = await act('publisher', id, 'schedule', JULY, 'a-key');
    const second = await act('publisher', id, 'schedule', JULY, 'a-key');
    expect(second.body).toEqual(first.body);
    expect(await orders(id)).toHaveLength(1);
  });
});

describe('an order', () => {
  it('can be changed by nobody past the actions', async () => {
    const { id } = await approved('Sealed');
    await act('publisher', id, 'schedule', JULY);
    const [order] = await orders(id);
    const patch = await newsroom.rest('PATCH', `/publications/${order.id}`, {
      as: 'admin',
      body: { at: '2020-01-01T00:00:00.000Z' },
    });
    const removal = await newsroom.rest('DELETE', `/publications/${order.id}`, { as: 'admin' });
    expect([patch.status, removal.status]).toEqual([403, 403]);
    expect((await newsroom.rest('GET', '/publications')).status).toBe(403);
    expect((await orders(id))[0].at).toBe(JULY_UTC);
  });

  it('moves to another time, and is cancelled, with both in the history', async () => {
    const { id } = await approved('Moving');
    expect(code(await act('publisher', id, 'reschedule', NIGHT))).toBe('NOTHING_SCHEDULED');
    await act('publisher', id, 'schedule', JULY);
    const moved = await act('publisher', id, 'reschedule', NIGHT);
    expect(moved.body.publication).toMatchObject({ state: 'pending', ...NIGHT });
    expect(await lastEntry(id)).toMatchObject({
      from: `pending: publish edition 1 at ${JULY.wallTime} (Europe/Amsterdam)`,
    });
    const cancelled = await act('publisher', id, 'unschedule', { reason: 'Not ready.' });
    expect(cancelled.body.publication.state).toBe('cancelled');
    expect(code(await act('publisher', id, 'unschedule'))).toBe('NOTHING_SCHEDULED');
    expect((await act('publisher', id, 'schedule', JULY)).status).toBe(200);
  });

  it('keeps its edition through a new approval until it is told to take that one', async () => {
    const { id } = await approved('Two editions');
    expect(code(await act('publisher', id, 'replaceEdition'))).toBe('NOTHING_SCHEDULED');
    await act('publisher', id, 'schedule', JULY);
    expect(code(await act('publisher', id, 'replaceEdition'))).toBe('EDITION_ALREADY_SCHEDULED');
    await approveChanged(id);
    expect(await orders(id)).toMatchObject([{ editionNumber: 1 }]);
    expect((await act('editor', id, 'replaceEdition')).status).toBe(403);
    expect((await act('publisher', id, 'replaceEdition')).status).toBe(200);
    expect(await orders(id)).toMatchObject([{ editionNumber: 2, at: JULY_UTC, state: 'pending' }]);
  });

  it('shows in what a publisher may do next', async () => {
    const { id } = await approved('What next');
    const open = async () => {
      const { body } = await newsroom.rest('GET', `/articles/${id}/actions`, { as: 'publisher' });
      return body.actions
        .filter(({ isAllowed }: { isAllowed: boolean }) => isAllowed)
        .map(({ action }: { action: string }) => action);
    };
    expect(await open()).not.toContain('reschedule');
    await act('publisher', id, 'schedule', JULY);
    expect(await open()).toEqual(expect.arrayContaining(['reschedule', 'unschedule']));
  });

  it('is placed and moved over GraphQL too', async () => {
    const { id } = await approved('By graph');
    const { body } = await newsroom.graphql(
      `mutation { scheduleArticle(id: "${id}", wallTime: "${JULY.wallTime}", zone: "${JULY.zone}") { action scheduledAt publicationId } }`,
      { as: 'publisher' },
    );
    expect(body.data?.scheduleArticle, JSON.stringify(body)).toMatchObject({
      scheduledAt: JULY_UTC,
    });
  });
});

describe('what overtakes an order', () => {
  it('spiking cancels it and says so', async () => {
    const { id } = await approved('Given up');
    await act('publisher', id, 'schedule', JULY);
    expect((await act('editor', id, 'spike', { reason: 'No story.' })).status).toBe(200);
    expect(await orders(id)).toMatchObject([{ state: 'cancelled' }]);
    expect(await lastEntry(id)).toMatchObject({
      action: 'spike',
      reason: `No story. Cancelled: publish edition 1 at ${JULY.wallTime} (Europe/Amsterdam).`,
    });
  });

  it('publishing the same or a newer edition by hand cancels it, but no order to withdraw', async () => {
    const { id } = await approved('By hand');
    await act('publisher', id, 'schedule', JULY);
    const withdrawal = { ...NIGHT, kind: 'withdraw', reason: 'Ends.', notice: 'This has ended.' };
    await act('publisher', id, 'schedule', withdrawal);
    await approveChanged(id);
    expect((await act('publisher', id, 'publish')).status).toBe(200);
    expect(await orders(id)).toMatchObject([
      { kind: 'publish', state: 'cancelled' },
      { kind: 'withdraw', state: 'pending' },
    ]);
    const gone = await act('publisher', id, 'withdraw', { reason: 'Wrong.', notice: 'Withdrawn.' });
    expect(gone.status).toBe(200);
    expect(await orders(id)).toMatchObject([{ state: 'cancelled' }, { state: 'cancelled' }]);
  });
});

describe('a release of several articles', () => {
  const release = (body: object, as: Role = 'publisher') =>
    newsroom.rest('POST', '/publications/release-together', { as, body });

  it('places all orders under one group, of which one wakes the workers', async () => {
    const { id: a } = await approved('Together one');
    const { id: b } = await approved('Together two');
    const answer = await release({ articles: [{ article: a }, { article: b }], ...JULY });
    expect(answer.status, answer.text).toBe(200);
    const [one, two] = [...(await orders(a)), ...(await orders(b))];
    expect(one.group).toEqual(expect.any(String));
    expect(two.group).toBe(one.group);
    const wakes = () =>
      orderRows(newsroom.payload).countDocuments({
        group: one.group,
        wakeAt: { $type: 'date' },
      });
    expect(await wakes()).toBe(1);

    await act('publisher', b, 'reschedule', NIGHT);
    expect((await orders(a))[0]).toMatchObject(NIGHT);
    expect(await wakes()).toBe(1);
    await act('publisher', b, 'unschedule');
    expect((await orders(a))[0].state).toBe('pending');
    expect(await wakes()).toBe(1);
  });

  it('places none when one article is not ready, and names that one', async () => {
    const { id: a } = await approved('Ready');
    const { article } = await writeArticle(newsroom, { headline: 'Not ready' });
    const answer = await release({ articles: [{ article: a }, { article: article.id }], ...JULY });
    expect(answer.status).toBe(409);
    expect(answer.body.errors[0].data).toMatchObject({
      code: 'NO_APPROVED_EDITION',
      article: article.id,
    });
    expect(await orders(a)).toEqual([]);
  });

  it('is refused for a single article, one twice, and strangers', async () => {
    const { id } = await approved('Alone together');
    expect(code(await release({ articles: [{ article: id }], ...JULY }))).toBe('NOT_A_GROUP');
    const twice = [{ article: id }, { article: id }];
    expect(code(await release({ articles: twice, ...JULY }))).toBe('NOT_A_GROUP');
    expect(code(await release({ articles: twice }))).toBe('INPUT_INVALID');
    const anonymous = await newsroom.rest('POST', '/publications/release-together', { body: {} });
    expect(anonymous.status).toBe(401);
  });
});

describe('the calendar feed', () => {
  const link = async (as: Role) => {
    const { body } = await newsroom.rest('GET', '/publications/calendar-link', { as });
    return String(body.url).replace(/^.*\/api/, '');
  };

  it('tells calendar programs of every open order, by a token of one user', async () => {
    const { id } = await approved('Mayor’s ball; tickets, prices');
    await act('publisher', id, 'schedule', JULY);
    const [order] = await orders(id);
    const feed = await newsroom.rest('GET', await link('writer'));
    expect(feed.status).toBe(200);
    expect(feed.headers.get('content-type')).toContain('text/calendar');
    const lines = feed.text.replaceAll('\r\n ', '').replaceAll('\r\n\t', '').split('\r\n');
    expect(lines[0]).toBe('BEGIN:VCALENDAR');
    expect(lines).toContain(`UID:${order.id}@publications.standfirst`);
    expect(lines).toContain(`DTSTART:${YEAR}0701T163000Z`);
    expect(lines).toContain('SUMMARY:Publish “Mayor’s ball\\; tickets\\, prices”');
  });

  it('is closed without a token, with a wrong one, and after the password changed', async () => {
    const address = await link('editor');
    expect((await newsroom.rest('GET', '/publications/calendar.ics')).status).toBe(403);
    expect((await newsroom.rest('GET', `${address.slice(0, -1)}_`)).status).toBe(403);
    expect((await newsroom.rest('GET', address)).status).toBe(200);
    await newsroom.payload.update({
      collection: 'users',
      id: newsroom.users.editor.id,
      data: { password: 'another-long-password' },
    });
    expect((await newsroom.rest('GET', address)).status).toBe(403);
  });
});

it('shows its figures to the newsroom and to monitoring, and to nobody else', async () => {
  const figures = await newsroom.rest('GET', '/publications/metrics', { as: 'publisher' });
  expect(figures.headers.get('content-type')).toContain('text/plain');
  expect(figures.text).toMatch(/^standfirst_publications\{state="pending"\} [1-9]/m);
  expect((await newsroom.rest('GET', '/publications/metrics')).status).toBe(401);
});
