import { get } from 'node:http';

import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';

import { performAction } from '../../src/actions/workflow/performAction';
import { lexicalFromParagraphs } from '../../src/domain/richText/lexicalFromParagraphs';
import { openApiDocument } from '../../src/delivery/openapi/openApiDocument';
import { ensureIndexes } from '../../src/delivery/read/ensureIndexes';
import { ROUTES } from '../../src/delivery/routes/routes';
import { startWorker } from '../../src/scheduling/startWorker';
import { approve, makeOverdue, plan, settled } from '../scheduling/plannedArticle';
import {
  openNewsroom,
  publish,
  writeArticle,
  type MadeArticle,
  type Newsroom,
} from '../support/newsroom';
import { reached, serveDelivery, type ServedDelivery } from './support/serveDelivery';

/** Stands in everything that no reader may see. */
const SECRET = 'xyzzysecret';
/** A year on: what is scheduled for then stays within what may be scheduled. */
const EMBARGO_END = `${new Date().getUTCFullYear() + 1}-07-01T12:00:00.000Z`;
/** Stands in what everybody may see, so that an exit which shows nothing is noticed. */
const SHOWN = 'plainlyshown';

let newsroom: Newsroom;
let node: ServedDelivery;
let live: { slug: string; id: string };
let hidden: { slug: string; id: string }[];
let quoteId: string;
let embargoed: MadeArticle[];

beforeAll(async () => {
  newsroom = await openNewsroom(inject('mongoUri'));
  const { payload, rest, users } = newsroom;
  await ensureIndexes(payload.db.connection);
  node = await serveDelivery({ connection: payload.db.connection });

  const person = await payload.create({
    collection: 'people',
    data: { name: `Ada ${SHOWN}`, roles: [{ title: 'Keeper' }] },
  });
  const quote = await payload.create({
    collection: 'quotes',
    draft: true,
    data: {
      text: `The light is ${SHOWN}.`,
      kind: 'direct',
      speaker: person.id,
      evidence: { url: 'https://archive.example/', passage: SECRET },
      verification: { status: 'unverified', note: SECRET },
    },
  });
  quoteId = quote.id;
  const topic = await payload.create({ collection: 'topics', data: { name: `Sea ${SHOWN}` } });
  const made = await writeArticle(newsroom, {
    headline: `The lighthouse is ${SHOWN}`,
    topics: [topic.id],
    bylines: [{ person: person.id }],
    origin: { publisher: 'The Hallow Post', externalId: SECRET },
  });
  await rest('PATCH', `/sections/${made.sections[0]?.id}`, {
    as: 'writer',
    body: {
      quotes: [quote.id],
      body: lexicalFromParagraphs([`“The light is ${SHOWN},” the keeper said.`]),
    },
  });
  await publish(newsroom, made.article.id);
  // What is being written after publication.
  await rest('PATCH', `/articles/${made.article.id}`, {
    as: 'writer',
    body: { standfirst: SECRET },
  });
  await rest('PATCH', `/sections/${made.sections[1]?.id}`, {
    as: 'writer',
    body: { body: lexicalFromParagraphs([SECRET]) },
  });
  live = { slug: String(made.article.slug), id: made.article.id };
  const noted = await rest('POST', `/articles/${live.id}/notes`, {
    as: 'editor',
    body: {
      place: 'headline',
      section: null,
      anchor: { exact: 'lighthouse', prefix: 'The ', suffix: ' is', start: 4 },
      text: SECRET,
    },
  });
  expect(noted.status, noted.text).toBe(201);

  const unseen = await payload.create({ collection: 'people', data: { name: `Eve ${SECRET}` } });
  await payload.create({ collection: 'topics', data: { name: `Topic ${SECRET}` } });
  const draft = await writeArticle(newsroom, {
    headline: `Draft ${SECRET}`,
    bylines: [{ person: unseen.id }],
    embargoUntil: '2999-01-01T00:00:00.000Z',
  });
  const gone = await writeArticle(newsroom, {
    headline: `Withdrawn ${SECRET}`,
    slug: 'withdrawn-one',
  });
  await publish(newsroom, gone.article.id);
  const { sequence } = await performAction({
    payload,
    user: users.publisher,
    articleId: gone.article.id,
    now: new Date(),
    action: 'withdraw',
    input: { reason: SECRET, notice: 'This article was withdrawn.' },
  });
  embargoed = await writeEmbargoed();
  hidden = [draft, gone, ...embargoed].map(({ article }) => ({
    slug: String(article.slug),
    id: article.id,
  }));
  await reached(node, sequence);
});
afterAll(async () => {
  await node.close();
  await newsroom.close();
});

/**
 * Under embargo in every way that there is: approved, scheduled for its end, scheduled before somebody
 * set one, and as a new edition of an article that is live.
 */
async function writeEmbargoed(): Promise<MadeArticle[]> {
  const { payload, rest } = newsroom;
  const embargoUntil = EMBARGO_END;
  const topic = await payload.create({
    collection: 'topics',
    data: { name: `Embargoed ${SECRET}` },
  });
  const person = await payload.create({
    collection: 'people',
    data: { name: `Mallory ${SECRET}` },
  });
  const write = (headline: string, more: object = {}) =>
    writeArticle(newsroom, {
      headline: `${headline} ${SECRET}`,
      topics: [topic.id],
      bylines: [{ person: person.id }],
      ...more,
    });

  const approved = await write('Approved', { embargoUntil });
  await approve(newsroom, approved.article.id);

  const scheduled = await write('Scheduled', { embargoUntil });
  await approve(newsroom, scheduled.article.id);
  await plan(newsroom, scheduled.article.id, {
    wallTime: embargoUntil.slice(0, 19),
    zone: 'UTC',
  });

  const before = await write('Scheduled before');
  await approve(newsroom, before.article.id);
  const order = await plan(newsroom, before.article.id, {
    wallTime: embargoUntil.slice(0, 19),
    zone: 'UTC',
  });
  await rest('PATCH', `/articles/${before.article.id}`, { as: 'writer', body: { embargoUntil } });
  await makeOverdue(newsroom, order, 1_000);
  const worker = startWorker({ payload, log: () => undefined });
  expect(await settled(newsroom, order)).toMatchObject({
    state: 'blocked',
    blockedCode: 'EMBARGOED',
  });
  await worker.stop();

  await rest('PATCH', `/articles/${live.id}`, { as: 'writer', body: { embargoUntil } });
  await approve(newsroom, live.id, { kind: 'update', note: 'News.' });
  return [approved, scheduled, before];
}

/** The first words of a stream, which has no end to wait for. */
function beginningOf(path: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const headers = { 'last-event-id': '0' };
    const asked = get(`${node.url}${path}`, { headers }, (res) => {
      let text = '';
      res.on('data', (chunk: Buffer) => {
        text += chunk.toString('utf8');
        if ((text.match(/^id: /gm) ?? []).length < 3) return;
        asked.destroy();
        resolve(text);
      });
    });
    asked.on('error', reject);
  });
}

describe('every public exit', () => {
  const document = openApiDocument(ROUTES, 'https://news.example');
  const exits = Object.entries(document.paths).map(([path, { get: operation }]) => ({
    path,
    id: operation.operationId,
    names: operation.parameters.map(({ name }) => name),
  }));
  /** What each shows although it must name no article's text. */
  const WORDLESS = [
    'getPreview',
    'listCorrections',
    'getSitemapIndex',
    'getOpenApi',
    'getDocumentation',
  ];

  it.each(exits)('$id shows what is live and nothing else', async ({ path, id, names }) => {
    const month = new Date().toISOString().slice(0, 7);
    const person = `ada-${SHOWN}`;
    const own = path.startsWith('/people')
      ? person
      : path.startsWith('/topics')
        ? `sea-${SHOWN}`
        : live.slug;
    const fill = (slug: string, articleId: string) =>
      path
        .replace('{slug}', slug)
        .replace('{id}', path.startsWith('/quotes') ? quoteId : articleId)
        .replace('{month}', month)
        .replace('{token}', 'A'.repeat(43));
    const query = new URLSearchParams();
    if (names.includes('q')) query.set('q', SHOWN);
    if (names.includes('include')) query.set('include', 'sections,quotes,people');
    const search = query.size > 0 ? `?${query.toString()}` : '';
    const text =
      id === 'streamEvents'
        ? await beginningOf('/v1/events')
        : (await node.get(`/v1${fill(own, live.id)}${search}`)).text;
    expect(text).not.toContain(SECRET);
    const isAboutThis = ['listChanges', 'streamEvents'].includes(id)
      ? text.includes(live.id)
      : id === 'listRelated' || text.includes(SHOWN);
    expect(isAboutThis || WORDLESS.includes(id)).toBe(true);

    if (!/^\/articles\/.*\{/.test(path)) return;
    for (const other of hidden) {
      const answer = await node.get(`/v1${fill(other.slug, other.id)}`);
      expect([404, 410]).toContain(answer.status);
      expect(answer.text).not.toContain(SECRET);
    }
  });

  it('finds nothing by the words of what is not live', async () => {
    const { body } = await node.get(`/v1/search?q=${SECRET}`);
    expect(body.items).toEqual([]);
    for (const exit of ['people', 'byline']) {
      const name =
        exit === 'people' ? `/v1/people/eve-${SECRET}` : `/v1/articles?byline=eve-${SECRET}`;
      expect((await node.get(name)).status).toBe(404);
    }
  });
});

describe('what is under embargo', () => {
  const publishing = (id: string) =>
    newsroom.rest('POST', `/articles/${id}/actions/publish`, {
      as: 'publisher',
    });

  it('is let out by nobody before its time, a new edition of a live article neither', async () => {
    for (const id of [...embargoed.map(({ article }) => article.id), live.id]) {
      expect((await publishing(id)).body.errors[0].data.code).toBe('EMBARGOED');
    }
    const soon = new Date(Date.now() + 60_000).toISOString().slice(0, 19);
    const early = await newsroom.rest(
      'POST',
      `/articles/${embargoed[0]?.article.id}/actions/schedule`,
      { as: 'publisher', body: { wallTime: soon, zone: 'UTC' } },
    );
    expect(early.body.errors[0].data.code).toBe('TIME_BEFORE_EMBARGO');
  });

  it('leaves what readers see of the live article as it is', async () => {
    const { body } = await node.get(`/v1/articles/${live.slug}`);
    expect(body.article?.headline ?? body.headline).toContain(SHOWN);
  });

  it('is in none of the pages at the root of the site', async () => {
    for (const path of ['/robots.txt', '/llms.txt']) {
      expect((await node.get(path)).text, path).not.toContain(SECRET);
    }
  });

  it('is in no answer of REST or GraphQL to anybody', async () => {
    const { payload, rest, graphql } = newsroom;
    const ids = embargoed.flatMap(({ article, sections }) => [
      article.id,
      ...sections.map(({ id }) => id),
    ]);
    for (const { slug } of payload.config.collections) {
      for (const query of ['limit=100&depth=3', 'limit=100&depth=3&draft=true', 'trash=true']) {
        const { text } = await rest('GET', `/${slug}?${query}`);
        expect(text, slug).not.toContain(SECRET);
        for (const id of ids) expect(text, slug).not.toContain(id);
      }
      expect((await rest('GET', `/${slug}/versions?limit=100`)).text).not.toContain(SECRET);
    }
    for (const id of ids) {
      for (const path of [`/articles/${id}?draft=true`, `/sections/${id}?draft=true`]) {
        expect((await rest('GET', path)).text).not.toContain(SECRET);
      }
    }
    for (const path of ['/calendar?from=2031-01-01&to=2031-01-02', '/calendar/ready']) {
      expect((await rest('GET', path)).status).toBe(401);
    }
    const { text } = await graphql(
      '{ Articles(limit: 100, draft: true) { docs { headline } } Topics(limit: 100) { docs { name } } People(limit: 100) { docs { name } } Sections(limit: 100, draft: true) { docs { heading article { headline } } } }',
    );
    expect(text).toContain(SHOWN);
    expect(text).not.toContain(SECRET);
  });
});
