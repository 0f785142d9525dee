import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';

import { shiftDay } from '../../src/domain/schedule/wallClock';
import { approvedArticle, plan } from '../scheduling/plannedArticle';
import { openNewsroom, publish, writeArticle, type Newsroom, type Role } from '../support/newsroom';

let newsroom: Newsroom;
let topic: string;
let person: string;
const ids: Record<'live' | 'planned' | 'embargoed' | 'blocked' | 'ready', string> = {
  live: '',
  planned: '',
  embargoed: '',
  blocked: '',
  ready: '',
};

const ZONE = 'Europe/Amsterdam';
const YEAR = new Date().getUTCFullYear() + 1;
const DAY = `${YEAR}-07-01`;
const today = new Date().toISOString().slice(0, 10);

const calendar = (query: string, as?: Role) =>
  newsroom.rest('GET', `/calendar?${query}`, as ? { as } : {});
const span = (from: string, to: string) => `from=${from}&to=${to}`;

beforeAll(async () => {
  newsroom = await openNewsroom(inject('mongoUri'));
  const { payload, rest } = newsroom;
  expect(
    (await rest('POST', '/globals/settings', { as: 'admin', body: { timeZone: ZONE } })).status,
  ).toBe(200);
  topic = (await payload.create({ collection: 'topics', data: { name: 'Harbour' } })).id;
  person = (await payload.create({ collection: 'people', data: { name: 'Ada Keeper' } })).id;

  const live = await writeArticle(newsroom, { headline: 'Out already' });
  await publish(newsroom, live.article.id);
  ids.live = live.article.id;
  ids.planned = (
    await approvedArticle(newsroom, 'For the evening', {
      topics: [topic],
      bylines: [{ person }],
    })
  ).id;
  await plan(newsroom, ids.planned, { wallTime: `${DAY}T18:30`, zone: 'UTC' });
  ids.embargoed = (
    await writeArticle(newsroom, {
      headline: 'Under embargo',
      embargoUntil: `${DAY}T22:30:00.000Z`,
    })
  ).article.id;
  ids.ready = (await approvedArticle(newsroom, 'Waits for a time')).id;
  ids.blocked = (await approvedArticle(newsroom, 'Did not go out')).id;
  const blocked = await plan(newsroom, ids.blocked, { wallTime: `${DAY}T10:00`, zone: ZONE });
  const { ObjectId } = payload.db.connection.base.Types;
  await payload.db.connection
    .collection('publications')
    .updateOne(
      { _id: new ObjectId(blocked) },
      { $set: { state: 'blocked', blockedReason: 'It was on hold.' }, $unset: { wakeAt: '' } },
    );
});
afterAll(() => newsroom.close());

describe('the calendar', () => {
  it('tells by the newsroom’s clock what waits, is blocked and under embargo', async () => {
    const { status, body } = await calendar(span(DAY, shiftDay(DAY, 2)), 'writer');
    expect(status).toBe(200);
    expect(body).toMatchObject({ zone: ZONE, isCut: false });
    expect(body.items).toMatchObject([
      {
        standing: 'blocked',
        headline: 'Did not go out',
        wallTime: `${DAY}T10:00`,
        order: { blockedReason: 'It was on hold.', kind: 'publish', editionNumber: 1 },
      },
      {
        standing: 'scheduled',
        headline: 'For the evening',
        wallTime: `${DAY}T20:30`,
        topics: [topic],
        people: [person],
        order: { wallTime: `${DAY}T18:30`, zone: 'UTC' },
      },
      {
        standing: 'embargo',
        headline: 'Under embargo',
        wallTime: `${shiftDay(DAY, 1)}T00:30`,
        order: null,
      },
    ]);
    expect(body.blocked).toHaveLength(1);
    expect(body.topics).toEqual([{ id: topic, name: 'Harbour' }]);
    expect(body.people).toEqual([{ id: person, name: 'Ada Keeper' }]);
    expect(body.figures).toMatchObject({ pending: 1, blocked: 1 });
  });

  it('begins and ends days at the newsroom’s midnight', async () => {
    const { body } = await calendar(span(DAY, shiftDay(DAY, 1)), 'writer');
    expect(body.items.map(({ headline }: { headline: string }) => headline)).not.toContain(
      'Under embargo',
    );
  });

  it('tells what went out, and what is blocked whatever its day', async () => {
    const { body } = await calendar(span(shiftDay(today, -1), shiftDay(today, 2)), 'editor');
    expect(body.items).toMatchObject([
      { standing: 'published', articleId: ids.live, latenessMs: null, order: null },
    ]);
    expect(body.blocked).toMatchObject([{ articleId: ids.blocked }]);
  });

  it.each(['topic', 'person'] as const)('is filtered by %s', async (filter) => {
    const id = filter === 'topic' ? topic : person;
    const { body } = await calendar(`${span(DAY, shiftDay(DAY, 2))}&${filter}=${id}`, 'editor');
    expect(body.items).toMatchObject([{ articleId: ids.planned }]);
  });

  it('lists what is approved and waits for a time', async () => {
    const { body } = await newsroom.rest('GET', '/calendar/ready', { as: 'publisher' });
    expect(body.articles).toMatchObject([
      { id: ids.ready, headline: 'Waits for a time', isLive: false, onHold: false },
    ]);
  });

  it('is for the newsroom alone', async () => {
    expect((await calendar(span(DAY, shiftDay(DAY, 1)))).status).toBe(401);
    expect((await newsroom.rest('GET', '/calendar/ready')).status).toBe(401);
  });

  it.each([
    '',
    'from=2031-01-01',
    span('2031-01-02', '2031-01-01'),
    span('2031-01-01', '2031-01-01'),
    span('2031-01-01', '2032-01-01'),
    span('2031-02-30', '2031-03-02'),
    span('yesterday', 'tomorrow'),
    `${span('2031-01-01', '2031-01-02')}&topic=harbour`,
    `${span('2031-01-01', '2031-01-02')}&person[$ne]=x`,
  ])('answers 400 to “%s”', async (query) => {
    const answer = await calendar(query, 'editor');
    expect(answer.status).toBe(400);
    expect(answer.body.errors[0].data.code).toBe('INPUT_INVALID');
  });

  it('takes only zones that there are', async () => {
    const answer = await newsroom.rest('POST', '/globals/settings', {
      as: 'admin',
      body: { timeZone: 'Mars/Olympus' },
    });
    expect(answer.status).toBe(400);
    expect(answer.text).toContain('Mars/Olympus');
  });
});

describe('the calendar feed', () => {
  const link = async (as: Role, method: 'GET' | 'POST' = 'GET') => {
    const { body } = await newsroom.rest(method, '/publications/calendar-link', { as });
    return String(body.url).replace(/^.*\/api/, '');
  };

  it('tells of embargoes too', async () => {
    const { text } = await newsroom.rest('GET', await link('writer'));
    const lines = text.replaceAll('\r\n ', '').replaceAll('\r\n\t', '').split('\r\n');
    expect(lines).toContain(`UID:${ids.embargoed}@embargoes.standfirst`);
    expect(lines).toContain('SUMMARY:Embargo ends: “Under embargo”');
    expect(lines).toContain(`DTSTART:${YEAR}0701T223000Z`);
  });

  it('is in the language of whoever’s it is, whatever their program asks for', async () => {
    const { id } = newsroom.users.writer;
    const language = (value: 'de' | null) =>
      newsroom.rest('PATCH', `/users/${id}`, { as: 'writer', body: { language: value } });
    expect((await language('de')).status).toBe(200);
    const { text } = await newsroom.rest('GET', await link('writer'), {
      headers: { 'accept-language': 'en' },
    });
    expect(text.replaceAll(/\r\n[ \t]/g, '')).toContain(
      'SUMMARY:Sperrfrist endet: „Under embargo“',
    );
    await language(null);
  });

  it('ends for a link when its user makes a new one, and for nobody else', async () => {
    const [old, others] = [await link('editor'), await link('publisher')];
    const fresh = await link('editor', 'POST');
    expect(fresh).not.toBe(old);
    expect(await link('editor')).toBe(fresh);
    expect((await newsroom.rest('GET', old)).status).toBe(403);
    expect((await newsroom.rest('GET', fresh)).status).toBe(200);
    expect((await newsroom.rest('GET', others)).status).toBe(200);
  });

  it('keeps its key to itself, and ends with the user’s place in the newsroom', async () => {
    await link('fact-checker', 'POST');
    const { users, payload, rest } = newsroom;
    const { text } = await rest('GET', `/users/${users['fact-checker'].id}`, {
      as: 'fact-checker',
    });
    expect(text).not.toContain('calendarKey');
    const address = await link('fact-checker');
    await rest('PATCH', `/users/${users['fact-checker'].id}`, {
      as: 'fact-checker',
      body: { calendarKey: 'chosen' },
    });
    expect(await link('fact-checker')).toBe(address);
    await payload.update({
      collection: 'users',
      id: users['fact-checker'].id,
      data: { roles: ['preview'] },
    });
    expect((await rest('GET', address)).status).toBe(403);
  });
});
