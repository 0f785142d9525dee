import { readFile } from 'node:fs/promises';
import path from 'node:path';

import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';

import { openNewsroom, type Newsroom } from '../support/newsroom';

let newsroom: Newsroom;

beforeAll(async () => {
  newsroom = await openNewsroom(inject('mongoUri'));
});
afterAll(() => newsroom.close());

const bring = (name: string, text: string, options: { as?: 'writer' | 'fact-checker' } = {}) =>
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
});
