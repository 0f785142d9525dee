import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { format } from 'prettier';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';

import { makeUpArticles } from '../../bench/delivery/madeUpArticles';
import { createClient } from '../../src/client/createClient';
import { clientTypes } from '../../src/delivery/openapi/clientTypes';
import { openApiDocument } from '../../src/delivery/openapi/openApiDocument';
import { ensureIndexes } from '../../src/delivery/read/ensureIndexes';
import { ROUTES } from '../../src/delivery/routes/routes';
import { openNewsroom, type Newsroom } from '../support/newsroom';
import { serveDelivery, type ServedDelivery } from './support/serveDelivery';

let newsroom: Newsroom;
let node: ServedDelivery;
const document = openApiDocument(ROUTES, 'https://news.example');

beforeAll(async () => {
  newsroom = await openNewsroom(inject('mongoUri'));
  const { connection } = newsroom.payload.db;
  await ensureIndexes(connection);
  await makeUpArticles({ connection, count: 30 });
  node = await serveDelivery({ connection });
});
afterAll(async () => {
  await node.close();
  await newsroom.close();
});

describe('the OpenAPI document', () => {
  it('has no reference that leads nowhere and no operation twice', () => {
    const text = JSON.stringify(document);
    for (const [, name] of text.matchAll(/"#\/components\/schemas\/(\w+)"/g)) {
      expect(Object.keys(document.components.schemas)).toContain(name);
    }
    expect(text).not.toContain('$defs');
    const ids = Object.values(document.paths).map(({ get }) => get.operationId);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('is what the client’s types are made from', async () => {
    const types = await format(clientTypes(document), {
      parser: 'typescript',
      printWidth: 100,
      singleQuote: true,
    });
    await expect(types).toMatchFileSnapshot('../../src/client/apiTypes.ts');
  });

  it.each([
    ['/articles/{slug}', '/articles/article-3'],
    ['/articles/id/{id}', null],
    ['/articles', '/articles?include=sections,quotes,people'],
    ['/articles/{slug}/related', '/articles/article-3/related'],
    ['/search', '/search?q=harbour'],
    ['/corrections', '/corrections'],
    ['/people', '/people'],
    ['/people/{slug}', '/people/person-1'],
    ['/topics', '/topics'],
    ['/topics/{slug}', '/topics/topic-1'],
    ['/quotes', '/quotes'],
    ['/changes', '/changes'],
  ])('describes what %s answers', async (path, address) => {
    const ajv = new Ajv2020({ strict: false });
    ajv.addSchema({ $id: 'api', ...document });
    const reached =
      address ??
      `/articles/id/${(await node.get('/v1/articles/article-3?fields=id')).body.id as string}`;
    const { status, body } = await node.get(`/v1${reached}`);
    expect(status).toBe(200);
    const pointer = `api#/paths/${path.replaceAll('/', '~1').replaceAll(/[{}]/g, encodeURIComponent)}/get/responses/200/content/application~1json/schema`;
    const validate = ajv.compile({ $ref: pointer });
    expect([validate(body), validate.errors]).toEqual([true, null]);
    expect(body.items ?? [body]).toEqual(
      path === '/corrections' || path === '/changes'
        ? []
        : expect.arrayContaining([expect.anything()]),
    );
  });

  it('is shown on a page that loads nothing', async () => {
    const { text, headers } = await node.get('/v1/docs');
    expect(text).toContain('GET https://news.example/v1/articles/{slug}');
    expect(text).not.toMatch(/<(?:script|link|img|iframe)/);
    expect(headers['content-security-policy']).toContain("default-src 'none'");
  });
});

describe('the typed client', () => {
  it('reads articles and lists, and throws refusals with their code', async () => {
    const client = createClient({ baseUrl: `${node.url}/v1` });
    const page = await client.get('listArticles', { limit: 2, topic: 'topic-1' });
    expect(page.items.map(({ slug }) => slug)).toEqual(['article-21', 'article-1']);
    const article = await client.get('getArticle', { slug: page.items[0]?.slug ?? '' });
    expect(article.sections).toHaveLength(4);
    await expect(client.get('getArticle', { slug: 'nowhere' })).rejects.toMatchObject({
      status: 404,
      code: 'NOT_FOUND',
    });
  });
});

describe('hostile input', () => {
  it('never makes the API fail', async () => {
    const operations = Object.entries(document.paths).filter(
      ([, { get }]) => get.operationId !== 'streamEvents',
    );
    const word = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.constantFrom('article-1', '0', '-1', '1e9', '$ne', '__proto__', '../', 'a'.repeat(3000)),
      fc.integer().map(String),
      fc.base64String({ maxLength: 60 }),
    );
    const names = [
      'limit',
      'cursor',
      'q',
      'fields',
      'since',
      'topic',
      'person',
      'words',
      'saidTo',
      'order',
      'kind[$gt]',
    ];
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...operations),
        fc.array(word, { minLength: 2, maxLength: 2 }),
        fc.dictionary(fc.oneof(fc.constantFrom(...names), word), word, { maxKeys: 3 }),
        async ([path, { get }], words, query) => {
          const known = get.parameters.filter((parameter) => parameter.in === 'query');
          const search = new URLSearchParams(query);
          if (known[0] && words[1]) search.set(known[0].name, words[1]);
          search.delete('wait');
          const filled = path.replace(/\{\w+\}/g, () => encodeURIComponent(safe(words[0] ?? '')));
          const { status, text } = await node.get(`/v1${filled}?${search.toString()}`);
          expect(status).toBeLessThan(500);
          expect(text).not.toMatch(/at .*\.ts:\d|node_modules|MongoServerError/);
        },
      ),
      { numRuns: 1_500 },
    );
    expect(node.errors).toEqual([]);
  });
});

/** Lone surrogates have no place in an address; everything else has. */
function safe(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '');
}
