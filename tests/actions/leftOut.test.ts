import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';

import { lexicalFromParagraphs } from '../../src/domain/richText/lexicalFromParagraphs';
import { openNewsroom, publish, release, writeArticle, type Newsroom } from '../support/newsroom';

let newsroom: Newsroom;
beforeAll(async () => {
  newsroom = await openNewsroom(inject('mongoUri'));
});
afterAll(() => newsroom.close());

const ADDED = {
  article: {
    webHeadline: 'Added web headline',
    socialHeadline: 'Added social headline',
    seoTitle: 'Added title',
    seoDescription: 'Added description',
    dateline: 'ADDED PLACE',
    origin: { publisher: 'Added publisher', url: 'https://added.example/' },
    bylines: [{ name: 'Added Writer' }],
  },
  section: { heading: 'Added heading' },
  quote: {
    attribution: 'an added keeper',
    speakerRole: 'Added role',
    occasion: { name: 'Added meeting', place: 'Added place' },
    evidence: { url: 'https://added.example/minutes', timecode: '00:00:01' },
  },
};

const save = async (path: string, body: object) => {
  const { status, text } = await newsroom.rest('PATCH', path, { as: 'writer', body });
  expect(status, text).toBe(200);
};

/** Two editions of an article: the first has nothing of what the second adds. */
async function twoEditions() {
  const words = 'The light is lit';
  const made = await newsroom.rest('POST', '/quotes', {
    as: 'writer',
    body: { text: words, kind: 'indirect', attribution: 'a keeper' },
  });
  const quote = made.body.doc.id as string;
  const { article, sections } = await writeArticle(newsroom);
  const section = String(sections[0]?.id);
  const body = lexicalFromParagraphs([`${words}, a keeper said.`]);
  await save(`/sections/${section}`, { quotes: [quote], body });
  const first = await publish(newsroom, article.id);
  await save(`/articles/${article.id}`, ADDED.article);
  await save(`/sections/${section}`, ADDED.section);
  await save(`/quotes/${quote}`, ADDED.quote);
  await publish(newsroom, article.id, { kind: 'update', note: 'More of it.' });
  return { article: article.id, section, quote, first: String(first.edition?.id) };
}

/** All that readers get of these records, but for the ledger, which says what was changed. */
async function asReader({ article, section, quote }: Awaited<ReturnType<typeof twoEditions>>) {
  const { rest, graphql } = newsroom;
  const answers = await Promise.all([
    rest('GET', `/articles/${article}?depth=0`),
    rest('GET', `/sections/${section}?depth=0`),
    rest('GET', `/quotes/${quote}?depth=0`),
    graphql(`{
      Article(id: "${article}") { webHeadline socialHeadline seoTitle dateline origin { publisher url } bylines { name } }
      Section(id: "${section}") { heading }
      Quote(id: "${quote}") { attribution occasion { name place } evidence { url timecode } }
    }`),
  ]);
  return answers
    .map(({ body }) => JSON.stringify({ ...(body as object), corrections: null }))
    .join('\n');
}

describe('what an approved text does not have', () => {
  it('readers lose when it is shown again, in every collection', async () => {
    const made = await twoEditions();
    expect(await asReader(made)).toContain('Added');
    const { status, text } = await newsroom.rest(
      'POST',
      `/articles/${made.article}/actions/rollBack`,
      {
        as: 'publisher',
        body: { edition: made.first, change: { kind: 'correction', note: 'It was wrong.' } },
      },
    );
    expect(status, text).toBe(200);
    expect(await asReader(made)).not.toMatch(/added/i);
  });

  it('is emptied in the working copy when an edition is restored', async () => {
    const made = await twoEditions();
    const { status, text } = await newsroom.rest(
      'POST',
      `/articles/${made.article}/editions/${made.first}/restore`,
      { as: 'editor' },
    );
    expect(status, text).toBe(200);
    for (const path of [
      `articles/${made.article}`,
      `sections/${made.section}`,
      `quotes/${made.quote}`,
    ]) {
      const { body } = await newsroom.rest('GET', `/${path}?draft=true&depth=0`, { as: 'writer' });
      const { workflow: _, corrections: __, ...words } = body as Record<string, unknown>;
      expect(JSON.stringify(words)).not.toMatch(/added/i);
    }
  });
});

describe('what a released record does not have', () => {
  it('readers lose, also when an older version brought it back without', async () => {
    const { rest } = newsroom;
    const made = await rest('POST', '/people', { as: 'editor', body: { name: 'Ines Calder' } });
    const id = made.body.doc.id as string;
    const { article } = await writeArticle(newsroom, { bylines: [{ person: id }] });
    await publish(newsroom, article.id);
    const added = {
      aliases: ['Added alias'],
      biography: 'Added life',
      wikidataId: 'Q42',
      roles: [{ title: 'Added role' }],
      links: [{ label: 'Added link', url: 'https://added.example' }],
    };
    await save(`/people/${id}`, added);
    await release(newsroom, 'people', id);
    expect((await rest('GET', `/people/${id}`)).text).toContain('Added alias');
    const versions = await rest(
      'GET',
      `/people/versions?where[parent][equals]=${id}&sort=createdAt`,
      { as: 'editor' },
    );
    const [oldest] = versions.body.docs as { id: string }[];
    const back = await rest('POST', `/people/versions/${oldest?.id}?draft=true`, { as: 'editor' });
    expect(back.status, back.text).toBe(200);
    await release(newsroom, 'people', id);
    expect((await rest('GET', `/people/${id}`)).text).not.toMatch(/added|Q42/i);
  });
});
