import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';

import { lexicalFromParagraphs } from '../../src/domain/richText/lexicalFromParagraphs';
import { keepQuoteRules } from '../../src/migrations/keepQuoteRules';
import type { Quote } from '../../src/payload-types';
import { serveDelivery, type ServedDelivery } from '../delivery/support/serveDelivery';
import { openNewsroom, writeArticle, type Newsroom, type Role } from '../support/newsroom';

const SAID = [
  'We waited eleven years for this light',
  'Nobody told us when it would come',
  'The harbour was dark for all that time',
];

let newsroom: Newsroom;
let delivery: ServedDelivery;
let ada: string;

beforeAll(async () => {
  newsroom = await openNewsroom(inject('mongoUri'));
  delivery = await serveDelivery({ connection: newsroom.payload.db.connection });
  ada = (await newsroom.payload.create({ collection: 'people', data: { name: 'Ada Quill' } })).id;
});
afterAll(async () => {
  await delivery.close();
  await newsroom.close();
});

/** An article whose second section has three recorded quotations. */
async function quoted(words = SAID) {
  const { article, sections } = await writeArticle(newsroom);
  const quotes: Quote[] = [];
  for (const text of words)
    quotes.push(
      await newsroom.payload.create({
        collection: 'quotes',
        data: { text, speaker: ada, kind: 'direct' },
        draft: true,
      }),
    );
  const answer = await newsroom.rest('PATCH', `/sections/${sections[1]?.id}`, {
    as: 'writer',
    body: {
      body: lexicalFromParagraphs(words.map((text) => `“${text},” Ada Quill said.`)),
      quotes: quotes.map(({ id }) => id),
    },
  });
  expect(answer.status, answer.text).toBe(200);
  return { id: article.id, quotes: quotes.map(({ id }) => id) };
}

const newest = (id: string) =>
  newsroom.payload.findByID({ collection: 'quotes', id, draft: true, depth: 0 });

async function seen(ids: readonly string[]) {
  return Promise.all(ids.map(async (id) => ({ id, revision: (await newest(id)).revision ?? 0 })));
}

const step = async (article: string, ids: readonly string[], body: object, as: Role = 'writer') =>
  newsroom.rest('POST', `/articles/${article}/vouch`, {
    as,
    body: { ...body, quotes: await seen(ids) },
  });

const vouch = (
  article: string,
  ids: readonly string[],
  vouched: object = { way: 'own_interview', date: '2026-05-01', place: 'Port Hallow' },
  as: Role = 'writer',
) => step(article, ids, { step: 'vouch', vouched }, as);

const act = (as: Role, id: string, action: string, body: object = {}) =>
  newsroom.rest('POST', `/articles/${id}/actions/${action}`, { as, body });

async function approve(id: string) {
  const submitted = await act('writer', id, 'submit');
  expect(submitted.status, submitted.text).toBe(200);
  const { body } = await newsroom.rest('GET', `/articles/${id}/actions`, { as: 'editor' });
  return act('editor', id, 'approve', { contentHash: body.contentHash });
}

describe('a quotation that nobody answers for', () => {
  it('stops the approval; one step for all from one source lets it go on', async () => {
    const { id, quotes } = await quoted();
    const refused = await approve(id);
    expect(refused.status).toBe(422);
    const { issues } = refused.body.errors[0].data;
    expect(issues.map(({ code }: { code: string }) => code)).toEqual([
      'QUOTE_UNANSWERED',
      'QUOTE_UNANSWERED',
      'QUOTE_UNANSWERED',
    ]);
    await act('editor', id, 'requestChanges', { note: 'Who heard this?' });
    const [heard, told, checked] = quotes as [string, string, string];
    const answer = await vouch(id, [heard, told]);
    expect(answer.status, answer.text).toBe(200);
    const verified = await newsroom.rest('PATCH', `/quotes/${checked}`, {
      as: 'fact-checker',
      body: { verification: { status: 'verified' } },
    });
    expect(verified.status).toBe(200);
    const approved = await approve(id);
    expect(approved.status, approved.text).toBe(200);
    const edition = await newsroom.payload.findByID({
      collection: 'editions',
      id: approved.body.edition.id,
      depth: 0,
    });
    const { hash } = (await newest(heard)).vouching ?? {};
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    expect((edition.content as { quotes: object[] }).quotes).toMatchObject([
      { vouching: { way: 'own_interview', place: 'Port Hallow', byName: 'The writer', hash } },
      { vouching: { way: 'own_interview' }, verification: { status: 'unverified' } },
      { vouching: null, verification: { status: 'verified' } },
    ]);
    const { docs } = await newsroom.payload.find({
      collection: 'audit-entries',
      where: { article: { equals: id }, action: { equals: 'vouch' } },
      sort: '-to',
      depth: 0,
    });
    expect(docs).toMatchObject([
      {
        actorName: 'The writer',
        from: 'not vouched for',
        to: `vouched for, own_interview: “${SAID[0]}”`,
      },
      { to: `vouched for, own_interview: “${SAID[1]}”` },
    ]);
    const { body } = await newsroom.rest('GET', `/articles/${id}/quotations`, { as: 'editor' });
    expect(body.quotations.map(({ state }: { state: string }) => state)).toEqual([
      'vouched',
      'vouched',
      'verified',
    ]);
    expect(body.quotations[0].quote.vouching).toMatchObject({
      way: 'own_interview',
      date: '2026-05-01',
      byName: 'The writer',
    });
  });

  it('is vouched for by nobody who then approves', async () => {
    const { id, quotes } = await quoted();
    expect((await vouch(id, quotes, { way: 'present' }, 'editor')).status).toBe(200);
    const approved = await approve(id);
    expect(approved.status).toBe(403);
    expect(approved.text).toContain('FOUR_EYES');
  });
});

describe('vouching', () => {
  it.each<[string, object, number]>([
    ['a publication without its address', { way: 'publication', source: 'The Skerry Post' }, 422],
    ['an agency without a name', { way: 'agency' }, 422],
    ['a document without a name', { way: 'document', source: ' ' }, 422],
    ['a translation from no language', { way: 'translation', translatedBy: 'Eve Ford' }, 422],
    ['details that do not belong to it', { way: 'present', source: 'AP' }, 422],
    ['a day to come', { way: 'present', date: '2999-01-01' }, 422],
    ['no way that there is', { way: 'hearsay' }, 400],
    ['a script for an address', { way: 'agency', source: 'AP', url: 'javascript:alert(1)' }, 400],
    ['what nobody sees', { way: 'agency', source: 'A\u202eP' }, 400],
    ['a name of its own', { way: 'present', byName: 'Somebody else' }, 400],
  ])('is not taken for %s', async (_what, vouched, status) => {
    const { id, quotes } = await quoted([SAID[0] ?? '']);
    const answer = await vouch(id, quotes, vouched);
    expect(answer.status, answer.text).toBe(status);
    expect((await newest(quotes[0] ?? '')).vouching?.way).toBeFalsy();
  });

  it.each<[string, object]>([
    ['publication', { source: 'The Skerry Post', url: 'https://skerry.example/light' }],
    ['translation', { translatedBy: 'Eve Ford', translatedFrom: 'de' }],
    ['agency', { source: 'AP' }],
    ['document', { source: 'Minutes of the council' }],
    ['recording', {}],
    ['present', {}],
  ])('by %s keeps what was said of it', async (way, details) => {
    const { id, quotes } = await quoted([SAID[0] ?? '']);
    expect((await vouch(id, quotes, { way, ...details })).status).toBe(200);
    expect((await newest(quotes[0] ?? '')).vouching).toMatchObject({
      way,
      ...details,
      by: newsroom.users.writer.id,
      byName: 'The writer',
    });
  });

  it.each<[Role, number]>([
    ['writer', 200],
    ['editor', 200],
    ['fact-checker', 403],
  ])('by a %s is answered with %i', async (as, status) => {
    const { id, quotes } = await quoted([SAID[0] ?? '']);
    expect((await vouch(id, quotes, { way: 'present' }, as)).status).toBe(status);
  });

  it('is all or nothing, and about the words that were seen', async () => {
    const { id, quotes } = await quoted();
    const before = await seen(quotes);
    await newsroom.rest('PATCH', `/quotes/${quotes[2]}`, {
      as: 'editor',
      body: { speakerRole: 'mayor' },
    });
    const stale = await newsroom.rest('POST', `/articles/${id}/vouch`, {
      as: 'writer',
      body: { step: 'vouch', vouched: { way: 'present' }, quotes: before },
    });
    expect(stale.status, stale.text).toBe(409);
    for (const quote of quotes) expect((await newest(quote)).vouching?.way).toBeFalsy();
    const other = await quoted([SAID[1] ?? '']);
    expect((await vouch(id, other.quotes)).status).toBe(404);
  });

  const role = { speakerRole: 'mayor' };
  it.each<[string, (quote: string) => Promise<unknown>]>([
    ['REST', (quote) => newsroom.rest('PATCH', `/quotes/${quote}`, { as: 'writer', body: role })],
    [
      'GraphQL',
      (quote) =>
        newsroom.graphql(
          `mutation { updateQuote(id: "${quote}", data: { speakerRole: "mayor" }) { id } }`,
          { as: 'writer' },
        ),
    ],
    [
      'the Local API',
      (quote) =>
        newsroom.payload.update({ collection: 'quotes', id: quote, data: role, draft: true }),
    ],
  ])('ends with what it was about, by %s, and says so', async (_way, change) => {
    const { id, quotes } = await quoted([SAID[0] ?? '']);
    await vouch(id, quotes);
    await change(quotes[0] ?? '');
    expect((await newest(quotes[0] ?? '')).vouching).toMatchObject({
      way: null,
      by: null,
      hash: null,
      note: 'No longer vouched for: changed was the role.',
    });
    const { docs } = await newsroom.payload.find({
      collection: 'audit-entries',
      where: { article: { equals: id }, from: { equals: 'vouched for' } },
      depth: 0,
    });
    expect(docs).toMatchObject([{ reason: 'No longer vouched for: changed was the role.' }]);
  });

  it('is written by no save, copied by no duplicate and brought back by no version', async () => {
    const { id, quotes } = await quoted([SAID[0] ?? '']);
    const [quote = ''] = quotes;
    const forged = { way: 'present', byName: 'The editor', hash: 'f'.repeat(64), bound: {} };
    await newsroom.rest('PATCH', `/quotes/${quote}`, { as: 'admin', body: { vouching: forged } });
    const data = { vouching: forged as Quote['vouching'] };
    await newsroom.payload.update({ collection: 'quotes', id: quote, data, draft: true });
    expect((await newest(quote)).vouching?.way).toBeFalsy();
    const made = await newsroom.payload.create({
      collection: 'quotes',
      data: { text: 'x', ...data, origin: 'generated' },
      draft: true,
    });
    expect(made.vouching?.way).toBeFalsy();

    await vouch(id, quotes);
    const copy = await newsroom.rest('POST', `/quotes/${quote}/duplicate?draft=true`, {
      as: 'editor',
    });
    expect(copy.body.doc.vouching.way).toBeFalsy();
    await newsroom.rest('PATCH', `/quotes/${quote}`, { as: 'writer', body: role });
    const { docs } = await newsroom.payload.findVersions({
      collection: 'quotes',
      where: { parent: { equals: quote }, 'version.vouching.way': { equals: 'own_interview' } },
    });
    await newsroom.rest('POST', `/quotes/versions/${docs[0]?.id}?draft=true`, { as: 'writer' });
    const restored = await newest(quote);
    expect(restored.speakerRole ?? null).toBeNull();
    expect(restored.vouching?.way).toBeNull();
  });

  it('is taken back by who gave it or by an editor, which keeps an edition from going out', async () => {
    const { id, quotes } = await quoted([SAID[0] ?? '']);
    await vouch(id, quotes, { way: 'present' });
    const approved = await approve(id);
    expect(approved.status, approved.text).toBe(200);
    expect((await step(id, quotes, { step: 'takeBack' }, 'fact-checker')).status).toBe(403);
    expect((await step(id, quotes, { step: 'takeBack' })).status).toBe(200);
    const refused = await act('publisher', id, 'publish');
    expect(refused.status, refused.text).toBe(422);
    expect(refused.text).toContain('QUOTE_UNANSWERED');
  });
});

describe('words of a generating tool', () => {
  it('are vouched for by nobody, also as a copy, and can be verified', async () => {
    const { id, quotes } = await quoted([SAID[0] ?? '']);
    const [quote = ''] = quotes;
    await vouch(id, quotes);
    expect((await step(id, quotes, { step: 'generated' }, 'fact-checker')).status).toBe(200);
    expect(await newest(quote)).toMatchObject({ origin: 'generated', vouching: { way: null } });
    const refused = await vouch(id, quotes);
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('VOUCHING_REFUSED');
    const copy = await newsroom.rest('POST', `/quotes/${quote}/duplicate?draft=true`, {
      as: 'editor',
    });
    expect(copy.body.doc.origin).toBe('generated');
    await newsroom.rest('PATCH', `/quotes/${quote}`, { as: 'writer', body: { origin: null } });
    expect((await newest(quote)).origin).toBe('generated');
    expect((await step(id, quotes, { step: 'notGenerated' })).status).toBe(403);

    expect((await approve(id)).text).toContain('came out of a generating tool');
    await newsroom.rest('PATCH', `/quotes/${quote}`, {
      as: 'fact-checker',
      body: { verification: { status: 'verified' } },
    });
    const { body } = await newsroom.rest('GET', `/articles/${id}/actions`, { as: 'editor' });
    const approved = await act('editor', id, 'approve', { contentHash: body.contentHash });
    expect(approved.status, approved.text).toBe(200);
    expect((await step(id, quotes, { step: 'notGenerated' }, 'editor')).status).toBe(200);
  });
});

describe('readers', () => {
  const show = async (vouchingShown: string) => {
    const answer = await newsroom.rest('POST', '/globals/settings', {
      as: 'admin',
      body: { vouchingShown },
    });
    expect(answer.status, answer.text).toBe(200);
  };

  it('are shown of it what the newsroom chooses, from that moment', async () => {
    const { id, quotes } = await quoted([SAID[0] ?? '']);
    const vouched = { way: 'publication', source: 'The Post', url: 'https://post.example/a' };
    await vouch(id, quotes, vouched);
    expect((await approve(id)).status).toBe(200);
    expect((await act('publisher', id, 'publish')).status).toBe(200);
    const of = async () => (await delivery.get(`/v1/articles/id/${id}`)).body.quotes[0].vouching;
    await expect.poll(of).toMatchObject({ ...vouched, by: null });
    await show('name');
    await expect.poll(of).toMatchObject({ ...vouched, by: 'The writer' });
    const { slug } = (await delivery.get(`/v1/articles/id/${id}`)).body;
    const ld = await delivery.get(`/v1/articles/${slug}/jsonld`);
    expect(ld.body.hasPart).toMatchObject([
      {
        creditText: 'publication',
        isBasedOn: { name: 'The Post' },
        citation: vouched.url,
        accountablePerson: { name: 'The writer' },
      },
    ]);
    await show('off');
    await expect.poll(of).toBeNull();
    await show('way');
    const stock = await newsroom.rest('GET', `/quotes/${quotes[0]}`);
    expect(stock.body.vouching).toBeFalsy();
    expect(stock.body.origin).toBeUndefined();
  });
});

describe('a newsroom from before', () => {
  it('goes on as it was: what it said about unverified quotes', async () => {
    const { payload } = newsroom;
    const globals = payload.db.connection.collection('globals');
    const context = { payload, log: () => undefined };
    const level = async () =>
      (await payload.findGlobal({ slug: 'settings', depth: 0 })).quoteRules?.unanswered;
    for (const [stored, expected] of [
      [null, 'warn'],
      ['block', 'block'],
      ['off', 'off'],
    ] as const) {
      await globals.deleteMany({ globalType: 'settings' });
      if (stored)
        await globals.insertOne({ globalType: 'settings', quoteRules: { unverified: stored } });
      await keepQuoteRules.run(context);
      await keepQuoteRules.run(context);
      expect(await level()).toBe(expected);
    }
    await globals.deleteMany({ globalType: 'settings' });
  });
});
