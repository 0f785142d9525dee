import { readFile } from 'node:fs/promises';
import path from 'node:path';

import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';

import { openNewsroom, type Newsroom } from '../support/newsroom';

let newsroom: Newsroom;

beforeAll(async () => {
  newsroom = await openNewsroom(inject('mongoUri'));
});
afterAll(() => newsroom.close());

const bring = (
  name: string,
  text: string,
  options: { as?: 'writer' | 'fact-checker' | 'editor' } = {},
) =>
  newsroom.rest('POST', `/articles/import?name=${encodeURIComponent(name)}`, {
    as: 'writer',
    ...options,
    body: text,
  });
const articles = async () =>
  (await newsroom.payload.count({ collection: 'articles', overrideAccess: true })).totalDocs;

describe('importing over the API', () => {
  it('tells first what would be made, and makes nothing', async () => {
    const text = await readFile(path.resolve('tests/fixtures/formats/harbour.md'), 'utf8');
    const { status, body } = await newsroom.rest(
      'POST',
      '/articles/import?name=harbour.md&dryRun=true',
      { as: 'writer', body: text },
    );
    expect(status).toBe(200);
    expect(body).toMatchObject({
      stories: [
        {
          headline: 'Harbour crane stands still after forty years',
          sections: [{ heading: null }, { heading: 'What comes next' }],
          people: ['Mara Teck'],
          quotes: [{ text: 'It never failed us,', speaker: 'Mara Teck' }],
        },
      ],
      problems: [],
    });
    expect(await articles()).toBe(0);
  });

  it('makes drafts of the stories of a file, once, and tells what in it is none', async () => {
    const text = await readFile(path.resolve('tests/fixtures/formats/bridge.xml'), 'utf8');
    const first = await bring('bridge.xml', text);
    expect(first.status).toBe(200);
    expect(first.body.stories).toMatchObject([{ outcome: 'created' }]);
    expect(first.body.problems).toHaveLength(2);
    expect(first.body.stories[0].receipt).toContainEqual({
      code: 'picture',
      count: 1,
      items: [{ detail: 'A ferry', place: expect.any(String) }],
    });
    const { articleId } = first.body.stories[0];
    const draft = await newsroom.rest('GET', `/articles/${articleId}?draft=true`, { as: 'writer' });
    expect(draft.body).toMatchObject({
      _status: 'draft',
      embargoUntil: '2031-03-05T06:00:00.000Z',
      origin: { externalId: 'tag:harbourwire.example,2031:bridge' },
    });
    expect((await newsroom.rest('GET', `/articles/${articleId}`)).status).toBe(404);
    const again = await bring('renamed.xml', text);
    expect(again.body.stories).toMatchObject([{ outcome: 'unchanged', articleId }]);
  });

  it('names the file and the reason where nothing can be taken', async () => {
    const before = await articles();
    const { status, body } = await bring('notes.pdf', 'words');
    expect(status).toBe(200);
    expect(body.stories).toEqual([]);
    expect(body.problems[0]).toMatch(
      /^notes\.pdf: This kind of file is not read\. Give plain text/,
    );
    expect(await articles()).toBe(before);
  });

  it('is for those who write, and needs a name', async () => {
    expect((await bring('a.md', '# A\n\nB.', { as: 'fact-checker' })).status).toBe(403);
    const anybody = await newsroom.rest('POST', '/articles/import?name=a.md', { body: '# A' });
    expect(anybody.status).toBe(401);
    const nameless = await newsroom.rest('POST', '/articles/import', { as: 'writer', body: '# A' });
    expect(nameless.status).toBe(400);
  });

  const handed = (name: string) =>
    readFile(path.resolve('tests/fixtures/imports', name), 'utf8').then((text) =>
      bring(name, text, { as: 'editor' }),
    );
  const draftOf = async (id: string) =>
    (await newsroom.rest('GET', `/articles/${id}?draft=true`, { as: 'editor' })).body;
  const notices = async (id: string) => {
    const { docs } = await newsroom.payload.find({
      collection: 'notices',
      where: { article: { equals: id } },
      pagination: false,
      depth: 0,
    });
    return docs.map(({ user, text }) => [user, text]);
  };

  it('never replaces a later version by an earlier one, and holds what its source takes back', async () => {
    const later = await handed('ninjs-version-2.json');
    const { articleId } = later.body.stories[0];
    const earlier = await handed('ninjs-version-1.json');
    expect(earlier.body.stories).toMatchObject([{ outcome: 'older', articleId }]);
    expect(await draftOf(articleId)).toMatchObject({ headline: 'Mill to close in June' });

    const kill = await handed('ninjs-version-3-canceled.json');
    expect(kill.body).toMatchObject({
      stories: [],
      problems: [
        'ninjs-version-3-canceled.json: The source took back “Mill to close in June”: it is on hold.',
      ],
    });
    expect(await draftOf(articleId)).toMatchObject({ flags: { onHold: true } });
    const told = await notices(articleId);
    expect(told).toContainEqual([
      newsroom.users.publisher.id,
      'The source took back “Mill to close in June”: it is on hold. “KILL: the story is wrong.”',
    ]);
    const again = await handed('ninjs-version-3-canceled.json');
    expect(again.body.problems[0]).toContain('nothing was to be done');
    expect(await notices(articleId)).toHaveLength(told.length);
    // The version that was taken back does not come in by another door.
    expect((await handed('ninjs-version-2.json')).body.stories).toMatchObject([
      { outcome: 'unchanged' },
    ]);
  });

  it('leaves a hold to editors', async () => {
    const item = (pubstatus: string) =>
      JSON.stringify({
        uri: 'urn:held',
        type: 'text',
        pubstatus,
        headline: 'Held',
        body_html: '<p>A.</p><p>B.</p>',
      });
    const { articleId } = (await bring('held.json', item('usable'))).body.stories[0];
    const { body } = await bring('held.json', item('canceled'));
    expect(body.problems).toEqual([
      'held.json, item urn:held: It was cancelled or withheld by its source: do not publish it.',
    ]);
    expect(await draftOf(articleId)).toMatchObject({ flags: { onHold: false } });
  });

  it('shows what the source says to editors, finds its topics, and keeps the receipt', async () => {
    const topic = await newsroom.payload.create({
      collection: 'topics',
      data: { name: 'Work', iptcCode: '20000533' },
    });
    const { body } = await handed('ninjs-metadata.json');
    const { articleId } = body.stories[0];
    const draft = await draftOf(articleId);
    expect(draft).toMatchObject({
      topics: [topic.id],
      origin: {
        editorialNote: 'CORRECTS the number of jobs in paragraph 2. Not for use in Nordland.',
        version: 1,
      },
    });
    expect(draft.origin.receipt.map(({ code }: { code: string }) => code)).toEqual(
      expect.arrayContaining([
        'pictureNotFetched',
        'bylineRole',
        'slugline',
        'urgency',
        'placeName',
      ]),
    );
    const overview = await newsroom.rest('GET', `/articles/${articleId}/actions`, { as: 'editor' });
    expect(overview.body.editorialNote).toContain('Not for use in Nordland.');
  });

  it('puts a note on a story that somebody has worked on when a new version comes in', async () => {
    const item = (version: string, word: string) =>
      JSON.stringify({
        uri: 'urn:touched',
        version,
        type: 'text',
        headline: `Pier ${word}`,
        ednote: 'CORRECTS the year.',
        body_html: `<p>The pier was ${word}.</p><p>It is old.</p>`,
      });
    const { articleId } = (await bring('pier.json', item('1', 'opened'))).body.stories[0];
    const edit = { as: 'editor', body: { headline: 'Pier opened, says town' } } as const;
    expect((await newsroom.rest('PATCH', `/articles/${articleId}?draft=true`, edit)).status).toBe(
      200,
    );
    const second = await bring('pier.json', item('2', 'closed'));
    expect(second.body.stories).toMatchObject([{ outcome: 'separate' }]);
    const { docs } = await newsroom.payload.find({
      collection: 'notes',
      where: { article: { equals: articleId } },
      depth: 0,
    });
    expect(docs[0]?.comments?.[0]?.text).toMatch(
      /^A new version came in.*“Pier closed”\. CORRECTS the year\./,
    );
  });

  it('has the slug, date and topics of WordPress', async () => {
    const politics = await newsroom.payload.create({
      collection: 'topics',
      data: { name: 'Politics' },
    });
    const { body } = await handed('wxr-metadata.xml');
    const [old, future, secret] = body.stories;
    expect(await draftOf(old.articleId)).toMatchObject({
      slug: 'slug-of-14',
      topics: [politics.id],
      bylines: [{ name: 'Tom Quill' }],
      origin: { publishedAt: '2024-05-02T08:00:00.000Z' },
    });
    const told = (
      story: { receipt: { code: string; items: { detail: string }[] }[] },
      code: string,
    ) => story.receipt.find((line) => line.code === code)?.items.map(({ detail }) => detail);
    expect(told(old, 'topic')).toEqual(['Budget']);
    expect(told(future, 'status')).toEqual(['future']);
    expect(await draftOf(future.articleId)).toMatchObject({
      embargoUntil: '2024-05-02T08:00:00.000Z',
    });
    expect(told(secret, 'password')).toEqual([null]);
  });
});
