import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';

import { openNewsroom, publish, writeArticle, type Newsroom } from '../support/newsroom';

let newsroom: Newsroom;
/** Articles that readers get, by headline. */
const live: Record<string, string> = {};
const drafts: string[] = [];

beforeAll(async () => {
  newsroom = await openNewsroom(inject('mongoUri'));
  const { payload } = newsroom;
  const sea = await payload.create({ collection: 'topics', data: { name: 'Sea' } });
  const ada = await payload.create({ collection: 'people', data: { name: 'Ada Fenwick' } });
  for (const headline of ['Anchors', 'Beacons', 'Currents']) {
    const { article } = await writeArticle(newsroom, {
      headline,
      topics: [sea.id],
      bylines: [{ person: ada.id }],
    });
    live[headline] = article.id;
    await publish(newsroom, article.id);
  }
});
afterAll(() => newsroom.close());

/** Lets a live article be offered beside drafts whose headlines sort the other way round. */
async function relateHidden(): Promise<void> {
  const { rest } = newsroom;
  for (const [headline, hidden] of [
    ['Anchors', 'Zebra merger'],
    ['Beacons', 'Middling merger'],
    ['Currents', 'Aardvark merger'],
  ] as const) {
    const draft = await writeArticle(newsroom, { headline: hidden });
    drafts.push(draft.article.id);
    const id = String(live[headline]);
    const saved = await rest('PATCH', `/articles/${id}?draft=true`, {
      as: 'writer',
      body: { relatedArticles: [draft.article.id], standfirst: `More about ${headline}.` },
    });
    expect(saved.status, saved.text).toBe(200);
    await publish(newsroom, id, { kind: 'update', note: 'Offers more.' });
  }
}

/** What could tell of the drafts: each is answered alike, whatever the drafts are. */
const ASKED = [
  'sort=relatedArticles.headline',
  'sort=-relatedArticles.headline',
  'sort=-slug,relatedArticles.headline',
  'sort=relatedArticles__headline',
  'sort=relatedArticles',
  'sort=relatedArticles.sections.heading',
  'sort=workflow.createdBy.name',
  'sort=workflow.stage',
  'sort=revision',
  'sort=savedBy',
  'sort=nonsense',
  'where[relatedArticles.headline][like]=merger',
  'where[relatedArticles__headline][like]=merger',
  'where[relatedArticles.headline][not_equals]=Zebra merger',
  'where[relatedArticles.headline][exists]=true',
  'where[relatedArticles][exists]=true',
  'where[relatedArticles][greater_than]=000000000000000000000000',
  'where[or][0][and][0][relatedArticles.headline][like]=merger',
  'where[or][0][slug][equals]=none&where[or][1][relatedArticles.slug][like]=merger',
  'where[topics.parent.name][exists]=true',
  'where[topics.children.name][exists]=true',
  'where[bylines.person.portrait.alt][exists]=true',
  'where[bylines.person.speaksIn.text][exists]=true',
  'where[sections.article.relatedArticles.headline][like]=merger',
  'where[workflow.stage][equals]=draft',
  'where[workflow.liveEdition.number][equals]=1',
  'where[sections.label][like]=a',
  'where[flags.legal][equals]=required',
  'where[embargoUntil][exists]=true',
];

async function answers() {
  const found: Record<string, unknown> = {};
  for (const query of ASKED) {
    for (const address of [`/articles?${query}`, `/articles/count?${query}`]) {
      const { status, body } = await newsroom.rest('GET', address);
      found[address] = status === 200 ? body : [status, body.errors[0].message];
    }
  }
  return found;
}

describe('readers sort and filter by what they see', () => {
  it('and are told nothing of hidden documents, neither by order nor by number', async () => {
    const before = await answers();
    await relateHidden();
    expect(await answers()).toEqual(before);
  });

  it.each(ASKED)('%s is refused with the path that it names', async (query) => {
    const { status, body } = await newsroom.rest('GET', `/articles?${query}`);
    expect(status).toBe(400);
    expect(body.errors[0].data.code).toBe('QUERY_INVALID');
    const path = query.includes('where[')
      ? (/\[([\w.]+)\]\[\w+\]=[^&]*$/.exec(query)?.[1] ?? '')
      : (query
          .split(',')
          .at(-1)
          ?.replace(/^(sort=)?-?/, '') ?? '');
    expect(body.errors[0].message).toContain(`“${path.replace('__', '.')}”`);
  });

  it('as they may', async () => {
    const { rest } = newsroom;
    for (const query of [
      'sort=-headline',
      'sort=-workflow.publishedAt',
      'sort=topics.name,slug',
      'where[topics.slug][equals]=sea',
      'where[bylines.person.name][like]=Ada',
      'where[sections.heading][like]=wait',
      'where[id][not_equals]=65f000000000000000000000',
    ]) {
      const { status, body, text } = await rest('GET', `/articles?${query}`);
      expect(status, text).toBe(200);
      expect([query, body.docs.length]).toEqual([query, 3]);
    }
    const sorted = await rest('GET', '/articles?sort=-headline');
    expect(sorted.body.docs.map(({ headline }: { headline: string }) => headline)).toEqual([
      'Currents',
      'Beacons',
      'Anchors',
    ]);
  });

  it('of joins too', async () => {
    const { rest, graphql } = newsroom;
    for (const query of [
      'joins[children][sort]=parent.name',
      'joins[children][where][parent.name][like]=a',
      'joins[mentionedIn][where][label][like]=a',
    ]) {
      const collection = query.includes('children') ? 'topics' : 'people';
      expect((await rest('GET', `/${collection}?${query}`)).status, query).toBe(400);
    }
    const { body } = await graphql(
      '{ Topics { docs { children(sort: "parent.name", limit: 3) { docs { name } } } } }',
    );
    expect(body.errors[0].extensions.statusCode).toBe(400);
  });

  it('in GraphQL too', async () => {
    const { graphql } = newsroom;
    for (const query of [
      '{ Articles(sort: "relatedArticles.headline") { docs { headline } } }',
      '{ Articles(sort: "relatedArticles__headline") { docs { headline } } }',
      '{ Articles(where: { relatedArticles: { exists: true } }) { docs { headline } } }',
      '{ countArticles(where: { AND: [{ embargoUntil: { exists: true } }] }) { totalDocs } }',
    ]) {
      const { body } = await graphql(query);
      expect([query, body.errors?.[0].extensions.statusCode]).toEqual([query, 400]);
    }
  });

  it('and are not even given the ids of what they cannot read', async () => {
    for (const depth of [0, 1, 3]) {
      const { text, body } = await newsroom.rest('GET', `/articles?depth=${depth}`);
      expect(body.docs).toHaveLength(3);
      for (const id of drafts) expect(text).not.toContain(id);
    }
    const { text } = await newsroom.graphql('{ Articles { docs { relatedArticles { id } } } }');
    for (const id of drafts) expect(text).not.toContain(id);
    const inside = await newsroom.rest('GET', '/articles?depth=0', { as: 'writer' });
    for (const id of drafts) expect(inside.text).toContain(id);
  });

  it('while the newsroom may sort and filter by anything', async () => {
    for (const query of ['sort=relatedArticles.headline', 'where[workflow.stage][equals]=draft']) {
      expect((await newsroom.rest('GET', `/articles?${query}`, { as: 'writer' })).status).toBe(200);
    }
  });

  it('never in the trash', async () => {
    const { payload, rest } = newsroom;
    const old = await payload.create({ collection: 'topics', data: { name: 'Old pier' } });
    await payload.update({
      collection: 'topics',
      id: old.id,
      data: { deletedAt: new Date().toISOString() },
    });
    // As publishing would have left it, if something had gone wrong.
    const { connection } = payload.db;
    await connection
      .collection('topics')
      .updateOne(
        { _id: new connection.base.Types.ObjectId(old.id) },
        { $set: { isPublic: true, _status: 'published' } },
      );
    for (const address of ['/topics?trash=true', `/topics/${old.id}?trash=true`]) {
      expect((await rest('GET', address)).text).not.toContain('Old pier');
    }
  });
});
