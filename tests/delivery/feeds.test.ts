import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';

import { lexicalFromParagraphs } from '../../src/domain/richText/lexicalFromParagraphs';
import { openNewsroom, publish, writeArticle, type Newsroom } from '../support/newsroom';
import { reached, serveDelivery, type ServedDelivery } from './support/serveDelivery';

const HEADLINE = 'Boats & <b>bells</b> ]]> “at sea”';

let newsroom: Newsroom;
let node: ServedDelivery;
let slug: string;

beforeAll(async () => {
  newsroom = await openNewsroom(inject('mongoUri'));
  node = await serveDelivery({
    connection: newsroom.payload.db.connection,
    site: { name: 'The Hallow Post', hubUrl: 'https://hub.example/' },
  });
  const person = await newsroom.payload.create({
    collection: 'people',
    data: { name: 'Ada Fenwick', wikidataId: 'Q42', roles: [{ title: 'Keeper' }] },
  });
  const topic = await newsroom.payload.create({
    collection: 'topics',
    data: { name: 'Sea & shore', iptcCode: '11000000' },
  });
  const quote = await newsroom.payload.create({
    collection: 'quotes',
    draft: true,
    data: {
      text: 'The light is back.',
      kind: 'direct',
      speaker: person.id,
      occasion: { name: 'The opening' },
      evidence: { url: 'https://archive.example/opening', passage: 'Kept inside' },
    },
  });
  const { article, sections } = await writeArticle(newsroom, {
    headline: HEADLINE,
    slug: 'boats-and-bells',
    bylines: [{ person: person.id }],
    topics: [topic.id],
    dateline: 'PORT HALLOW',
  });
  await newsroom.rest('PATCH', `/sections/${sections[0]?.id}`, {
    as: 'writer',
    body: {
      quotes: [quote.id],
      body: lexicalFromParagraphs([
        'The lighthouse of Port Hallow was lit on Tuesday.',
        '“The light is back,” Ada Fenwick said.',
      ]),
    },
  });
  await writeArticle(newsroom, { headline: 'A draft in no feed' });
  const { sequence } = await publish(newsroom, article.id);
  await reached(node, sequence);
  slug = 'boats-and-bells';
});
afterAll(async () => {
  await node.close();
  await newsroom.close();
});

async function parsed(path: string) {
  const { status, text, headers } = await node.get(path);
  expect(status).toBe(200);
  expect(XMLValidator.validate(text)).toBe(true);
  expect(text).not.toContain('A draft in no feed');
  const parser = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '' });
  return { xml: parser.parse(text), headers, text };
}

/** Without the control character, which XML cannot hold. */
const SHOWN = HEADLINE.replace('\u0007', '');

describe('feeds', () => {
  it('hold the whole article as RSS 2.0', async () => {
    const { xml, headers } = await parsed('/v1/feeds/rss.xml');
    expect(headers['content-type']).toContain('application/rss+xml');
    expect(headers.link).toContain('<https://hub.example/>; rel="hub"');
    const { channel } = xml.rss;
    expect(channel.title).toBe('The Hallow Post');
    expect(channel['atom:link']).toMatchObject([
      { rel: 'self', href: 'https://news.example/v1/feeds/rss.xml' },
      { rel: 'hub' },
    ]);
    expect(channel.item).toMatchObject({
      title: SHOWN,
      link: `https://news.example/read/${slug}`,
      guid: { isPermaLink: 'false' },
      'dc:creator': 'Ada Fenwick',
      category: 'Sea & shore',
    });
    expect(channel.item['content:encoded']).toContain('<p>The lighthouse of Port Hallow');
    expect(new Date(channel.item.pubDate).getTime()).toBeGreaterThan(0);
  });

  it('hold it as Atom', async () => {
    const { xml } = await parsed('/v1/feeds/atom.xml?topic=sea-shore');
    expect(xml.feed.entry).toMatchObject({
      title: SHOWN,
      author: { name: 'Ada Fenwick' },
      content: { type: 'html' },
    });
    expect(xml.feed.entry.id).toMatch(/^urn:standfirst:article:[0-9a-f]{24}$/);
    expect(xml.feed.updated).toBe(xml.feed.entry.updated);
  });

  it('hold it as JSON Feed 1.1', async () => {
    const { body } = await node.get('/v1/feeds/feed.json');
    expect(body).toMatchObject({
      version: 'https://jsonfeed.org/version/1.1',
      hubs: [{ type: 'WebSub', url: 'https://hub.example/' }],
      items: [{ title: HEADLINE, authors: [{ name: 'Ada Fenwick' }], tags: ['Sea & shore'] }],
    });
    expect((await node.get('/v1/feeds/rss.xml?topic=nothing')).status).toBe(404);
  });
});

describe('sitemaps', () => {
  it('lead from the index to each article', async () => {
    const index = await parsed('/v1/sitemaps/index.xml');
    const addresses = index.xml.sitemapindex.sitemap.map(({ loc }: { loc: string }) => loc);
    expect(addresses[0]).toBe('https://news.example/v1/sitemaps/news.xml');
    const month = await parsed(new URL(addresses[1]).pathname);
    expect(month.xml.urlset.url.loc).toBe(`https://news.example/read/${slug}`);
    expect((await node.get('/v1/sitemaps/2031-13.xml')).status).toBe(404);
  });

  it('tell news search what is new with every tag that it requires', async () => {
    const { xml } = await parsed('/v1/sitemaps/news.xml');
    expect(xml.urlset.url).toMatchObject({
      loc: `https://news.example/read/${slug}`,
      'news:news': {
        'news:publication': { 'news:name': 'The Hallow Post', 'news:language': 'en' },
        'news:publication_date': expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
        'news:title': SHOWN,
      },
    });
  });
});

describe('an article for machines', () => {
  it('is JSON-LD with its quotations, their speakers and its author', async () => {
    const { body, headers } = await node.get(`/v1/articles/${slug}/jsonld`);
    expect(headers['content-type']).toContain('application/ld+json');
    expect(body).toMatchObject({
      '@context': 'https://schema.org',
      '@type': 'NewsArticle',
      headline: HEADLINE,
      author: [{ name: 'Ada Fenwick', sameAs: 'https://www.wikidata.org/entity/Q42' }],
      articleSection: ['Sea & shore'],
      hasPart: [
        {
          '@type': 'Quotation',
          text: 'The light is back.',
          creator: { name: 'Ada Fenwick', jobTitle: 'Keeper' },
          citation: 'https://archive.example/opening',
        },
      ],
    });
    expect(body.datePublished).toMatch(/[+]00:00$/);
    expect(JSON.stringify(body)).not.toContain('Kept inside');
  });

  it('is ninjs 3.1', async () => {
    const { body } = await node.get(`/v1/articles/${slug}/ninjs`);
    expect(body).toMatchObject({
      standard: { name: 'ninjs', version: '3.1' },
      type: 'text',
      headlines: [{ value: HEADLINE }],
      subjects: [{ uri: 'http://cv.iptc.org/newscodes/mediatopic/11000000' }],
    });
    expect((await node.get('/v1/articles/nowhere/ninjs')).status).toBe(404);
  });
});

describe('the root of the site', () => {
  it('tells crawlers where things are', async () => {
    const robots = await node.get('/robots.txt');
    expect(robots.text).toContain('Sitemap: https://news.example/v1/sitemaps/index.xml');
    const llms = await node.get('/llms.txt');
    expect(llms.text).toMatch(/^# The Hallow Post\n/);
  });
});
