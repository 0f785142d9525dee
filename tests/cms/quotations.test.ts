import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';

import { seedNewsroom } from '../../seed/seedNewsroom';
import { lexicalFromParagraphs } from '../../src/domain/richText/lexicalFromParagraphs';
import type { Section } from '../../src/payload-types';
import { openNewsroom, writeArticle, type Newsroom, type Role } from '../support/newsroom';

const WORDS = 'We waited eleven years for this light';
const SAID = `“${WORDS},” Ada Quill, the harbour master, said.`;

let newsroom: Newsroom;
let ada: string;

beforeAll(async () => {
  newsroom = await openNewsroom(inject('mongoUri'));
  const person = await newsroom.payload.create({
    collection: 'people',
    data: { name: 'Ada Quill', aliases: ['Quill'] },
  });
  ada = person.id;
});
afterAll(() => newsroom.close());

async function save(
  sectionId: string | undefined,
  paragraphs: string[],
  more: Record<string, unknown> = {},
): Promise<Section> {
  const { status, body, text } = await newsroom.rest(
    'PATCH',
    `/sections/${sectionId}?draft=true&autosave=true`,
    { as: 'writer', body: { body: lexicalFromParagraphs(paragraphs), ...more } },
  );
  expect(status, text).toBe(200);
  return body.doc;
}

const decide = (section: Section, index: number, verb: string, as: Role = 'writer', body = {}) =>
  newsroom.rest(
    'POST',
    `/sections/${section.id}/quotations/${section.quotations?.[index]?.id}/${verb}`,
    {
      as,
      body,
    },
  );

describe('the quotations of a section', () => {
  it('are proposed by a save, with the speaker whom the text clearly names', async () => {
    const { sections } = await writeArticle(newsroom);
    const section = await save(sections[1]?.id, [SAID, 'Nobody else spoke.']);
    expect(section.quotations).toMatchObject([
      {
        state: 'proposed',
        anchor: { exact: `${WORDS},`, prefix: '“', start: 1 },
        suggestedSpeaker: ada,
        quote: null,
      },
    ]);
    expect(section.revision).toBe(2);
  });

  it('find by surname whom another section introduces', async () => {
    const { sections } = await writeArticle(newsroom);
    await save(sections[0]?.id, ['Ada Quill, the harbour master, lit the lamp.']);
    const section = await save(sections[1]?.id, [`“${WORDS},” Quill said.`]);
    expect(section.quotations?.[0]).toMatchObject({ suggestedSpeaker: ada });
  });

  it('become a Quote when they are accepted, linked and matched, in one save', async () => {
    const { sections } = await writeArticle(newsroom);
    const section = await save(sections[1]?.id, [SAID]);
    const { status, body } = await decide(section, 0, 'accept');
    expect(status).toBe(200);
    expect(body.quote).toMatchObject({
      text: WORDS,
      speaker: ada,
      kind: 'direct',
      language: 'en',
      _status: 'draft',
    });
    expect(body.section).toMatchObject({
      quotes: [body.quote.id],
      quotations: [{ state: 'matched', quote: body.quote.id }],
      revision: 3,
    });
    const again = await decide(section, 0, 'accept');
    expect(again.status).toBe(409);
    expect(again.body.errors[0].data.code).toBe('PROPOSAL_SETTLED');
  });

  it('are accepted with the speaker that the editor chooses', async () => {
    const { sections } = await writeArticle(newsroom);
    const section = await save(sections[1]?.id, [SAID]);
    const { body } = await decide(section, 0, 'accept', 'editor', { attribution: 'a keeper' });
    expect(body.quote).toMatchObject({ speaker: null, attribution: 'a keeper' });
  });

  it('stay dismissed though the text around them changes, and the history says who did it', async () => {
    const { article, sections } = await writeArticle(newsroom);
    const section = await save(sections[1]?.id, [SAID]);
    expect((await decide(section, 0, 'dismiss')).status).toBe(200);
    const edited = await save(section.id, ['A new beginning.', `Then, at last: ${SAID}`]);
    expect(edited.quotations).toMatchObject([{ state: 'dismissed', anchor: { start: 34 } }]);
    const { docs } = await newsroom.payload.find({
      collection: 'audit-entries',
      where: { article: { equals: article.id } },
      depth: 0,
    });
    expect(docs).toMatchObject([{ action: 'dismissQuotation', reason: `“${WORDS},”` }]);
  });

  it('match a Quote that the article already has, in whichever section', async () => {
    const { sections } = await writeArticle(newsroom);
    const first = await save(sections[0]?.id, [SAID]);
    const { body } = await decide(first, 0, 'accept');
    const second = await save(sections[1]?.id, [`As Quill put it: “${WORDS}.”`]);
    expect(second.quotations).toMatchObject([{ state: 'matched', quote: body.quote.id }]);
  });

  it('cannot be written by anybody, over any API', async () => {
    const { sections } = await writeArticle(newsroom);
    const section = await save(sections[1]?.id, [SAID]);
    const forged = [{ ...section.quotations?.[0], state: 'dismissed' }];
    expect((await save(section.id, [SAID], { quotations: forged })).quotations).toMatchObject([
      { state: 'proposed' },
    ]);
    const local = await newsroom.payload.update({
      collection: 'sections',
      id: section.id,
      data: { quotations: [] },
      draft: true,
    });
    expect(local.quotations).toMatchObject([{ state: 'proposed' }]);
  });

  it('do not make an autosave stale: each save counts once', async () => {
    const { sections } = await writeArticle(newsroom);
    let section = await save(sections[1]?.id, ['“We waited']);
    for (const text of ['“We waited eleven', '“We waited eleven years”', SAID]) {
      section = await save(section.id, [text], { revision: section.revision });
    }
    expect(section.revision).toBe(5);
    const stale = await newsroom.rest('PATCH', `/sections/${section.id}?draft=true`, {
      as: 'writer',
      body: { heading: 'Late', revision: 4 },
    });
    expect(stale.status).toBe(409);
  });

  it.each([
    ['nobody', undefined, 401],
    ['a fact-checker', 'fact-checker', 403],
  ] as const)('are not decided by %s', async (_who, as, status) => {
    const { sections } = await writeArticle(newsroom);
    const section = await save(sections[1]?.id, [SAID]);
    for (const verb of ['accept', 'dismiss']) {
      const key = section.quotations?.[0]?.id;
      const answer = await newsroom.rest(
        'POST',
        `/sections/${section.id}/quotations/${key}/${verb}`,
        {
          ...(as ? { as } : {}),
        },
      );
      expect(answer.status, verb).toBe(status);
    }
    const { docs } = await newsroom.payload.find({
      collection: 'quotes',
      where: { text: { equals: `${WORDS},` } },
      draft: true,
    });
    for (const quote of docs) expect(quote.speaker ?? quote.attribution).toBeTruthy();
  });

  it.each([
    ['000000000000000000000000', 'x', {}, 404],
    ['nonsense', 'x', {}, 404],
    ['000000000000000000000000', 'x', { speaker: 'Ada' }, 400],
    ['000000000000000000000000', 'x', { force: true }, 400],
  ])('answer a wrong request about %s/%s with a clear error', async (id, key, body, status) => {
    const answer = await newsroom.rest('POST', `/sections/${id}/quotations/${key}/accept`, {
      as: 'writer',
      body,
    });
    expect(answer.status, answer.text).toBe(status);
    expect(answer.body.errors[0].message.length).toBeGreaterThan(10);
  });

  it('are all recorded in the source article: no proposal is made for it', async () => {
    await seedNewsroom({ payload: newsroom.payload });
    const rutte = await newsroom.payload.find({
      collection: 'articles',
      where: { headline: { contains: 'NATO Chief' } },
      draft: true,
      depth: 1,
    });
    const states = ((rutte.docs[0]?.sections ?? []) as Section[]).flatMap(
      ({ quotations }) => quotations?.map(({ state }) => state) ?? [],
    );
    expect(states).toEqual(['matched', 'matched', 'matched', 'matched']);
  });
});

describe('a verdict about a quotation', () => {
  const verify = (id: string, as: Role, body: object) =>
    newsroom.rest('PATCH', `/quotes/${id}?draft=true`, { as, body });

  it('ends with its words: whoever rewords it does not keep it verified', async () => {
    const quote = await newsroom.payload.create({
      collection: 'quotes',
      data: { text: WORDS, speaker: ada },
      draft: true,
    });
    const status = 'verified';
    await verify(quote.id, 'fact-checker', { verification: { status } });
    const marked = await verify(quote.id, 'writer', { text: `“${WORDS}.”` });
    expect(marked.body.doc.verification).toMatchObject({ status });
    const reworded = await verify(quote.id, 'writer', {
      text: WORDS.replace('eleven', 'twelve'),
      verification: { status },
    });
    expect(reworded.status, reworded.text).toBe(200);
    expect(reworded.body.doc.verification).toMatchObject({
      status: 'unverified',
      by: null,
      at: null,
    });
  });
});

describe('a verified quote', () => {
  const change = (id: string, as: Role, body: object) =>
    newsroom.rest('PATCH', `/quotes/${id}?draft=true`, { as, body });
  async function verified() {
    const quote = await newsroom.payload.create({
      collection: 'quotes',
      data: {
        text: WORDS,
        speaker: ada,
        speakerRole: 'harbour master',
        occasion: { name: 'The opening', date: '2024-05-01T00:00:00.000Z' },
        evidence: { passage: WORDS },
      },
      draft: true,
    });
    const { body } = await change(quote.id, 'fact-checker', {
      verification: { status: 'verified' },
    });
    expect(body.doc.verification.status).toBe('verified');
    return quote.id;
  }

  it.each([
    ['words', { text: WORDS.replace('eleven', 'twelve') }],
    ['speaker', { speaker: null, attribution: 'a fisher' }],
    ['role', { speakerRole: 'mayor' }],
    ['occasion', { occasion: { name: 'The closing' } }],
    ['evidence', { evidence: { passage: 'We waited.' } }],
    ['language', { language: 'de' }],
  ])('is so no longer with another %s, and says what changed', async (part, body) => {
    const id = await verified();
    const answer = await change(id, 'writer', body);
    expect(answer.status, answer.text).toBe(200);
    expect(answer.body.doc.verification).toMatchObject({
      status: 'unverified',
      by: null,
      note: `No longer verified: changed was the ${part}.`,
    });
  });

  it('stays so when nothing of it changes', async () => {
    const id = await verified();
    const answer = await change(id, 'writer', {
      text: `“${WORDS}.”`,
      occasion: { name: 'The opening', date: '2024-05-01T00:00:00.000Z' },
    });
    expect(answer.body.doc.verification.status).toBe('verified');
  });

  it('is duplicated without its verdict', async () => {
    const id = await verified();
    const copy = await newsroom.rest('POST', `/quotes/${id}/duplicate?draft=true`, {
      as: 'editor',
    });
    expect(copy.status, copy.text).toBeLessThan(300);
    expect(copy.body.doc.verification).toMatchObject({ status: 'unverified', by: null, at: null });
  });
});

it('refuses a record too long to be held against a text, and says why', async () => {
  const { status, text } = await newsroom.rest('POST', '/quotes?draft=true', {
    as: 'writer',
    body: { text: 'we '.repeat(6000), speaker: ada },
  });
  expect(status).toBe(400);
  expect(text).toContain('A quote of 6000 words is too long');
});
