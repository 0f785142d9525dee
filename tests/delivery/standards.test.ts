import { readFile } from 'node:fs/promises';
import path from 'node:path';

import { Validator } from '@seriousme/openapi-schema-validator';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith';
import jsonld, { type NodeObject } from 'jsonld';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { validateXML } from 'xmllint-wasm';

import { lexicalFromParagraphs } from '../../src/domain/richText/lexicalFromParagraphs';
import { openNewsroom, publish, writeArticle, type Newsroom } from '../support/newsroom';
import { reached, serveDelivery, type ServedDelivery } from './support/serveDelivery';

const HEADLINE = 'Bells & <i>boats</i> “at sea”';
const SCHEMA_ORG = 'https://schema.org/';

let newsroom: Newsroom;
let node: ServedDelivery;

beforeAll(async () => {
  newsroom = await openNewsroom(inject('mongoUri'));
  const { payload, rest } = newsroom;
  node = await serveDelivery({
    connection: payload.db.connection,
    site: { hubUrl: 'https://hub.example/', correctionsPolicyUrl: 'https://news.example/policy' },
  });
  const person = await payload.create({
    collection: 'people',
    data: { name: 'Ada Fenwick', wikidataId: 'Q42', roles: [{ title: 'Keeper' }] },
  });
  const topic = await payload.create({
    collection: 'topics',
    data: { name: 'Sea & shore', iptcCode: '11000000' },
  });
  const quote = await payload.create({
    collection: 'quotes',
    draft: true,
    data: {
      text: 'The light is back.',
      kind: 'direct',
      speaker: person.id,
      occasion: { name: 'The opening', date: '2026-05-04T00:00:00.000Z' },
      evidence: { url: 'https://archive.example/opening' },
    },
  });
  const { article, sections } = await writeArticle(newsroom, {
    headline: HEADLINE,
    slug: 'bells',
    bylines: [{ person: person.id }],
    topics: [topic.id],
    dateline: 'PORT HALLOW',
    language: 'en',
    origin: { copyrightLine: '© The Hallow Post' },
  });
  await rest('PATCH', `/sections/${sections[0]?.id}`, {
    as: 'writer',
    body: {
      quotes: [quote.id],
      body: lexicalFromParagraphs(['“The light is back,” Ada Fenwick said.']),
    },
  });
  await publish(newsroom, article.id);
  await rest('PATCH', `/articles/${article.id}`, { as: 'writer', body: { standfirst: 'Again.' } });
  const { sequence } = await publish(newsroom, article.id, {
    kind: 'correction',
    note: 'The town was misspelt.',
  });
  await reached(node, sequence);
});
afterAll(async () => {
  await node.close();
  await newsroom.close();
});

describe('others read', () => {
  it('the API description as OpenAPI 3.1', async () => {
    const { body } = await node.get('/v1/openapi.json');
    const validator = new Validator();
    expect(await validator.validate(body)).toEqual({ valid: true });
    expect(validator.version).toBe('3.1');
    const broken = { ...body, paths: { '/x': { get: { responses: 'none' } } } };
    expect((await validator.validate(broken)).valid).toBe(false);
  });

  it('the feeds with a parser of their own', async () => {
    const link = 'https://news.example/read/bells';
    const rss = parseRssFeed((await node.get('/v1/feeds/rss.xml')).text);
    expect(rss.items?.[0]).toMatchObject({
      title: HEADLINE,
      link,
      guid: { isPermaLink: false },
      dc: { creators: ['Ada Fenwick'] },
      content: { encoded: expect.stringContaining('The light is back') as string },
      categories: [{ name: 'Sea & shore' }],
    });
    expect(rss.atom?.links).toMatchObject([{ rel: 'self' }, { rel: 'hub' }]);
    const atom = parseAtomFeed((await node.get('/v1/feeds/atom.xml')).text);
    expect(atom.entries?.[0]).toMatchObject({
      title: { value: HEADLINE },
      links: [{ href: link, rel: 'alternate' }],
      authors: [{ name: 'Ada Fenwick' }],
    });
    const json = parseJsonFeed((await node.get('/v1/feeds/feed.json')).text);
    expect(json.items?.[0]).toMatchObject({ title: HEADLINE, url: link });
    expect(json.hubs).toEqual([{ type: 'WebSub', url: 'https://hub.example/' }]);
  });

  it('the sitemaps by their XML schemas', async () => {
    const sitemap = await readFile('node_modules/sitemap/schema/sitemap.xsd', 'utf8');
    const index = (await node.get('/v1/sitemaps/index.xml')).text;
    const [, month = ''] = /\/v1(\/sitemaps\/\d{4}-\d\d\.xml)/.exec(index) ?? [];
    await expectValid(index, { schema: await schemaFile('siteindex.xsd'), broken: '<loc>nowhere' });
    await expectValid((await node.get(`/v1${month}`)).text, {
      schema: sitemap,
      broken: '<lastmod>never',
    });
    await expectValid((await node.get('/v1/sitemaps/news.xml')).text, {
      schema: await schemaFile('newsSitemap.xsd'),
      preload: [
        { fileName: 'sitemap.xsd', contents: sitemap },
        { fileName: 'news.xsd', contents: await schemaFile('news.xsd') },
      ],
      broken: '<news:language>English',
    });
  });

  it('the structured data as a graph of schema.org', async () => {
    const { body } = await node.get('/v1/articles/bells/jsonld');
    // The context of schema.org gives every name that address, and makes links of these.
    const link = (name: string) => ({ '@id': `${SCHEMA_ORG}${name}`, '@type': '@id' });
    const context = {
      '@vocab': SCHEMA_ORG,
      ...Object.fromEntries(
        ['url', 'sameAs', 'mainEntityOfPage'].map((name) => [name, link(name)]),
      ),
    };
    const [graph = {}] = (await jsonld.expand(body as NodeObject, {
      documentLoader: async (documentUrl) => {
        expect(documentUrl).toBe('https://schema.org');
        return { documentUrl, document: { '@context': context } };
      },
    })) as Record<string, Record<string, unknown>[]>[];
    const at = (name: string) => graph[`${SCHEMA_ORG}${name}`]?.[0] ?? {};
    expect(graph['@id']).toBe('https://news.example/read/bells');
    expect(graph['@type']).toEqual([`${SCHEMA_ORG}NewsArticle`]);
    expect(at('headline')['@value']).toBe(HEADLINE);
    expect(at('author')).toMatchObject({
      '@type': [`${SCHEMA_ORG}Person`],
      [`${SCHEMA_ORG}sameAs`]: [{ '@id': 'https://www.wikidata.org/entity/Q42' }],
    });
    expect(at('hasPart')['@type']).toEqual([`${SCHEMA_ORG}Quotation`]);
    expect(at('correction')['@type']).toEqual([`${SCHEMA_ORG}CorrectionComment`]);
    expect(String(at('datePublished')['@value'])).toMatch(/T.*[+]00:00$/);
    expect(at('publisher')[`${SCHEMA_ORG}correctionsPolicy`]).toBeDefined();
  });

  it('an article as ninjs 3.1, with no property that it does not have', async () => {
    const { body } = await node.get('/v1/articles/bells/ninjs');
    const schema = await schemaFile('ninjs-3.1.json');
    const validate = new Ajv2020({
      strict: false,
      formats: { uri: (text: string) => URL.canParse(text), 'date-time': isInstant },
    })
      // Of places, which our articles do not have.
      .addSchema({}, 'https://geojson.org/schema/GeoJSON.json')
      .compile(JSON.parse(schema) as object);
    expect([validate(body), validate.errors]).toEqual([true, null]);
    expect(body).toMatchObject({
      version: '2',
      people: [{ uri: 'https://www.wikidata.org/entity/Q42' }],
      copyrightNotice: '© The Hallow Post',
    });
    expect(validate({ ...body, firstcreated: body.firstCreated })).toBe(false);
  });
});

/** Valid as it is, and not with the content of one element spoilt. */
async function expectValid(
  contents: string,
  {
    schema,
    preload = [],
    broken,
  }: { schema: string; preload?: { fileName: string; contents: string }[]; broken: string },
): Promise<void> {
  const check = (contents: string) =>
    validateXML({ xml: { fileName: 'sitemap.xml', contents }, schema, preload });
  expect(await check(contents)).toMatchObject({ valid: true, errors: [] });
  const [tag = ''] = /<[\w:]+>/.exec(broken) ?? [];
  expect(contents).toContain(tag);
  expect((await check(contents.replace(tag, broken))).valid).toBe(false);
}

function isInstant(text: string): boolean {
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/.test(text);
}

function schemaFile(name: string): Promise<string> {
  return readFile(path.join(import.meta.dirname, 'schemas', name), 'utf8');
}
