import fc from 'fast-check';
import type { CollectionSlug, FlattenedField } from 'payload';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';

import { openNewsroom, writeArticle, type Answer, type Newsroom } from '../support/newsroom';

let newsroom: Newsroom;
/** A document of each collection that can be written. */
const documents: Record<string, string> = {};

/** What somebody may write, and what GraphQL calls one of it. */
const WRITABLE = {
  articles: 'Article',
  sections: 'Section',
  quotes: 'Quote',
  people: 'Person',
  topics: 'Topic',
  media: 'Image',
  'evidence-files': 'EvidenceFile',
  users: 'User',
  webhooks: 'Webhook',
} as const;

const UPLOADED = new Set(['media', 'evidence-files']);
/** How often each collection is tried; FUZZ_RUNS=300 npm test tries more. */
const RUNS = Number(process.env.FUZZ_RUNS ?? 25);

const SOMETHING = '65f000000000000000000000';

/** What no answer may show, whatever was sent. */
const INNARDS = /node_modules|\.(?:ts|js):\d+|Mongo|mongoose|Something went wrong|Cast to/;

beforeAll(async () => {
  newsroom = await openNewsroom(inject('mongoUri'));
  const { payload, users } = newsroom;
  const { article, sections } = await writeArticle(newsroom);
  const create = (collection: 'people' | 'topics' | 'quotes' | 'webhooks', data: object) =>
    payload.create({ collection, data: data, draft: true });
  const insert = async (collection: CollectionSlug) =>
    String((await payload.db.create({ collection, data: {} })).id);
  Object.assign(documents, {
    articles: article.id,
    sections: sections[0]?.id,
    quotes: (await create('quotes', { text: 'The light is lit.' })).id,
    people: (await create('people', { name: 'Ada Fenwick' })).id,
    topics: (await create('topics', { name: 'Harbours' })).id,
    media: await insert('media'),
    'evidence-files': await insert('evidence-files'),
    users: users.writer.id,
    webhooks: (await create('webhooks', { url: 'https://partner.example/hook' })).id,
  });
});
afterAll(() => newsroom.close());

const save = (collection: string, body: object) =>
  newsroom.rest('PATCH', `/${collection}/${documents[collection]}?draft=true`, {
    as: 'admin',
    body,
  });

describe('a draft with a value that its field cannot have is refused, and nothing is saved', () => {
  it.each<[string, object, string, RegExp]>([
    ['articles', { topics: ['xyz'] }, 'topics', /“topics” cannot be read: it is a list of ids/],
    ['articles', { leadImage: 'xyz' }, 'leadImage', /an id/],
    ['articles', { leadImage: { id: 'xyz' } }, 'leadImage', /an id/],
    ['articles', { embargoUntil: 'yesterday' }, 'embargoUntil', /a date such as 2031-03-04T18:30/],
    ['articles', { embargoUntil: '2031-02-30T10:00:00Z' }, 'embargoUntil', /a date such as/],
    ['articles', { embargoUntil: 1_900_000_000_000 }, 'embargoUntil', /a date such as/],
    ['articles', { kind: 'gossip' }, 'kind', /one of news, analysis, opinion/],
    ['articles', { language: 'xx-unknown' }, 'language', /one of en, /],
    ['articles', { headline: 'x'.repeat(301) }, 'headline', /at most 300 characters/],
    ['articles', { headline: 'Nul\u0000byte' }, 'headline', /without the character U\+0000/],
    ['articles', { origin: { url: 'javascript:alert(1)' } }, 'origin.url', /beginning with https/],
    ['articles', { origin: { copyrightYear: 1066 } }, 'origin.copyrightYear', /at least 1700/],
    ['articles', { origin: { copyrightYear: 'soon' } }, 'origin.copyrightYear', /a number/],
    ['articles', { flags: { legal: 'maybe' } }, 'flags.legal', /one of not_needed/],
    ['articles', { bylines: [{ person: 'me' }] }, 'bylines.0.person', /an id/],
    ['articles', { bylines: [{ name: 'A' }, { name: 7 }] }, 'bylines.1.name', /a text/],
    ['sections', { quotes: [SOMETHING, 'xyz'] }, 'quotes', /a list of ids/],
    ['sections', { article: 'xyz' }, 'article', /an id/],
    ['quotes', { evidence: { url: 'data:text/html,x' } }, 'evidence.url', /beginning with https/],
    ['quotes', { evidence: { timecode: 'later' } }, 'evidence.timecode', /hours:minutes:seconds/],
    ['quotes', { occasion: { date: '4 March' } }, 'occasion.date', /a date such as/],
    ['quotes', { verification: { status: 'true' } }, 'verification.status', /one of unverified/],
  ])('%s %j', async (collection, body, path, message) => {
    const before = await newsroom.payload.findByID({
      collection: collection as 'articles',
      id: documents[collection] ?? '',
      draft: true,
    });
    const { status, body: answer } = await save(collection, body);
    expect([status, answer.errors[0].data.code]).toEqual([400, 'INPUT_INVALID']);
    expect(answer.errors[0].message).toMatch(message);
    // As Payload names the fields of its own refusals, so that the panel marks them.
    expect(answer.errors[0].data.errors[0].path).toBe(path);
    const after = await newsroom.payload.findByID({
      collection: collection as 'articles',
      id: documents[collection] ?? '',
      draft: true,
    });
    expect(after).toEqual(before);

    await expect(
      newsroom.payload.update({
        collection: collection as 'articles',
        id: documents[collection] ?? '',
        data: body,
        draft: true,
      }),
    ).rejects.toMatchObject({ status: 400, data: { code: 'INPUT_INVALID' } });
  });

  it('by GraphQL with an error that says so', async () => {
    for (const data of [
      { topics: ['xyz'] },
      { leadImage: 'xyz' },
      { origin: { url: 'javascript:alert(1)' } },
      { headline: 'x'.repeat(301) },
    ]) {
      const { body } = await newsroom.graphql(
        `mutation ($data: mutationArticleUpdateInput!) { updateArticle(id: "${documents.articles}", data: $data, draft: true) { id } }`,
        { as: 'admin', variables: { data } },
      );
      expect(body.errors[0].extensions).toMatchObject({
        statusCode: 400,
        data: { code: 'INPUT_INVALID' },
      });
    }
  });

  it('says everything that is wrong at once', async () => {
    const { body } = await save('articles', {
      topics: ['xyz'],
      kind: 'gossip',
      origin: { url: 'javascript:' },
    });
    expect(body.errors[0].data.errors.map(({ path }: { path: string }) => path)).toEqual([
      'kind',
      'topics',
      'origin.url',
    ]);
  });

  it('in German where somebody asks for it', async () => {
    const { body } = await newsroom.rest('PATCH', `/articles/${documents.articles}?draft=true`, {
      as: 'admin',
      body: { topics: ['xyz'], embargoUntil: 'gestern', kind: 'gossip' },
      headers: { 'accept-language': 'de' },
    });
    expect(body.errors[0].message).toBe(
      '„kind“ ist nicht zu lesen: Verlangt ist eines von news, analysis, opinion, interview, explainer, live. „topics“ ist nicht zu lesen: Verlangt ist eine Liste von Kennungen. „embargoUntil“ ist nicht zu lesen: Verlangt ist ein Zeitpunkt wie 2031-03-04T18:30:00Z.',
    );
  });

  it('is no obstacle to a draft that is not finished', async () => {
    const { status } = await newsroom.rest('POST', '/articles?draft=true', {
      as: 'writer',
      body: {
        headline: '',
        standfirst: null,
        bylines: [{}],
        leadImage: '',
        topics: [],
        embargoUntil: null,
        origin: { url: '' },
      },
    });
    expect(status).toBe(201);
  });
});

/** Values of every kind but the right one, and some that only look right. */
const wrongValue = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    '',
    ' ',
    0,
    -1,
    1.5,
    1e300,
    true,
    false,
    [],
    {},
    [[]],
    [{}],
    [null],
    [null, {}],
    { id: null },
    { id: 'none' },
    { id: { $gt: '' } },
    { value: 'none' },
    { relationTo: 'articles', value: 'none' },
    { relationTo: 'nothing', value: SOMETHING },
    { $gt: '' },
    { root: null },
    { root: { type: 'root', children: null } },
    { root: { type: 'root', children: [null] } },
    { root: { type: 'root', children: [{ type: 'text' }] } },
    { root: { type: 'root', children: [{ type: 'upload', value: 'none', relationTo: 'media' }] } },
    { root: { type: 'root', children: [{ type: 'link', fields: null, children: [] }] } },
    { root: { type: 'root', children: [{ type: 'block', fields: { blockType: 'none' } }] } },
    'none',
    'null',
    'xyz',
    SOMETHING,
    [SOMETHING],
    ['xyz'],
    'yesterday',
    '2031-13-45',
    '275760-09-13T00:00:00.001Z',
    '2031-03-04T18:30:00Z',
    'javascript:alert(1)',
    'https://harbour.example/',
    '\u0000',
    'a\u0000b',
    '\ud800',
    '__proto__',
    'x'.repeat(5000),
    { constructor: { prototype: {} } },
    JSON.parse('{"__proto__":{"polluted":true}}'),
    { 'a.b': 1, $where: '1' },
  ),
  fc.jsonValue({ maxDepth: 3 }) as fc.Arbitrary<unknown>,
);

/** The fields of a collection by their names, groups and rows of lists filled in. */
function valuesFor(fields: readonly FlattenedField[]): fc.Arbitrary<Record<string, unknown>> {
  return fc
    .subarray([...fields], { minLength: 1, maxLength: 3 })
    .chain((some) =>
      fc.tuple(
        ...some.map((field) => valueFor(field).map((value) => [field.name, value] as const)),
      ),
    )
    .map((entries) => Object.fromEntries(entries));
}

function valueFor(field: FlattenedField): fc.Arbitrary<unknown> {
  return fc.oneof(
    { weight: 1, arbitrary: wrongValue },
    { weight: 4, arbitrary: plausibleValue(field) },
  );
}

/** What passes the first look, so that what comes behind it is tried too. */
function plausibleValue(field: FlattenedField): fc.Arbitrary<unknown> {
  const many = <T>(each: fc.Arbitrary<T>) =>
    'hasMany' in field && field.hasMany ? fc.array(each, { maxLength: 3 }) : each;
  switch (field.type) {
    case 'relationship':
    case 'upload':
      return many(fc.constantFrom(SOMETHING, ...Object.values(documents)));
    case 'date':
      return fc
        .date({ noInvalidDate: true, min: new Date(0), max: new Date('9999-12-31') })
        .map((date) => date.toISOString());
    case 'select':
      return many(
        fc.constantFrom(
          ...field.options.map((option) => (typeof option === 'string' ? option : option.value)),
        ),
      );
    case 'number':
      return many(fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true })));
    case 'checkbox':
      return fc.boolean();
    case 'array':
      return fc.array(valuesFor(field.flattenedFields), { maxLength: 2 });
    case 'group':
      return valuesFor(field.flattenedFields);
    default:
      return many(fc.string({ unit: 'binary', maxLength: 40 }));
  }
}

describe('whatever is sent for whichever field', () => {
  const counted = { requests: 0, refused: 0 };
  const expectClear = ({ status, text, body }: Answer, what: unknown) => {
    counted.requests += 1;
    if (status >= 400 || body?.errors) counted.refused += 1;
    expect([what, status < 500, INNARDS.exec(text)?.[0] ?? null]).toEqual([what, true, null]);
    for (const { extensions } of body?.errors ?? []) {
      expect([what, (extensions?.statusCode ?? 400) < 500]).toEqual([what, true]);
    }
  };

  it.each(Object.keys(WRITABLE))('%s answers with no fault of the server', async (slug) => {
    const { flattenedFields } = newsroom.payload.collections[slug as 'articles'].config;
    const name = WRITABLE[slug as keyof typeof WRITABLE];
    const mutation = `mutation ($data: mutation${name}UpdateInput!) { update${name}(id: "${documents[slug]}", data: $data) { id } }`;
    await fc.assert(
      fc.asyncProperty(valuesFor(flattenedFields), async (data) => {
        // Whom the test signs in stays who they are.
        if (slug === 'users') for (const key of ['roles', 'email', 'password']) delete data[key];
        expectClear(await save(slug, data), ['PATCH', data]);
        if (!UPLOADED.has(slug)) {
          const made = await newsroom.rest('POST', `/${slug}?draft=true`, {
            as: 'admin',
            body: data,
          });
          expectClear(made, ['POST', data]);
        }
        const answer = await newsroom.graphql(mutation, { as: 'admin', variables: { data } });
        expectClear(answer, ['GraphQL', data]);
      }),
      { numRuns: slug === 'articles' || slug === 'sections' ? 2 * RUNS : RUNS },
    );
  });

  it('settings too', async () => {
    const { flattenedFields } = newsroom.payload.config.globals[0] as unknown as {
      flattenedFields: FlattenedField[];
    };
    await fc.assert(
      fc.asyncProperty(valuesFor(flattenedFields), async (body) => {
        const answer = await newsroom.rest('POST', '/globals/settings', { as: 'admin', body });
        expectClear(answer, ['settings', body]);
      }),
      { numRuns: RUNS },
    );
  });

  it('was sent often enough to mean something', () => {
    console.info(`${counted.requests} requests, ${counted.refused} refused`);
    expect(counted.requests).toBeGreaterThan(25 * RUNS);
    expect(counted.refused).toBeGreaterThan(5 * RUNS);
    expect(counted.requests - counted.refused).toBeGreaterThan(5 * RUNS);
  });
});
