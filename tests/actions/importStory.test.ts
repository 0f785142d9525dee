import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';

import { readStory } from '../../seed/readStory';
import { seedNewsroom } from '../../seed/seedNewsroom';
import { importStory } from '../../src/actions/story/importStory';
import { idsOf } from '../../src/domain/edition/WorkingCopy';
import { lexicalHtml } from '../../src/domain/richText/lexicalHtml';
import { lexicalParagraphs } from '../../src/domain/richText/lexicalText';
import { lexicalFromParagraphs } from '../../src/domain/richText/lexicalFromParagraphs';
import type { Article, Quote, Section } from '../../src/payload-types';
import { openNewsroom, type Newsroom } from '../support/newsroom';

const SOURCE = path.resolve('seed/articles/nato-chief-russia-ukraine.txt');

let newsroom: Newsroom;
let folder: string;

beforeAll(async () => {
  newsroom = await openNewsroom(inject('mongoUri'));
  folder = await mkdtemp(path.join(tmpdir(), 'standfirst-stories-'));
});
afterAll(async () => {
  await newsroom.close();
  await rm(folder, { recursive: true, force: true });
});

const seed = (from?: string) =>
  seedNewsroom({ payload: newsroom.payload, ...(from ? { folder: from } : {}) });

/** How many documents and versions there are in all: what running twice must not change. */
async function counts() {
  const { db } = newsroom.payload;
  const names = (await db.connection.listCollections()).map(({ name }) => name).sort();
  const entries = await Promise.all(
    names.map(async (name) => [name, await db.connection.collection(name).countDocuments()]),
  );
  return Object.fromEntries(entries) as Record<string, number>;
}

async function theArticle(externalId: string): Promise<Article[]> {
  const { docs } = await newsroom.payload.find({
    collection: 'articles',
    where: { 'origin.externalId': { equals: externalId } },
    draft: true,
    depth: 0,
    pagination: false,
  });
  return docs;
}

describe('the seed', () => {
  it('loads the source article word for word, published, with its quotes and people', async () => {
    const report = await seed();
    expect(report.signIns).toEqual([]);
    expect(report.stories).toEqual([{ file: 'nato-chief-russia-ukraine.txt', outcome: 'created' }]);
    const { body } = await newsroom.rest('GET', '/articles?depth=3&limit=1');
    const [article] = body.docs as [Article];
    const source = (await readFile(SOURCE, 'utf8')).split('\n').filter(Boolean);
    expect(article).toMatchObject({
      headline: source[0],
      standfirst: source[1],
      origin: { publisher: 'PrimeAi News', copyrightYear: 2025, copyrightLine: source.at(-1) },
    });
    const sections = article.sections as Section[];
    expect(sections.map(({ heading }) => heading ?? null)).toEqual([
      null,
      "Russia's Pace of Resolution",
      'The Role of President Trump',
      'NATO and Trade Tariffs',
      'Nuclear Deterrence and Article 5',
    ]);
    const written = sections.flatMap(({ heading, body: text }) => [
      ...(heading ? [heading] : []),
      ...lexicalParagraphs(text),
    ]);
    expect(written).toEqual(source.slice(2, -2));

    const quotes = sections.flatMap((section) => section.quotes as Quote[]);
    expect(quotes.map(({ text }) => text)).toEqual([
      'break the deadlock',
      "Russians also have to dance the tango, and at this moment they don't seem to do so,",
      'are really close to the American position.',
      'until January this year, nothing happened when it came to bringing this war to an end.',
    ]);
    for (const quote of quotes) expect(quote.speaker).toMatchObject({ name: 'Mark Rutte' });

    const people = await newsroom.rest('GET', '/people?limit=50');
    const named = people.body.docs as {
      name: string;
      roles: { title: string; organisation?: string }[];
    }[];
    const roles = Object.fromEntries(named.map(({ name, roles: held }) => [name, held]));
    expect(Object.keys(roles).sort()).toEqual([
      'Donald Trump',
      'Marco Rubio',
      'Margaret Brennan',
      'Mark Rutte',
    ]);
    expect(roles['Mark Rutte']).toMatchObject([
      { title: 'Secretary General', organisation: 'NATO' },
    ]);
    expect(roles['Donald Trump']).toMatchObject([{ title: 'President' }]);
    expect(roles['Marco Rubio']).toMatchObject([{ title: 'Senator' }]);
  });

  it('changes nothing when run again', async () => {
    const before = await counts();
    const { stories } = await seed();
    expect(stories).toEqual([{ file: 'nato-chief-russia-ukraine.txt', outcome: 'unchanged' }]);
    expect(await counts()).toEqual(before);
  });
});

describe('an edited file', () => {
  const write = (text: string) => writeFile(path.join(folder, 'ferry.txt'), text);
  const story = (lead: string) =>
    [
      'Ferry to Port Hallow runs again',
      'The crossing had been closed since the storm.',
      'By Bruno Quay',
      lead,
      'What passengers say',
      '"We had forgotten the smell of the sea," said Ada Fenwick, a teacher.',
    ].join('\n\n') + '\n';

  it('becomes a new draft of its article, and readers go on seeing the published one', async () => {
    await write(
      story('The ferry sailed on Monday at dawn, with forty people on board and a band.'),
    );
    await seed(folder);
    const [before] = await theArticle('file:ferry.txt');
    await write(
      story('The ferry sailed on Tuesday at dawn, with forty people on board and a band.'),
    );
    const { stories } = await seed(folder);
    expect(stories).toEqual([{ file: 'ferry.txt', outcome: 'updated' }]);
    const [after, ...others] = await theArticle('file:ferry.txt');
    expect(others).toEqual([]);
    expect(after?.id).toBe(before?.id);
    expect(after?.sections).toEqual(before?.sections);
    const [lead = ''] = idsOf(after?.sections);
    const draft = await newsroom.rest('GET', `/sections/${lead}?draft=true`, { as: 'writer' });
    const live = await newsroom.rest('GET', `/sections/${lead}`);
    expect(draft.text).toContain('Tuesday');
    expect(live.text).toContain('Monday');
    const { totalDocs } = await newsroom.payload.find({
      collection: 'quotes',
      where: { text: { contains: 'smell of the sea' } },
      draft: true,
    });
    expect(totalDocs).toBe(1);
  });

  it('never overwrites what an editor has written: the new words become a draft beside it', async () => {
    const [article] = await theArticle('file:ferry.txt');
    const [lead = ''] = idsOf(article?.sections);
    const edit = await newsroom.rest('PATCH', `/sections/${lead}`, {
      as: 'editor',
      body: { body: lexicalFromParagraphs(['An editor’s own lead.']) },
    });
    expect(edit.status).toBe(200);
    await write(
      story('The ferry sailed on Friday at noon, with ninety people on board and a choir.'),
    );
    const { stories } = await seed(folder);
    expect(stories).toEqual([{ file: 'ferry.txt', outcome: 'separate' }]);
    const kept = await newsroom.rest('GET', `/sections/${lead}?draft=true`, { as: 'editor' });
    expect(kept.text).toContain('An editor’s own lead.');
    const articles = await theArticle('file:ferry.txt');
    expect(articles).toHaveLength(2);
    const before = await counts();
    expect((await seed(folder)).stories).toEqual([{ file: 'ferry.txt', outcome: 'unchanged' }]);
    expect(await counts()).toEqual(before);
  });
});

describe('a story with links and emphasis', () => {
  const page = (word: string) =>
    `# The quay is swept\n\nOne broom did it.\n\n- It ${word} **six** hours.\n- [More](https://quay.example)\n`;

  it('keeps them, and a link of an editor’s is as much theirs as a word', async () => {
    const alone = await mkdtemp(path.join(tmpdir(), 'standfirst-formats-'));
    const bring = async (text: string) => {
      await writeFile(path.join(alone, 'quay.md'), text);
      const { stories } = await readStory(path.join(alone, 'quay.md'));
      const [read] = stories;
      if (!read) throw new Error('No story was read.');
      return importStory({ payload: newsroom.payload, user: newsroom.users.writer, read });
    };
    const first = await bring(page('took'));
    expect(first.outcome).toBe('created');
    expect((await bring(page('took'))).outcome).toBe('unchanged');
    expect(await bring(page('needed'))).toEqual({ ...first, outcome: 'updated' });
    const [article] = await theArticle('file:quay.md');
    const [lead = ''] = idsOf(article?.sections);
    const { body } = await newsroom.rest('GET', `/sections/${lead}?draft=true`, { as: 'writer' });
    const html = lexicalHtml(body.body, { quote: String, image: String, article: String });
    expect(html).toContain('<li>It needed <strong>six</strong> hours.</li>');
    expect(html).toContain('<a href="https://quay.example">More</a>');

    const plain = JSON.parse(JSON.stringify(body.body).replace('"format":1', '"format":0'));
    const edit = { as: 'writer', body: { body: plain } } as const;
    expect((await newsroom.rest('PATCH', `/sections/${lead}`, edit)).status).toBe(200);
    expect((await bring(page('wanted'))).outcome).toBe('separate');
    await rm(alone, { recursive: true });
  });
});

describe('a story that is not ready for readers', () => {
  it('stays a draft, and the report says why', async () => {
    const alone = await mkdtemp(path.join(tmpdir(), 'standfirst-unready-'));
    await writeFile(
      path.join(alone, 'bare.txt'),
      'A headline with nothing under it but text\n\nOne paragraph, and no standfirst.\n',
    );
    const { stories } = await seed(alone);
    expect(stories).toMatchObject([{ file: 'bare.txt', outcome: 'created' }]);
    expect(stories[0]?.message).toMatch(/standfirst is empty/);
    const [article] = await theArticle('file:bare.txt');
    expect((await newsroom.rest('GET', `/articles/${article?.id}`)).status).toBe(404);
    await rm(alone, { recursive: true });
  });
});

describe('a file that is no story', () => {
  it.each([
    ['empty', 'empty.txt', new Uint8Array()],
    ['binary', 'binary.txt', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13])],
    [
      'badly encoded',
      'latin.txt',
      new Uint8Array([...Buffer.from('Köln\n\nÄpfel für Käthe, Öl für Jörg'), 0xe9, 0x20]),
    ],
    ['a headline alone', 'short.txt', new Uint8Array(Buffer.from('Only a headline\n'))],
    ['huge', 'huge.txt', new Uint8Array(50 * 1024 * 1024).fill(0x61)],
  ])('(%s) is refused by name, with nothing half-created', async (_what, name, bytes) => {
    const alone = await mkdtemp(path.join(tmpdir(), 'standfirst-refused-'));
    await writeFile(path.join(alone, name), bytes);
    const before = await counts();
    const { stories } = await seed(alone);
    expect(stories).toMatchObject([{ file: name, outcome: 'refused' }]);
    expect(stories[0]?.message).toContain(name);
    expect(await counts()).toEqual(before);
    await rm(alone, { recursive: true });
  });
});
