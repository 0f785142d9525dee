import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';

import { ensureDeskIndexes } from '../../src/cms/desk/ensureDeskIndexes';
import { lexicalFromParagraphs } from '../../src/domain/richText/lexicalFromParagraphs';
import type { Quote } from '../../src/payload-types';
import { serveDelivery, type ServedDelivery } from '../delivery/support/serveDelivery';
import { openNewsroom, publish, writeArticle, type Newsroom, type Role } from '../support/newsroom';

const WORDS = 'We waited eleven years for this light';
const SAID = `“${WORDS},” Ada Quill, the harbour master, said.`;

let newsroom: Newsroom;
let delivery: ServedDelivery;
let ada: string;

beforeAll(async () => {
  newsroom = await openNewsroom(inject('mongoUri'));
  await ensureDeskIndexes(newsroom.payload);
  delivery = await serveDelivery({ connection: newsroom.payload.db.connection });
  ada = await person('Ada Quill');
});
afterAll(async () => {
  await delivery.close();
  await newsroom.close();
});

const person = async (name: string) =>
  (await newsroom.payload.create({ collection: 'people', data: { name } })).id;

const save = (id: string, as: Role, body: object) =>
  newsroom.rest('PATCH', `/quotes/${id}?draft=true`, { as, body });

const judge = async (id: string, status: string, note?: string) => {
  const answer = await save(id, 'fact-checker', { verification: { status, note } });
  expect(answer.status, answer.text).toBe(200);
  return answer.body.doc as Quote;
};

async function verified(more: Partial<Quote> = {}): Promise<Quote> {
  const { id } = await newsroom.payload.create({
    collection: 'quotes',
    data: { text: WORDS, speaker: ada, kind: 'direct', ...more },
    draft: true,
  });
  const quote = await judge(id, 'verified');
  expect(quote.verification).toMatchObject({
    status: 'verified',
    by: newsroom.users['fact-checker'].id,
  });
  expect(quote.verification?.hash).toMatch(/^[0-9a-f]{64}$/);
  return quote;
}

const newest = (id: string) =>
  newsroom.payload.findByID({ collection: 'quotes', id, draft: true, depth: 0 });

async function storeFile(words: string, id?: string): Promise<string> {
  const { body, text } = await newsroom.upload({
    collection: 'evidence-files',
    ...(id === undefined ? {} : { id }),
    as: 'editor',
    file: { name: 'transcript.txt', bytes: new TextEncoder().encode(words), type: 'text/plain' },
  });
  expect(body.doc, text).toBeTruthy();
  return body.doc.id as string;
}

describe('a verdict ends', () => {
  const role = { speakerRole: 'mayor' };
  it.each<[string, (quote: Quote) => Promise<unknown>]>([
    ['by REST', ({ id }) => save(id, 'writer', role)],
    [
      'by GraphQL',
      ({ id }) =>
        newsroom.graphql(
          `mutation { updateQuote(id: "${id}", data: { speakerRole: "mayor" }, draft: true) { id } }`,
          { as: 'writer' },
        ),
    ],
    [
      'by a bulk save',
      ({ id }) =>
        newsroom.payload.update({
          collection: 'quotes',
          where: { id: { equals: id } },
          data: role,
        }),
    ],
    [
      'by an import, through the Local API',
      ({ id }) =>
        newsroom.payload.update({ collection: 'quotes', id, data: role, draft: true, depth: 0 }),
    ],
    [
      'by whoever sends the verdict and its seal along',
      ({ id, verification }) => save(id, 'writer', { ...role, verification }),
    ],
  ])('%s', async (_way, change) => {
    const quote = await verified();
    await change(quote);
    expect((await newest(quote.id)).verification).toMatchObject({
      status: 'unverified',
      by: null,
      hash: null,
      note: 'No longer verified: changed was the role.',
    });
  });

  it('when the person who spoke is called otherwise, and not when something else of them changes', async () => {
    const bruno = await person('Bruno Quay');
    const quote = await verified({ speaker: bruno });
    const other = await verified();
    const rename = (body: object) =>
      newsroom.rest('PATCH', `/people/${bruno}`, { as: 'editor', body });
    await rename({ aliases: ['Quay'] });
    expect((await newest(quote.id)).verification?.status).toBe('verified');
    await rename({ name: 'Carla Stone' });
    expect((await newest(quote.id)).verification).toMatchObject({
      status: 'unverified',
      note: 'No longer verified: changed was the speaker.',
    });
    expect((await newest(other.id)).verification?.status).toBe('verified');
  });

  it('when the recording is another file under the same record', async () => {
    const file = await storeFile('What she said.');
    const quote = await verified({ evidence: { file } });
    await storeFile('What she said on another day.', file);
    expect((await newest(quote.id)).verification).toMatchObject({
      status: 'unverified',
      note: 'No longer verified: changed was the evidence.',
    });
  });

  it('and no version of before brings it back', async () => {
    const quote = await verified();
    await save(quote.id, 'writer', { text: WORDS.replace('eleven', 'twelve') });
    const { docs } = await newsroom.payload.findVersions({
      collection: 'quotes',
      where: {
        parent: { equals: quote.id },
        'version.verification.status': { equals: 'verified' },
      },
    });
    const restored = await newsroom.rest('POST', `/quotes/versions/${docs[0]?.id}?draft=true`, {
      as: 'writer',
    });
    expect(restored.status, restored.text).toBe(200);
    expect(await newest(quote.id)).toMatchObject({
      text: WORDS,
      verification: { status: 'unverified', by: null, hash: null },
    });
  });

  it('with a character that nobody sees, which no save lets through', async () => {
    const quote = await verified();
    const answer = await save(quote.id, 'writer', {
      text: WORDS.replace('eleven', 'ele\u202even'),
    });
    expect(answer.status).toBe(400);
    expect((await newest(quote.id)).verification?.status).toBe('verified');
  });
});

it('a copy has no verdict, no seal and no dispute', async () => {
  const quote = await verified();
  await judge(quote.id, 'disputed');
  const copy = await newsroom.rest('POST', `/quotes/${quote.id}/duplicate?draft=true`, {
    as: 'editor',
  });
  expect(copy.body.doc.verification).toMatchObject({
    status: 'unverified',
    by: null,
    at: null,
    hash: null,
    disputedWords: [],
  });
});

it('nobody writes a seal or takes a dispute away but by a verdict', async () => {
  const quote = await verified();
  await judge(quote.id, 'disputed');
  const forged = { hash: 'f'.repeat(64), bound: {}, disputedWords: [] };
  await newsroom.payload.update({
    collection: 'quotes',
    id: quote.id,
    data: { verification: { ...forged, status: 'disputed' } },
    draft: true,
  });
  const { verification } = await newest(quote.id);
  expect(verification?.hash).not.toBe(forged.hash);
  expect(verification?.disputedWords).toEqual([WORDS]);
});

/** An article with one verified quotation in its second section. */
async function quoted(isLive = true) {
  const { article, sections } = await writeArticle(newsroom);
  const quote = await verified();
  const answer = await newsroom.rest('PATCH', `/sections/${sections[1]?.id}`, {
    as: 'writer',
    body: { body: lexicalFromParagraphs([SAID]), quotes: [quote.id] },
  });
  expect(answer.status, answer.text).toBe(200);
  if (isLive) await publish(newsroom, article.id);
  return { id: article.id, slug: article.slug ?? '', quote: quote.id };
}

const act = (as: Role, id: string, action: string, body: object = {}) =>
  newsroom.rest('POST', `/articles/${id}/actions/${action}`, { as, body });

async function approve(id: string): Promise<string> {
  expect((await act('writer', id, 'submit')).status).toBe(200);
  const { body } = await newsroom.rest('GET', `/articles/${id}/actions`, { as: 'editor' });
  const approved = await act('editor', id, 'approve', { contentHash: body.contentHash });
  expect(approved.status, approved.text).toBe(200);
  return approved.body.edition.id as string;
}

async function expectRefused(answer: {
  status: number;
  body: { errors: unknown[] };
  text: string;
}) {
  expect(answer.status, answer.text).toBe(422);
  expect(answer.text).toContain('QUOTE_DISPUTED');
}

describe('the edition and the history', () => {
  it('keep the verdict and its seal', async () => {
    const { id, quote } = await quoted();
    const { docs } = await newsroom.payload.find({
      collection: 'editions',
      where: { article: { equals: id } },
    });
    const { hash } = (await newest(quote)).verification ?? {};
    expect(docs[0]?.content).toMatchObject({
      quotes: [{ verification: { status: 'verified', hash } }],
    });
    await save(quote, 'writer', { speakerRole: 'mayor' });
    const { docs: entries } = await newsroom.payload.find({
      collection: 'audit-entries',
      where: { article: { equals: id }, action: { equals: 'verdict' } },
      depth: 0,
    });
    expect(entries).toMatchObject([
      {
        actorName: 'The writer',
        from: 'verified',
        to: `unverified: “${WORDS}”`,
        reason: 'No longer verified: changed was the role.',
      },
    ]);
  });
});

describe('a dispute about live words', () => {
  it('takes “checked” away from readers at once, and gives it back when it is settled', async () => {
    const { id, slug, quote } = await quoted();
    const address = `/v1/articles/id/${id}`;
    const before = await delivery.get(address);
    expect(before.body.quotes[0].verification).toBe('verified');
    const since = String(before.headers['last-modified']);

    await judge(quote, 'disputed', 'The tape says twelve.');
    const shown = () => delivery.get(address).then(({ body }) => body.quotes[0].verification);
    await expect.poll(shown).toBe('disputed');
    expect(
      (await delivery.get(address, { 'if-none-match': String(before.headers.etag) })).status,
    ).toBe(200);
    expect((await delivery.get(address, { 'if-modified-since': since })).status).toBe(200);
    const listed = await delivery.get(`/v1/quotes/${quote}`);
    expect(listed.body.verification).toBe('disputed');
    expect((await newsroom.rest('GET', `/quotes/${quote}`)).body.verification).toEqual({
      status: 'disputed',
    });
    const changes = await delivery.get('/v1/changes?since=0');
    expect(changes.body.items, changes.text).toEqual(
      expect.arrayContaining([expect.objectContaining({ type: 'disputed', articleId: id, slug })]),
    );

    // Rewording the draft settles nothing for readers.
    await save(quote, 'writer', { text: WORDS.replace('eleven', 'twelve') });
    expect((await newest(quote)).verification?.status).toBe('unverified');
    expect(await shown()).toBe('disputed');
    await save(quote, 'writer', { text: WORDS });
    expect((await newest(quote)).verification?.status).toBe('disputed');

    await judge(quote, 'verified');
    await expect.poll(shown).toBe('verified');
    expect((await newsroom.rest('GET', `/quotes/${quote}`)).body.verification.status).toBe(
      'verified',
    );
  });

  it('is on the desk and told to the publisher', async () => {
    const { id, quote } = await quoted();
    await judge(quote, 'disputed');
    const { body, text } = await newsroom.rest('GET', '/desk', { as: 'publisher' });
    expect(body.blocked?.rows, text).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ id, block: 'dispute', reason: `“${WORDS}”` }),
      ]),
    );
    const { docs } = await newsroom.payload.find({
      collection: 'notices',
      where: { article: { equals: id }, action: { equals: 'verdict' } },
      depth: 0,
    });
    expect(docs.map(({ user }) => user).sort()).toEqual(
      [newsroom.users.publisher.id, newsroom.users.admin.id].sort(),
    );
    expect(docs[0]?.text).toContain(`disputes the quotation “${WORDS}”`);
    expect(docs[0]?.text).toContain('which is live');
  });
});

describe('a dispute since the approval', () => {
  it('keeps the edition from going out, at once and by an order', async () => {
    const { id, quote } = await quoted(false);
    await approve(id);
    await judge(quote, 'disputed');
    await expectRefused(await act('publisher', id, 'publish'));
    const schedule = { wallTime: '2031-05-01T08:00', zone: 'UTC' };
    await expectRefused(await act('publisher', id, 'schedule', schedule));
  });

  it('keeps an earlier edition from coming back, though the draft says other words by now', async () => {
    const { id, quote } = await quoted();
    const { docs } = await newsroom.payload.find({
      collection: 'editions',
      where: { article: { equals: id } },
    });
    const first = String(docs[0]?.id);
    await judge(quote, 'disputed');
    const text = WORDS.replace('eleven', 'twelve');
    await save(quote, 'writer', { text });
    const { sections = [] } = await newsroom.payload.findByID({
      collection: 'articles',
      id,
      draft: true,
      depth: 0,
    });
    await newsroom.rest('PATCH', `/sections/${sections?.[1] as string}`, {
      as: 'writer',
      body: { body: lexicalFromParagraphs([SAID.replace('eleven', 'twelve')]) },
    });
    await judge(quote, 'verified');
    await publish(newsroom, id, { kind: 'correction', note: 'It was twelve years.' });
    const rolledBack = await act('publisher', id, 'rollBack', {
      edition: first,
      change: { kind: 'correction', note: 'Back to what it was.' },
    });
    await expectRefused(rolledBack);
  });
});
