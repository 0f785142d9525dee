import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';

import { openNewsroom, publish, writeArticle, type Newsroom } from '../support/newsroom';

let newsroom: Newsroom;

beforeAll(async () => {
  newsroom = await openNewsroom(inject('mongoUri'));
  const { article } = await writeArticle(newsroom);
  await publish(newsroom, article.id);
});
afterAll(() => newsroom.close());

const WHO = [undefined, 'admin'] as const;
const SOMETHING = '65f000000000000000000000';

/** What no answer may show, whatever was asked. */
const INNARDS = /node_modules|\.(?:ts|js):\d+|Mongo|mongoose|Something went wrong/;

async function expectClear(method: string, address: string, body?: unknown) {
  for (const as of WHO) {
    const answer = await newsroom.rest(method, address, {
      ...(as ? { as } : {}),
      ...(body === undefined ? {} : { body }),
    });
    expect([`${method} ${address}`, answer.status < 500]).toEqual([`${method} ${address}`, true]);
    expect(answer.text).not.toMatch(INNARDS);
  }
}

describe('a mistake in a query is told as one', () => {
  it.each([
    ['where[id][in][]=none', /“id” is compared with something that it cannot be/],
    ['where[topics][all]=none', /“topics” is compared with/],
    ['where[leadImage][equals]=x', /readers cannot use “leadImage”/],
    ['where[headline][near]=1,2', /“near” is no operator; there are all, contains/],
    ['where[headline][equals][$ne]=1', /a value or a list of values/],
    ['where[headline]=1', /needs an operator/],
    ['sort=-', /sort: is the name of a field/],
    ['page=-1', /page: is a number/],
    ['limit=0', /limit: is a number from 1 to 500/],
    ['limit=100000', /limit: is a number from 1 to 500/],
    ['pagination=false', /read on with page=2/],
  ])('%s', async (query, message) => {
    const { status, body } = await newsroom.rest('GET', `/articles?${query}`);
    expect(status).toBe(400);
    expect(body.errors[0].message).toMatch(message);
    expect(body.errors[0].data.code).toMatch(/^(QUERY|INPUT)_INVALID$/);
  });

  it('where[leadImage][not_like]=x, by the newsroom, for which the field is open', async () => {
    const { status, body } = await newsroom.rest('GET', '/articles?where[leadImage][not_like]=x', {
      as: 'writer',
    });
    expect(status).toBe(400);
    expect(body.errors[0].message).toMatch(/operator that its field does not have/);
  });

  it('as is a query that the database is too long about', async () => {
    const { connection } = newsroom.payload.db;
    const many = Array.from({ length: 20_000 }, (_, n) => ({
      name: `Pier ${n}`,
      isPublic: true,
      _status: 'published',
    }));
    await connection.collection('topics').insertMany(many);
    const usual = Number(connection.get('maxTimeMS'));
    expect(usual).toBeGreaterThan(0);
    connection.set('maxTimeMS', 1);
    const { status, body } = await newsroom.rest('GET', '/topics?where[name][like]=nowhere');
    connection.set('maxTimeMS', usual);
    await connection.collection('topics').deleteMany({ name: /^Pier/ });
    expect([status, body.errors[0].data.code]).toEqual([503, 'TOO_SLOW']);
  });

  it('in GraphQL too', async () => {
    for (const query of [
      '{Articles(where:{id:{in:["none"]}}){docs{id}}}',
      '{countArticles(where:{id:{in:["none"]}}){totalDocs}}',
      '{Articles(limit:0){docs{id}}}',
    ]) {
      const { body } = await newsroom.graphql(query);
      expect(body.errors[0].extensions.statusCode).toBe(400);
    }
    const deep = `{Articles{docs${'{sections{article'.repeat(8)}{id}${'}}'.repeat(8)}}}`;
    expect((await newsroom.graphql(deep)).body.errors[0].message).toMatch(/deeper than 14 levels/);
    const folded = `{Articles{docs{...A}}} ${Array.from('ABCDEFGH', (name, index) => `fragment ${name} on Article{sections{article{${'BCDEFGHI'[index] === 'I' ? 'id' : `...${'BCDEFGHI'[index]}`}}}}`).join(' ')}`;
    expect((await newsroom.graphql(folded)).body.errors[0].message).toMatch(/deeper than 14/);
    const wide = `{${Array.from({ length: 200 }, (_, n) => `a${n}:Articles(limit:100){docs{sections{quotes{text}}}}`).join(' ')}}`;
    expect((await newsroom.graphql(wide)).body.errors[0].message).toMatch(/complexity/);
    const { status, body } = await newsroom.graphql('subscription{x}');
    expect([status, body.errors.length]).toEqual([200, 1]);
    const schema = '{__schema{types{fields{type{ofType{ofType{ofType{name}}}}}}}}';
    expect((await newsroom.graphql(schema)).body.errors).toBeUndefined();
  });

  it('never goes deeper than three levels, whatever is asked', async () => {
    const { body, text } = await newsroom.rest('GET', '/articles?depth=1000&limit=100');
    expect(text).toContain('docs');
    expect(body.docs).toHaveLength(1);
    expect(JSON.stringify(body).length).toBeLessThan(60_000);
  });
});

describe('a body that cannot be read is refused', () => {
  const COLLECTIONS = ['articles', 'sections', 'quotes', 'people', 'topics', 'users', 'webhooks'];
  const BODIES = [
    '',
    '{',
    'null',
    '[]',
    '"x"',
    '{"email":{"$gt":""},"password":{"a":1}}',
    '{"headline":{"a":1},"sections":"x","name":[1],"text":3}',
    '{"sections":["none"],"topics":["none"],"bylines":5,"name":"x","speaker":"none"}',
    '{"sections":[{"relationTo":"x","value":1}],"body":"text","evidence":[1]}',
    '{"workflow":"x","bylines":[[1]],"roles":{"a":1},"links":"x"}',
  ];
  it.each(COLLECTIONS)('by %s', async (collection) => {
    for (const body of BODIES) {
      await expectClear('POST', `/${collection}`, body);
      await expectClear('PATCH', `/${collection}/${SOMETHING}`, body);
    }
  });

  it('with the field and what it has to be', async () => {
    const { status, body } = await newsroom.rest('POST', '/articles', {
      as: 'writer',
      body: { headline: { a: 1 }, kind: 'news' },
    });
    expect(status).toBe(400);
    expect(body.errors[0].message).toBe('“headline” cannot be read: it is a text.');
  });
});

describe('every address of REST', () => {
  const COLLECTIONS =
    'articles sections quotes people topics media evidence-files users editions publications audit-entries events notes notices preview-tokens webhooks webhook-deliveries slugs payload-jobs payload-preferences payload-locked-documents payload-kv nothing'.split(
      ' ',
    );
  it.each(COLLECTIONS)('%s answers nonsense with a refusal', async (collection) => {
    for (const rest of [
      '',
      '/none',
      `/${SOMETHING}`,
      '/count?where[id][in]=none',
      '/versions',
      '/versions/none',
      '/versions?where[parent][equals]=none',
      '/file/none',
      '/file/..%2F..%2Fetc',
      '/file/%00',
      '/none/preview?token=x',
      '/none/actions',
      '/none/history',
      '?where[id][in][]=none',
      '?where[createdAt][equals]=x',
      '?select[x][y]=1',
      '?populate=1',
      '?joins=1',
      '?locale[]=a',
    ]) {
      await expectClear('GET', `/${collection}${rest}`);
    }
  });

  it('bears what nobody would write', async () => {
    const word = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 30 }),
      fc.constantFrom(
        'none',
        '',
        '-1',
        '1e999',
        '$ne',
        '__proto__',
        '(((',
        '\\',
        'a.b.c',
        SOMETHING,
      ),
    );
    const field = fc.oneof(
      fc.constantFrom('id', 'headline', 'sections', 'topics.name', 'publishedAt', 'or', 'and'),
      word,
    );
    const operator = fc.oneof(
      fc.constantFrom('equals', 'in', 'not_in', 'all', 'exists', 'like', 'greater_than', 'near'),
      word,
    );
    const name = fc.oneof(
      fc.tuple(field, operator).map(([key, op]) => `where[${key}][${op}]`),
      fc.tuple(field, operator).map(([key, op]) => `where[or][0][${key}][${op}]`),
      fc.constantFrom('sort', 'limit', 'page', 'depth', 'select[headline]', 'draft', 'locale'),
      word,
    );
    const collection = fc.constantFrom('articles', 'sections', 'quotes', 'people', 'topics');
    await fc.assert(
      fc.asyncProperty(
        collection,
        fc.array(fc.tuple(name, word), { minLength: 1, maxLength: 3 }),
        async (slug, pairs) => {
          const query = new URLSearchParams(pairs).toString();
          const { status, text } = await newsroom.rest('GET', `/${slug}?${query}`);
          expect(status).toBeLessThan(500);
          expect(text).not.toMatch(INNARDS);
        },
      ),
      { numRuns: 600 },
    );
  });
});
