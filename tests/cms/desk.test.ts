import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';

import { ensureDeskIndexes } from '../../src/cms/desk/ensureDeskIndexes';
import { ensureSearchEntries } from '../../src/cms/search/ensureSearchEntries';
import { openNewsroom, publish, writeArticle, type Newsroom } from '../support/newsroom';

let newsroom: Newsroom;

beforeAll(async () => {
  newsroom = await openNewsroom(inject('mongoUri'));
  await ensureDeskIndexes(newsroom.payload);
  await ensureSearchEntries(newsroom.payload);
});
afterAll(() => newsroom.close());

type Role = keyof Newsroom['users'];

async function deskOf(as: Role) {
  const { status, body } = await newsroom.rest('GET', '/desk', { as });
  expect(status).toBe(200);
  return body;
}
async function boardOf(as: Role, query = '') {
  const { status, body, text } = await newsroom.rest('GET', `/board${query}`, { as });
  expect(status, text).toBe(200);
  return body;
}
const idsIn = (list: { rows: { id: string }[] }) => list.rows.map(({ id }) => id);
const act = (id: string, action: string, as: Role, body: object = {}) =>
  newsroom.rest('POST', `/articles/${id}/actions/${action}`, { as, body });
const noticesOf = async (as: Role) => {
  const { body } = await newsroom.rest('GET', '/notices?limit=50', { as });
  return (body.docs as { action: string; text: string; article: string }[]).filter(
    ({ action }) => action === 'assign',
  );
};

describe('the desk', () => {
  it('is for the newsroom alone', async () => {
    for (const path of ['/desk', '/board', '/colleagues', '/quick-search?q=port']) {
      expect((await newsroom.rest('GET', path)).status, path).toBe(401);
    }
  });

  it('shows each person what waits for them, and no longer once it is done', async () => {
    const { article } = await writeArticle(newsroom, { headline: 'A ferry for Port Hallow' });
    expect(idsIn((await deskOf('writer')).mine)).toContain(article.id);
    expect(idsIn((await deskOf('editor')).waiting)).not.toContain(article.id);

    await act(article.id, 'submit', 'writer');
    const atReview = await deskOf('editor');
    expect(atReview.waiting.rows).toContainEqual(
      expect.objectContaining({ id: article.id, wait: 'review', people: ['The writer'] }),
    );
    expect(idsIn(atReview.inReview)).toContain(article.id);
    // Whoever submitted it cannot approve it: it does not wait for them.
    expect(idsIn((await deskOf('writer')).waiting)).not.toContain(article.id);

    await act(article.id, 'requestChanges', 'editor', { note: 'Say who paid.' });
    expect((await deskOf('writer')).waiting.rows).toContainEqual(
      expect.objectContaining({ id: article.id, wait: 'changes' }),
    );
    expect(idsIn((await deskOf('editor')).waiting)).not.toContain(article.id);

    await publish(newsroom, article.id);
    const writer = await deskOf('writer');
    expect(idsIn(writer.mine)).not.toContain(article.id);
    expect(idsIn(writer.published)[0]).toBe(article.id);
  });

  it('shows publishers what is approved, unless an order will take it out', async () => {
    const { article } = await writeArticle(newsroom, { headline: 'A crane for Port Hallow' });
    await act(article.id, 'submit', 'writer');
    const { body } = await newsroom.rest('GET', `/articles/${article.id}/actions`, {
      as: 'editor',
    });
    await act(article.id, 'approve', 'editor', { contentHash: body.contentHash });
    expect((await deskOf('publisher')).waiting.rows).toContainEqual(
      expect.objectContaining({ id: article.id, wait: 'publish', editionWaits: true }),
    );
    expect(idsIn((await boardOf('writer')).columns.approved)).toContain(article.id);

    const soon = new Date(Date.now() + 3 * 60 * 60 * 1000).toISOString().slice(0, 16);
    const scheduled = await act(article.id, 'schedule', 'publisher', {
      wallTime: soon,
      zone: 'UTC',
    });
    expect(scheduled.status, scheduled.text).toBe(200);
    const desk = await deskOf('publisher');
    expect(idsIn(desk.waiting)).not.toContain(article.id);
    expect(desk.comingUp.rows).toContainEqual(
      expect.objectContaining({ article: article.id, kind: 'publish', wallTime: soon }),
    );
    const { columns } = await boardOf('writer');
    expect(idsIn(columns.approved)).not.toContain(article.id);
    expect(columns.scheduled.rows).toContainEqual(
      expect.objectContaining({ id: article.id, orderAt: `${soon}:00.000Z` }),
    );
  });

  it('says what is on hold and why, and what waits for a check', async () => {
    const { article } = await writeArticle(newsroom, { headline: 'A bell for Port Hallow' });
    await act(article.id, 'hold', 'editor', { reason: 'The lawyers read it.' });
    await newsroom.rest('PATCH', `/articles/${article.id}`, {
      as: 'editor',
      body: { flags: { factCheck: 'required' } },
    });
    const { blocked } = await deskOf('editor');
    expect(blocked.rows).toContainEqual(
      expect.objectContaining({ id: article.id, block: 'hold', reason: 'The lawyers read it.' }),
    );
    expect((await deskOf('fact-checker')).waiting.rows).toContainEqual(
      expect.objectContaining({ id: article.id, wait: 'factCheck' }),
    );
  });

  it('lists quotes nobody has verified, with the article that uses them', async () => {
    const { article, sections } = await writeArticle(newsroom, { headline: 'A song of the port' });
    const quote = await newsroom.rest('POST', '/quotes', {
      as: 'writer',
      body: { text: 'We sang until the lamp was lit.', attribution: 'a sailor' },
    });
    const put = await newsroom.rest('PATCH', `/sections/${sections[0]?.id}`, {
      as: 'writer',
      body: { quotes: [quote.body.doc.id] },
    });
    expect(put.status, put.text).toBe(200);
    expect((await deskOf('fact-checker')).unverified.rows).toContainEqual(
      expect.objectContaining({
        id: quote.body.doc.id,
        speaker: 'a sailor',
        article: { id: article.id, headline: 'A song of the port' },
      }),
    );
  });
});

describe('the board', () => {
  it('filters by topic, person and kind, and refuses what is no id', async () => {
    const topic = await newsroom.rest('POST', '/topics', { as: 'editor', body: { name: 'Tides' } });
    const { article } = await writeArticle(newsroom, {
      headline: 'The tide tables of Port Hallow',
      kind: 'explainer',
      topics: [topic.body.doc.id],
    });
    const drafts = async (query: string) => idsIn((await boardOf('editor', query)).columns.draft);
    expect(await drafts(`?topic=${topic.body.doc.id}`)).toEqual([article.id]);
    expect(await drafts('?kind=explainer')).toEqual([article.id]);
    expect(await drafts(`?person=${newsroom.users.writer.id}`)).toContain(article.id);
    expect(await drafts(`?person=${newsroom.users.editor.id}`)).toEqual([]);
    const wrong = await newsroom.rest('GET', '/board?topic=tides', { as: 'editor' });
    expect(wrong.status).toBe(400);
    expect(wrong.body.errors[0].message).toContain('topic');
  });

  it('offers colleagues by name and tells no more of them', async () => {
    const { body } = await newsroom.rest('GET', '/colleagues', { as: 'writer' });
    expect(body).toContainEqual({ id: newsroom.users.admin.id, name: 'The admin' });
    expect(Object.keys(body[0])).toEqual(['id', 'name']);
  });

  it('is in the trash what is in the trash', async () => {
    const { article } = await writeArticle(newsroom, { headline: 'Given up' });
    await newsroom.rest('PATCH', `/articles/${article.id}?trash=true`, {
      as: 'editor',
      body: { deletedAt: new Date().toISOString() },
    });
    expect(idsIn((await boardOf('editor')).columns.draft)).not.toContain(article.id);
    expect(idsIn((await deskOf('writer')).mine)).not.toContain(article.id);
  });
});

describe('an assignment', () => {
  it('is told to whom it is given, once, and again when the deadline moves', async () => {
    const { article } = await writeArticle(newsroom, { headline: 'The pier, measured' });
    const assign = (as: Role, body: object) =>
      newsroom.rest('PATCH', `/articles/${article.id}`, { as, body });
    const checker = newsroom.users['fact-checker'].id;
    await assign('editor', {
      assignedTo: [checker, newsroom.users.editor.id],
      deadline: '2031-05-02T15:30:00.000Z',
    });
    const [first, ...more] = await noticesOf('fact-checker');
    expect(first?.text).toBe(
      'The editor assigned “The pier, measured” to you, due 2031-05-02 15:30 UTC.',
    );
    expect(more).toEqual([]);
    // Nobody is told of what they did themselves.
    expect(await noticesOf('editor')).toEqual([]);

    await assign('editor', { standfirst: 'Forty metres.' });
    expect(await noticesOf('fact-checker')).toHaveLength(1);
    await assign('editor', { deadline: '2031-05-03T09:00:00.000Z' });
    expect((await noticesOf('fact-checker')).map(({ text }) => text)).toContain(
      'The editor moved the deadline of “The pier, measured”, due 2031-05-03 09:00 UTC.',
    );
    expect((await deskOf('fact-checker')).mine.rows).toContainEqual(
      expect.objectContaining({ id: article.id, deadline: '2031-05-03T09:00:00.000Z' }),
    );
  });

  it('is the editors’ to make: what a writer sends of it is left out', async () => {
    const { article } = await writeArticle(newsroom, { headline: 'My own plan' });
    const { body } = await newsroom.rest('PATCH', `/articles/${article.id}`, {
      as: 'writer',
      body: { deadline: '2031-05-02T15:30:00.000Z', assignedTo: [newsroom.users.writer.id] },
    });
    expect(body.doc.deadline ?? null).toBeNull();
    expect(body.doc.assignedTo ?? []).toEqual([]);
  });

  it('ends no approval, goes into no edition, and is nothing for readers', async () => {
    const { article } = await writeArticle(newsroom, { headline: 'A plan that stays inside' });
    await publish(newsroom, article.id);
    await newsroom.rest('PATCH', `/articles/${article.id}`, {
      as: 'editor',
      body: { deadline: '2031-05-02T15:30:00.000Z', assignedTo: [newsroom.users.writer.id] },
    });
    const { body } = await newsroom.rest('GET', `/articles/${article.id}/actions`, {
      as: 'editor',
    });
    expect(body.stage).toBe('approved');
    const seen = await newsroom.rest('GET', `/articles/${article.id}?depth=3`);
    expect(seen.status).toBe(200);
    expect(seen.text).not.toMatch(/deadline|assignedTo|editionWaits|2031-05-02/);
    const { docs } = await newsroom.payload.find({
      collection: 'editions',
      where: { article: { equals: article.id } },
    });
    expect(JSON.stringify(docs[0]?.content)).not.toContain('deadline');
  });
});

describe('quick search', () => {
  const find = async (q: string) => {
    const { status, body } = await newsroom.rest(
      'GET',
      `/quick-search?q=${encodeURIComponent(q)}`,
      { as: 'writer' },
    );
    expect(status).toBe(200);
    return body.found as { kind: string; id: string; title: string; detail: string | null }[];
  };

  it('finds articles, people, quotes and topics by the beginnings of their words', async () => {
    const { article } = await writeArticle(newsroom, { headline: 'Zeppelins over Ørland' });
    const make = async (collection: string, body: object) =>
      (await newsroom.rest('POST', `/${collection}`, { as: 'editor', body })).body.doc.id as string;
    const person = await make('people', { name: 'Zepha Orlin', aliases: ['the Zephyr'] });
    const topic = await make('topics', { name: 'Zeppelins' });
    const quote = await make('quotes', { text: 'They hum like bees.', speaker: person });
    expect((await find('zep orl')).map(({ kind, id }) => [kind, id])).toEqual([
      ['articles', article.id],
      ['people', person],
      // A quote is found by its speaker too.
      ['quotes', quote],
    ]);
    expect(await find('ZEPHA hum')).toEqual([
      { kind: 'quotes', id: quote, title: 'They hum like bees.', detail: 'Zepha Orlin' },
    ]);
    expect((await find('zeppel')).map(({ kind }) => kind)).toEqual(['articles', 'topics']);
    expect((await find('zephy')).map(({ id }) => id)).toEqual([person]);
    expect(topic).toBeTruthy();
  });

  it('follows what is written, where it stands, and what is thrown away', async () => {
    const { article } = await writeArticle(newsroom, { headline: 'Quondam harbour master' });
    expect(await find('quond')).toMatchObject([{ id: article.id, detail: 'draft' }]);
    await act(article.id, 'submit', 'writer');
    expect(await find('quond')).toMatchObject([{ detail: 'in_review' }]);
    await newsroom.rest('PATCH', `/articles/${article.id}`, {
      as: 'editor',
      body: { headline: 'Erstwhile harbour master', slug: 'erstwhile' },
    });
    expect(await find('quond')).toEqual([]);
    expect(await find('erstw')).toHaveLength(1);
    await newsroom.rest('PATCH', `/articles/${article.id}?trash=true`, {
      as: 'editor',
      body: { deletedAt: new Date().toISOString() },
    });
    expect(await find('erstw')).toEqual([]);
  });

  it('answers anything that can be typed', async () => {
    for (const q of ['', '   ', '.*', '$where', '(((', 'a'.repeat(5_000), '\u0000', '“']) {
      expect(Array.isArray(await find(q)), q.slice(0, 10)).toBe(true);
    }
  });

  it('is filled anew where its rows are missing', async () => {
    const entries = newsroom.payload.db.connection.collection('search_entries');
    await entries.deleteMany({});
    expect(await find('zeppel')).toEqual([]);
    await ensureSearchEntries(newsroom.payload);
    expect((await find('zeppel')).map(({ kind }) => kind)).toEqual(['articles', 'topics']);
  });
});
