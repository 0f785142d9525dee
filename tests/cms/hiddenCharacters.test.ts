import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';

import { lexicalFromParagraphs } from '../../src/domain/richText/lexicalFromParagraphs';
import { openNewsroom, writeArticle, type Newsroom } from '../support/newsroom';

let newsroom: Newsroom;
const documents: Record<string, string> = {};

beforeAll(async () => {
  newsroom = await openNewsroom(inject('mongoUri'));
  const { payload } = newsroom;
  const { article, sections } = await writeArticle(newsroom);
  const create = (collection: 'people' | 'topics' | 'quotes', data: object) =>
    payload.create({ collection, data: data, draft: true });
  Object.assign(documents, {
    articles: article.id,
    sections: sections[0]?.id,
    quotes: (await create('quotes', { text: 'The light is lit.' })).id,
    people: (await create('people', { name: 'Ada Fenwick' })).id,
    topics: (await create('topics', { name: 'Harbours' })).id,
    media: String((await payload.db.create({ collection: 'media', data: {} })).id),
  });
});
afterAll(() => newsroom.close());

const save = (collection: string, body: object, query = 'draft=true') =>
  newsroom.rest('PATCH', `/${collection}/${documents[collection]}?${query}`, { as: 'admin', body });

describe('a character that nobody sees', () => {
  it.each<[string, object, string]>([
    ['articles', { headline: 'Port\u202e Hallow' }, 'headline'],
    ['articles', { standfirst: 'Lit\u200b again' }, 'standfirst'],
    ['articles', { webHeadline: 'Port\u200dHallow' }, 'webHeadline'],
    ['articles', { slug: 'port\u00adhallow' }, 'slug'],
    ['articles', { bylines: [{ name: 'Ada' }, { name: 'A\u2066da' }] }, 'bylines.1.name'],
    ['sections', { heading: 'A long\u2060 wait' }, 'heading'],
    ['quotes', { text: 'The light\u200f is lit.' }, 'text'],
    ['quotes', { speakerRole: 'May\u{e0041}or' }, 'speakerRole'],
    ['people', { name: 'Ada\u200b Fenwick' }, 'name'],
    ['people', { aliases: ['Ada', 'Mrs\ufeff Fenwick'] }, 'aliases'],
    ['topics', { name: 'Har\u00adbours' }, 'name'],
    ['media', { alt: 'A light\u2067house' }, 'alt'],
  ])('is refused in %s %j', async (collection, body, path) => {
    for (const query of ['draft=true', 'draft=true&autosave=true']) {
      const { status, body: answer } = await save(collection, body, query);
      expect([status, answer.errors[0].data.errors[0].path]).toEqual([400, path]);
      expect(answer.errors[0].message).toMatch(
        /nobody sees .*Take it out, or write the words anew/,
      );
    }
  });

  it('is refused by the story page with its place, in German too', async () => {
    const { body: story } = await newsroom.rest('GET', `/articles/${documents.articles}/story`, {
      as: 'writer',
    });
    const { revision, standfirst, sections } = story;
    const { status, body } = await newsroom.rest('PUT', `/articles/${documents.articles}/story`, {
      as: 'writer',
      headers: { 'accept-language': 'de' },
      body: {
        revision,
        headline: 'Port Hallow\u202e',
        standfirst,
        sections: sections.map(({ id, revision: read }: { id: string; revision: number }) => ({
          id,
          revision: read,
        })),
      },
    });
    expect(status).toBe(400);
    expect(body.errors[0].message).toBe(
      '„headline“ enthält nach „Hallow“ an Stelle 12 etwas, das niemand sieht: Umschaltung auf rechts nach links (U+202E). Nehmen Sie es heraus, oder schreiben Sie die Worte neu.',
    );
  });

  it('is saved in running text, and told before submission', async () => {
    const body = lexicalFromParagraphs(['The light\u200bhouse of Port Hallow was lit.']);
    expect((await save('sections', { body })).status).toBe(200);
    const { body: actions } = await newsroom.rest(
      'GET',
      `/articles/${documents.articles}/actions`,
      { as: 'editor' },
    );
    expect(JSON.stringify(actions)).toMatch(
      /stands a character that nobody sees: zero-width space/,
    );
  });

  it('that stood there before is no reason to refuse the rest', async () => {
    const { connection } = newsroom.payload.db;
    const { ObjectId } = connection.base.mongo;
    const id = String(documents.quotes);
    await connection
      .collection('_quotes_versions')
      .updateMany({ parent: id }, { $set: { 'version.attribution': 'A\u200b spokesman' } });
    await connection
      .collection('_quotes_versions')
      .updateMany(
        { parent: new ObjectId(id) },
        { $set: { 'version.attribution': 'A\u200b spokesman' } },
      );
    const same = { attribution: 'A\u200b spokesman', text: 'The light is lit again.' };
    expect((await save('quotes', same)).status).toBe(200);
    expect((await save('quotes', { attribution: 'Another\u200b one' })).status).toBe(400);
  });
});
