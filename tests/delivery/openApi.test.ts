import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { format } from 'prettier';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';

import { hostileRequest, INNARDS } from '../../bench/delivery/hostileRequests';
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
  it('never makes the API fail, nor tell how it is made', async () => {
    await fc.assert(
      fc.asyncProperty(
        hostileRequest.filter(({ path }) => path.startsWith('/v1')),
        async ({ path, headers }) => {
          const { status, text } = await node.get(path, headers);
          expect(status).toBeLessThan(500);
          expect(text).not.toMatch(INNARDS);
        },
      ),
      { numRuns: 1_500 },
    );
    expect(node.errors).toEqual([]);
  });
});
