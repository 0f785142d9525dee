import type { CollectionSlug } from 'payload';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';

import { openNewsroom, writeArticle, type Newsroom } from '../support/newsroom';

let newsroom: Newsroom;

beforeAll(async () => {
  newsroom = await openNewsroom(inject('mongoUri'));
});
afterAll(() => newsroom.close());

const connection = () => newsroom.payload.db.connection;

/** The oldest version of a document, as one from before its values were refused. */
async function oldVersion(collection: string, id: string, values: object): Promise<string> {
  const versions = connection().collection(`_${collection}_versions`);
  const parent = new (connection().base.Types.ObjectId)(id);
  const [oldest] = await versions
    .find({ parent })
    .sort({ createdAt: 1, _id: 1 })
    .limit(1)
    .toArray();
  expect(oldest?.latest).not.toBe(true);
  const set = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [`version.${name}`, value as unknown]),
  );
  await versions.updateOne({ _id: oldest?._id }, { $set: set });
  return String(oldest?._id);
}

const restore = (collection: string, version: string) =>
  newsroom.rest('POST', `/${collection}/versions/${version}?draft=true`, { as: 'editor' });

const restoreOverGraphql = (name: string, version: string) =>
  newsroom.graphql(`mutation { restoreVersion${name}(id: "${version}", draft: true) { id } }`, {
    as: 'editor',
  });

async function newest(collection: CollectionSlug, id: string) {
  const { body } = await newsroom.rest('GET', `/${collection}/${id}?draft=true&depth=0`, {
    as: 'editor',
  });
  return body;
}

describe('an old version that is brought back', () => {
  it.each([
    ['an address that runs a script', { 'origin.url': 'javascript:alert(1)' }, 'origin.url'],
    ['a kind that there is not', { kind: 'advert' }, 'kind'],
    ['a character that nobody sees', { headline: 'Light\u200bhouse' }, 'headline'],
    ['a turned direction', { bylines: [{ name: 'Ada \u202eFenwick' }] }, 'bylines.0.name'],
    ['a headline that is no text', { webHeadline: { $ne: 1 } }, 'webHeadline'],
  ])('is refused with %s, and nothing changes', async (what, values, path) => {
    const { article } = await writeArticle(newsroom, { headline: `Restored with ${what}` });
    await newsroom.rest('PATCH', `/articles/${article.id}`, {
      as: 'writer',
      body: { standfirst: 'Newer.' },
    });
    const version = await oldVersion('articles', article.id, values);
    const { status, body } = await restore('articles', version);
    expect([status, body.errors?.[0]?.data?.errors]).toMatchObject([400, [{ path }]]);
    const { body: told } = await restoreOverGraphql('Article', version);
    expect(told.errors).toHaveLength(1);
    expect((await newest('articles', article.id)).standfirst).toBe('Newer.');
  });

  it('is refused of people and of quotations too', async () => {
    const { body: person } = await newsroom.rest('POST', '/people', {
      as: 'writer',
      body: { name: 'Ada Fenwick', links: [{ label: 'Page', url: 'https://ada.example' }] },
    });
    const { body: quote } = await newsroom.rest('POST', '/quotes', {
      as: 'writer',
      body: { text: 'The light is back', attribution: 'the mayor' },
    });
    for (const [collection, id, values] of [
      ['people', person.doc.id, { links: [{ label: 'Page', url: 'javascript:alert(1)' }] }],
      ['quotes', quote.doc.id, { text: 'The light is not\u200b back' }],
    ] as const) {
      await newsroom.rest('PATCH', `/${collection}/${id}`, {
        as: 'writer',
        body: collection === 'people' ? { biography: 'Newer.' } : { attribution: 'Newer.' },
      });
      const answer = await restore(collection, await oldVersion(collection, id, values));
      expect(answer.status, `${collection}: ${answer.text}`).toBe(400);
      expect(JSON.stringify(await newest(collection, id))).toContain('Newer.');
    }
  });

  it('comes back where its values can be saved, with a headline as it stands all the same', async () => {
    const { article } = await writeArticle(newsroom, { headline: 'Light' });
    await newsroom.rest('PATCH', `/articles/${article.id}`, {
      as: 'writer',
      body: { standfirst: 'Newer.' },
    });
    const version = await oldVersion('articles', article.id, { headline: 'Li\u200bght' });
    // From before such were refused: the article says so before it is submitted.
    await connection()
      .collection('_articles_versions')
      .updateOne(
        { parent: new (connection().base.Types.ObjectId)(article.id), latest: true },
        { $set: { 'version.headline': 'Li\u200bght' } },
      );
    const { status, text } = await restore('articles', version);
    expect(status, text).toBe(200);
    expect((await newest('articles', article.id)).standfirst).toContain('After eleven years');
  });

  it('is answered as unknown where there is none', async () => {
    for (const id of ['nonsense', '65f000000000000000000000']) {
      expect((await restore('articles', id)).status).toBeGreaterThanOrEqual(400);
    }
  });
});
