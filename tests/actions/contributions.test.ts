import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';

import { lexicalFromParagraphs } from '../../src/domain/richText/lexicalFromParagraphs';
import { everyRule } from '../../src/domain/quotations/quoteRules';
import { halves } from '../files/support/pictures';
import { openNewsroom, writeArticle, type Newsroom, type Role } from '../support/newsroom';

let newsroom: Newsroom;

beforeAll(async () => {
  newsroom = await openNewsroom(inject('mongoUri'));
  // What is found about quotations is no matter here.
  const settings = { quoteRules: everyRule('warn') };
  await newsroom.rest('POST', '/globals/settings', { as: 'admin', body: settings });
});
afterAll(() => newsroom.close());

const patch = (path: string, body: object, as: Role = 'editor') =>
  newsroom.rest('PATCH', path, { as, body });
const act = (as: Role, id: string, action: string, body: object = {}) =>
  newsroom.rest('POST', `/articles/${id}/actions/${action}`, { as, body });
const overview = async (id: string) =>
  (await newsroom.rest('GET', `/articles/${id}/actions`, { as: 'editor' })).body;

/** The editor is known to have contributed, and does not approve it, whoever submits. */
async function expectBarred(id: string) {
  expect((await overview(id)).contributors).toContain('The editor');
  const submitted = await act('publisher', id, 'submit');
  expect(submitted.status, submitted.text).toBe(200);
  const { contentHash } = await overview(id);
  const answer = await act('editor', id, 'approve', { contentHash });
  expect(answer.body.errors?.[0]?.data?.code, answer.text).toBe('FOUR_EYES');
}

async function made() {
  const picture = await newsroom.upload({
    collection: 'media',
    as: 'writer',
    file: { name: 'quay.png', bytes: await halves({ width: 600, height: 400 }), type: 'image/png' },
    fields: { alt: 'A quay', credit: 'Ada Fenwick' },
  });
  const topic = await newsroom.payload.create({
    collection: 'topics',
    data: { name: `Harbours ${picture.body.doc.id}` },
  });
  const quote = await newsroom.rest('POST', '/quotes', {
    as: 'writer',
    body: { text: 'We waited eleven years', attribution: 'the harbour master' },
  });
  const { article, sections } = await writeArticle(newsroom, {
    leadImage: picture.body.doc.id,
    topics: [topic.id],
  });
  const section = sections[1]?.id ?? '';
  await patch(
    `/sections/${section}`,
    {
      quotes: [quote.body.doc.id],
      body: lexicalFromParagraphs(['“It will shine for us all,” said the mayor, Ada Fenwick.']),
    },
    'writer',
  );
  expect((await overview(article.id)).contributors).toEqual(['The writer']);
  return {
    id: article.id,
    section,
    quote: quote.body.doc.id as string,
    image: picture.body.doc.id as string,
    topic: topic.id,
  };
}

type Made = Awaited<ReturnType<typeof made>>;

describe('somebody who contributes to an article of others', () => {
  const ways: [string, (made: Made) => Promise<{ status: number; text: string }>][] = [
    [
      'replaces its picture',
      async ({ image }) =>
        newsroom.upload({
          collection: 'media',
          id: image,
          as: 'editor',
          file: { name: 'other.png', bytes: await halves({ width: 500 }), type: 'image/png' },
        }),
    ],
    [
      'crops its picture',
      ({ image }) =>
        newsroom.upload({
          collection: 'media',
          id: image,
          as: 'editor',
          query:
            '?uploadEdits[crop][x]=0&uploadEdits[crop][y]=0&uploadEdits[widthInPixels]=90&uploadEdits[heightInPixels]=90',
        }),
    ],
    ['describes its picture', ({ image }) => patch(`/media/${image}`, { alt: 'A quay at dusk' })],
    ['credits its picture', ({ image }) => patch(`/media/${image}`, { credit: 'Ben' })],
    [
      'gives its rights an end',
      ({ image }) => patch(`/media/${image}`, { expiresAt: '2090-01-01' }),
    ],
    ['names its topic', ({ topic }) => patch(`/topics/${topic}`, { name: `Ports ${topic}` })],
    [
      'changes pictures by a bulk save',
      ({ image }) => patch(`/media?where[id][equals]=${image}`, { caption: 'The quay' }),
    ],
    [
      'changes a quotation over GraphQL',
      ({ quote }) =>
        newsroom.graphql(
          `mutation { updateQuote(id: "${quote}", draft: true, data: { text: "We waited twelve years" }) { id } }`,
          { as: 'editor' },
        ),
    ],
    [
      'brings back an old version of a section',
      async ({ section }) => {
        await patch(`/sections/${section}`, { heading: 'Newer' }, 'writer');
        const { docs } = await newsroom.payload.findVersions({
          collection: 'sections',
          where: { parent: { equals: section } },
          sort: 'createdAt',
          limit: 1,
        });
        return newsroom.rest('POST', `/sections/versions/${docs[0]?.id}?draft=true`, {
          as: 'editor',
        });
      },
    ],
    [
      'accepts a proposal for a quotation',
      async ({ section }) => {
        const { body } = await newsroom.rest('GET', `/sections/${section}/quotations`, {
          as: 'editor',
        });
        const proposal = (body.quotations as { key: string; state: string }[]).find(
          ({ state }) => state === 'proposed',
        );
        return newsroom.rest('POST', `/sections/${section}/quotations/${proposal?.key}/accept`, {
          as: 'editor',
          body: { attribution: 'the mayor' },
        });
      },
    ],
  ];

  it.each(ways)('%s, and does not approve it', async (_way, contribute) => {
    const article = await made();
    const { status, text } = await contribute(article);
    expect(status, text).toBeLessThan(300);
    expect(text).not.toContain('"errors":[{');
    await expectBarred(article.id);
  });

  it('imports it, and does not approve it', async () => {
    const { body, status, text } = await newsroom.rest('POST', '/articles/import?name=story.md', {
      as: 'editor',
      body: '# The light is back\n\nPort Hallow has its light again.\n\nThe lighthouse was lit on Tuesday.\n\nThe town waited eleven years for it.\n',
    });
    expect(status, text).toBe(200);
    const { docs } = await newsroom.payload.find({
      collection: 'articles',
      where: { headline: { equals: 'The light is back' } },
      draft: true,
      depth: 0,
    });
    expect(body.stories).toHaveLength(1);
    const id = docs[0]?.id ?? '';
    await patch(`/articles/${id}`, { standfirst: 'After eleven years.' }, 'publisher');
    await expectBarred(id);
  });
});
