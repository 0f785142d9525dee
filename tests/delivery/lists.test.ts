import { get } from 'node:http';

import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';

import { performAction } from '../../src/actions/workflow/performAction';
import { makeUpArticles } from '../../bench/delivery/madeUpArticles';
import { lexicalFromParagraphs } from '../../src/domain/richText/lexicalFromParagraphs';
import { ensureIndexes } from '../../src/delivery/read/ensureIndexes';
import { openNewsroom, publish, release, writeArticle, type Newsroom } from '../support/newsroom';
import { reached, serveDelivery, type ServedDelivery } from './support/serveDelivery';

const MADE_UP = 60;

let newsroom: Newsroom;
let node: ServedDelivery;

beforeAll(async () => {
  newsroom = await openNewsroom(inject('mongoUri'));
  const { connection } = newsroom.payload.db;
  await ensureIndexes(connection);
  await makeUpArticles({ connection, count: MADE_UP });
  node = await serveDelivery({ connection });
});
afterAll(async () => {
  await node.close();
  await newsroom.close();
});

async function published(headline: string, more = {}) {
  const made = await writeArticle(newsroom, { headline, ...more });
  const { sequence } = await publish(newsroom, made.article.id);
  await reached(node, sequence);
  return { ...made, sequence: sequence ?? 0 };
}

async function withdraw(articleId: string) {
  const { sequence } = await performAction({
    payload: newsroom.payload,
    user: newsroom.users.publisher,
    articleId,
    now: new Date(),
    action: 'withdraw',
    input: { reason: 'A test.', notice: 'Withdrawn for a test.' },
  });
  await reached(node, sequence);
  return sequence ?? 0;
}

/** Every slug of a list, page by page; `between` runs after each page. */
async function walk(address: string, between?: () => Promise<unknown>): Promise<string[]> {
  const slugs: string[] = [];
  let cursor: string | null = null;
  do {
    const { status, body } = await node.get(
      `${address}${address.includes('?') ? '&' : '?'}limit=7${cursor ? `&cursor=${cursor}` : ''}`,
    );
    expect(status).toBe(200);
    slugs.push(...body.items.map(({ slug }: { slug: string }) => slug));
    cursor = body.next;
    await between?.();
  } while (cursor);
  return slugs;
}

const newestFirst = Array.from({ length: MADE_UP }, (_, index) => `article-${MADE_UP - 1 - index}`);
const numberOf = (slug: string) => Number(slug.split('-')[1]);

describe('lists', () => {
  it('give every article once, newest first, though others are published meanwhile', async () => {
    let made = 0;
    const slugs = await walk('/v1/articles', async () => {
      if (made < 2) await published(`Published between pages ${(made += 1)}`);
    });
    expect(slugs.filter((slug) => slug.startsWith('article-'))).toEqual(newestFirst);
  });

  it('narrow by topic, kind, byline and time', async () => {
    expect(await walk('/v1/articles?topic=topic-3')).toEqual(
      newestFirst.filter((slug) => numberOf(slug) % 20 === 3),
    );
    expect(await walk('/v1/articles?kind=analysis')).toEqual(
      newestFirst.filter((slug) => numberOf(slug) % 5 === 0),
    );
    const { body } = await node.get('/v1/articles?byline=person-7');
    expect(body.items.map(({ slug }: { slug: string }) => slug)).toEqual(['article-1']);
    const { body: one } = await node.get('/v1/articles/article-10');
    const since = encodeURIComponent(one.firstPublishedAt);
    expect((await walk(`/v1/articles?since=${since}&until=2040-01-01T00:00:00Z`)).at(-1)).toBe(
      'article-10',
    );
    expect((await node.get('/v1/articles?topic=nothing')).body.error.code).toBe('UNKNOWN_TOPIC');
  });

  it('narrow by who is spoken of', async () => {
    const { body } = await node.get('/v1/articles/article-20?fields=people');
    const person = body.people[2].slug;
    const all = await walk(`/v1/articles?person=${person}`);
    expect(all).toContain('article-20');
    for (const slug of all) {
      const { body: article } = await node.get(`/v1/articles/${slug}?fields=people`);
      expect(article.people.map((one: { slug: string }) => one.slug)).toContain(person);
    }
    expect(new Set(all).size).toBe(all.length);
  });

  it('hold what was asked for and nothing else', async () => {
    const { body } = await node.get('/v1/articles?limit=1&fields=slug&include=quotes');
    expect(Object.keys(body.items[0])).toEqual(['slug', 'quotes']);
    for (const bad of [
      'limit=0',
      'limit=101',
      'cursor=abc',
      'include=workflow',
      'kind[$ne]=news',
    ]) {
      const { status } = await node.get(`/v1/articles?${bad}`);
      expect([bad, status]).toEqual([bad, 400]);
    }
  });

  it('show a new article at once and lose a withdrawn one', async () => {
    const { article } = await published('Here and gone');
    const first = async () => (await node.get('/v1/articles?limit=1')).body.items[0].slug;
    expect(await first()).toBe(article.slug);
    await withdraw(article.id);
    expect(await first()).not.toBe(article.slug);
  });

  it('offer what editors tied to an article first, then its topics', async () => {
    const tied = await published('Tied by an editor');
    const topics = await newsroom.payload.find({
      collection: 'topics',
      where: { slug: { equals: 'topic-4' } },
    });
    const { article } = await published('Has relations', {
      relatedArticles: [tied.article.id],
      topics: topics.docs.map(({ id }) => id),
    });
    const related = await node.get(`/v1/articles/${article.slug}/related?limit=3`);
    const slugs = related.body.items.map(({ slug }: { slug: string }) => slug);
    expect(slugs).toEqual([tied.article.slug, 'article-44', 'article-24']);
    expect((await node.get(`/v1/articles/${article.slug}`)).body.relatedArticles).toHaveLength(1);
    await withdraw(tied.article.id);
    expect((await node.get(`/v1/articles/${article.slug}`)).body.relatedArticles).toEqual([]);
  });
});

describe('people, topics and quotes', () => {
  it('are listed by name and found by slug', async () => {
    const { body } = await node.get('/v1/people?limit=3');
    expect(body.items).toHaveLength(3);
    const next = await node.get(`/v1/people?limit=3&cursor=${body.next}`);
    expect(next.body.items[0].name > body.items[2].name).toBe(true);
    expect((await node.get('/v1/people/person-1')).body).toMatchObject({
      name: 'Person Number1',
      role: { title: 'Harbour master', organisation: 'Port Hallow' },
    });
    expect((await node.get('/v1/topics/topic-1')).body).toMatchObject({ name: 'Topic 1' });
    expect((await node.get('/v1/people/nobody')).status).toBe(404);
  });

  it('show a quote with the articles that have it', async () => {
    const { body } = await node.get('/v1/quotes?limit=2');
    expect(body.items).toHaveLength(2);
    expect(body.items[0]).toMatchObject({
      articles: [{ slug: `article-${MADE_UP - 1}` }],
      evidence: { url: 'https://archive.example/recording' },
    });
    const one = await node.get(`/v1/quotes/${body.items[1].id}`);
    expect(one.body).toEqual(body.items[1]);
  });

  it('find quotes by person, topic, day and words, only in what readers see', async () => {
    const { payload } = newsroom;
    const person = await payload.create({ collection: 'people', data: { name: 'Ada Quill' } });
    const harbours = await payload.create({ collection: 'topics', data: { name: 'Harbours' } });
    const piers = await payload.create({
      collection: 'topics',
      data: { name: 'Piers', parent: harbours.id },
    });
    await release(newsroom, 'topics', piers.id);
    const quoting = async (text: string, date: string, topic: string) => {
      const quote = await payload.create({
        collection: 'quotes',
        data: {
          text,
          speaker: person.id,
          occasion: { name: 'Harbour day', date },
          verification: { status: 'verified' },
        },
        draft: true,
      });
      const made = await writeArticle(newsroom, { headline: text, topics: [topic] });
      await payload.update({
        collection: 'sections',
        id: String(made.sections[0]?.id),
        data: {
          body: lexicalFromParagraphs([`“${text},” Ada Quill said.`]),
          quotes: [quote.id],
        },
        draft: true,
      });
      return { quote, ...made };
    };
    const said = async (query: string) => {
      const { status, body } = await node.get(`/v1/quotes?${query}`);
      expect(status, query).toBe(200);
      return body.items.map(({ text }: { text: string }) => text);
    };
    const one = await quoting(
      'The pier was closed for years',
      '2025-03-01T00:00:00.000Z',
      piers.id,
    );
    await quoting('The pier of the drafts is not told', '2025-03-01T00:00:00.000Z', piers.id);
    const other = await quoting(
      'Nobody will close it again',
      '2025-04-01T00:00:00.000Z',
      harbours.id,
    );
    for (const { article } of [one, other]) {
      await reached(node, (await publish(newsroom, article.id)).sequence);
    }
    const both = [other.quote.text, one.quote.text];
    expect(await said(`person=${person.slug}`)).toEqual(both);
    expect(await said('topic=harbours')).toEqual(both);
    expect(await said('topic=harbours&limit=1')).toEqual(both.slice(0, 1));
    expect(await said('topic=piers')).toEqual([one.quote.text]);
    expect(await said('words=PIER+years')).toEqual([one.quote.text]);
    expect(await said('words=pier+again')).toEqual([]);
    expect(await said('words=%22%24-')).toEqual([]);
    expect(await said('topic=harbours&saidTo=2025-03-01')).toEqual([one.quote.text]);
    expect(await said('topic=harbours&saidFrom=2025-03-02&saidTo=2025-04-01')).toEqual([
      other.quote.text,
    ]);
    for (const query of ['saidFrom=March', 'who=me']) {
      expect((await node.get(`/v1/quotes?${query}`)).status).toBe(400);
    }
    expect((await node.get('/v1/quotes?topic=nowhere')).status).toBe(404);

    const { body } = await node.get(`/v1/people/${person.slug}`);
    expect(body.quotes).toMatchObject([
      { text: other.quote.text, articles: [{ slug: other.article.slug }] },
      {
        text: one.quote.text,
        occasion: { name: 'Harbour day', date: '2025-03-01T00:00:00.000Z' },
        verification: 'verified',
        articles: [{ slug: one.article.slug }],
      },
    ]);
    await withdraw(one.article.id);
    expect(await said('topic=harbours')).toEqual([other.quote.text]);
    expect((await node.get(`/v1/people/${person.slug}`)).body.quotes).toHaveLength(1);
  });

  it('hide a person that no live article uses', async () => {
    await newsroom.payload.create({ collection: 'people', data: { name: 'Kept Inside' } });
    expect((await node.get('/v1/people/kept-inside')).status).toBe(404);
  });
});

describe('search', () => {
  it('finds words of the headline and of the text, marks them, and finds no drafts', async () => {
    const { article } = await published('Zeppelin over the quay');
    await writeArticle(newsroom, { headline: 'Zeppelin draft' });
    const { body } = await node.get('/v1/search?q=zeppelin');
    expect(body.items.map(({ slug }: { slug: string }) => slug)).toEqual([article.slug]);
    expect(body.items[0].highlights[0]).toEqual({
      field: 'headline',
      html: '<mark>Zeppelin</mark> over the quay',
    });
    const inText = await node.get('/v1/search?q=lit%20Tuesday');
    expect(inText.body.items[0].highlights[0].html).toContain('<mark>lit</mark>');
  });

  it('takes any words without harm', async () => {
    for (const q of ['"a', '-lantern harbour', '$where', '\\"x\\"', '(.*)+']) {
      const { status } = await node.get(`/v1/search?q=${encodeURIComponent(q)}`);
      expect([q, status]).toEqual([q, 200]);
    }
    expect((await node.get('/v1/search')).status).toBe(400);
    expect(node.errors).toEqual([]);
  });
});

describe('changes', () => {
  it('tell what was published and withdrawn without a gap, with tombstones', async () => {
    const before = (await node.get('/v1/changes?limit=1')).body.newest;
    const { article } = await published('In the changes');
    await withdraw(article.id);
    const { body } = await node.get(`/v1/changes?since=${before}`);
    expect(body.items).toMatchObject([
      { type: 'published', isDeleted: false, slug: article.slug, edition: { number: 1 } },
      { type: 'withdrawn', isDeleted: true, articleId: article.id, edition: null },
    ]);
    expect(body.items.map(({ sequence }: { sequence: number }) => sequence)).toEqual([
      before + 1,
      before + 2,
    ]);
    expect(body.next).toBe(before + 2);
  });

  it('are waited for', async () => {
    const before = (await node.get('/v1/changes?limit=1')).body.newest;
    const waited = node.get(`/v1/changes?since=${before}&wait=20`);
    const { sequence } = await published('Waited for');
    expect((await waited).body.items[0].sequence).toBe(sequence);
  });

  it('are streamed, and go on after the last one seen', async () => {
    const { sequence } = await published('Streamed one');
    const received = new Promise<string>((resolve, reject) => {
      const asked = get(
        `${node.url}/v1/events`,
        { headers: { 'last-event-id': String(sequence - 1) } },
        (res) => {
          let text = '';
          res.on('data', (chunk: Buffer) => {
            text += chunk.toString('utf8');
            if ((text.match(/^id: /gm) ?? []).length < 2) return;
            asked.destroy();
            resolve(text);
          });
        },
      );
      asked.on('error', reject);
    });
    await published('Streamed two');
    const text = await received;
    expect(text).toContain(`id: ${sequence}\nevent: published\n`);
    expect(text).toContain(`id: ${sequence + 1}\n`);
  });
});

describe('queries', () => {
  it('read no more documents than they give', async () => {
    const { connection } = newsroom.payload.db;
    const live = { _status: 'published', 'workflow.publicationState': 'live' };
    const topic = await connection.collection('topics').findOne({ slug: 'topic-3' });
    for (const filter of [{}, { kind: 'news' }, { topics: { $in: [topic?._id] } }]) {
      const plan = await connection
        .collection('articles')
        .find({ ...live, $and: [filter] } as never)
        .sort({ 'workflow.firstPublishedAt': -1, _id: -1 })
        .limit(3)
        .explain('executionStats');
      expect(plan.executionStats.totalDocsExamined).toBeLessThanOrEqual(4);
      expect(plan.executionStats.nReturned).toBe(3);
    }
  });
});
