import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';

import type { ListedQuotation } from '../../src/domain/quotations/ListedQuotation';
import { lexicalFromParagraphs } from '../../src/domain/richText/lexicalFromParagraphs';
import { lexicalText } from '../../src/domain/richText/lexicalText';
import { openNewsroom, writeArticle, type Newsroom } from '../support/newsroom';

const WORDS = 'We waited eleven years for this light';
const SAID = `“${WORDS},” Ada Quill, the harbour master, said.`;

let newsroom: Newsroom;
let ada: string;

beforeAll(async () => {
  newsroom = await openNewsroom(inject('mongoUri'));
  const person = await newsroom.payload.create({
    collection: 'people',
    data: { name: 'Ada Quill' },
  });
  ada = person.id;
});
afterAll(() => newsroom.close());

async function write(texts: [lead: string, second: string]) {
  const { article, sections } = await writeArticle(newsroom);
  for (const [index, text] of texts.entries()) await save(String(sections[index]?.id), text);
  return { id: article.id, sections: sections.map(({ id }) => id) };
}

async function save(sectionId: string, text: string, more = {}) {
  const answer = await newsroom.rest('PATCH', `/sections/${sectionId}`, {
    as: 'writer',
    body: { body: lexicalFromParagraphs(text.split('\n')), ...more },
  });
  expect(answer.status, answer.text).toBe(200);
}

async function list(path: string): Promise<ListedQuotation[]> {
  const { status, body, text } = await newsroom.rest('GET', `${path}/quotations`, {
    as: 'fact-checker',
  });
  expect(status, text).toBe(200);
  return body.quotations;
}

const states = async (id: string) =>
  (await list(`/articles/${id}`)).map(({ state, words }) => `${state}: ${words}`);

const decide = ({ section, key }: ListedQuotation, verb: string, body = {}) =>
  newsroom.rest('POST', `/sections/${section}/quotations/${key}/${verb}`, { as: 'writer', body });

const first = async (id: string): Promise<ListedQuotation> => {
  const [quotation] = await list(`/articles/${id}`);
  if (!quotation) throw new Error('No quotation was found.');
  return quotation;
};

describe('the list of quotations', () => {
  it('says where each stands, in the order of the article and as W3C selectors', async () => {
    const { id, sections } = await write(['“Nobody had told us anything at all.”', SAID]);
    const listed = await list(`/articles/${id}`);
    expect(listed).toMatchObject([
      {
        section: sections[0],
        state: 'unattributed',
        quote: null,
        suggestion: { speaker: null },
        findings: [{ code: 'QUOTE_UNATTRIBUTED', severity: 'error' }],
      },
      {
        section: sections[1],
        state: 'proposed',
        words: `${WORDS},`,
        suggestion: { speaker: { id: ada, name: 'Ada Quill' } },
        findings: [{ code: 'QUOTE_UNRECORDED' }],
      },
    ]);
    for (const { section, start, end, words, selectors } of listed) {
      const { body } = await newsroom.rest('GET', `/sections/${section}?draft=true`, {
        as: 'writer',
      });
      expect(lexicalText(body.body).slice(Number(start), Number(end))).toBe(words);
      expect(selectors).toMatchObject([
        { type: 'TextQuoteSelector', exact: words, prefix: expect.stringMatching(/“$/) },
        { type: 'TextPositionSelector', start, end },
      ]);
    }
    expect(await list(`/sections/${sections[1]}`)).toEqual(listed.slice(1));
  });

  it('follows a quotation from its proposal to its verification, and back', async () => {
    const { id, sections } = await write([SAID, 'The town cheered.']);
    const { body } = await decide(await first(id), 'accept');
    expect(await states(id)).toEqual([`unverified: ${WORDS},`]);
    for (const status of ['verified', 'disputed'] as const) {
      const answer = await newsroom.rest('PATCH', `/quotes/${body.quote.id}`, {
        as: 'fact-checker',
        body: { verification: { status } },
      });
      expect(answer.status, answer.text).toBe(200);
      expect(await first(id)).toMatchObject({
        state: status,
        quote: { id: body.quote.id, verification: status },
        speaker: { id: ada, name: 'Ada Quill' },
      });
    }
    await save(String(sections[0]), SAID.replace('eleven', 'twelve'));
    expect(await first(id)).toMatchObject({
      state: 'altered',
      findings: expect.arrayContaining([
        expect.objectContaining({ code: 'QUOTE_ALTERED', difference: expect.any(Array) }),
      ]),
    });
    await save(String(sections[0]), 'The town was silent.');
    expect(await first(id)).toMatchObject({
      key: null,
      start: null,
      state: 'missing',
      quote: { id: body.quote.id },
    });
  });

  it('takes a dismissal back, and writes both down', async () => {
    const { id } = await write([SAID, 'The town cheered.']);
    await decide(await first(id), 'dismiss');
    expect(await states(id)).toEqual([`dismissed: ${WORDS},`]);
    expect(await first(id)).toMatchObject({ findings: [] });
    const restored = await decide(await first(id), 'restore');
    expect(restored.status, restored.text).toBe(200);
    expect(await states(id)).toEqual([`proposed: ${WORDS},`]);
    await decide(await first(id), 'restore');
    const { docs } = await newsroom.payload.find({
      collection: 'audit-entries',
      where: { article: { equals: id } },
      sort: 'at',
      depth: 0,
    });
    expect(docs.map(({ action }) => action)).toEqual(['dismissQuotation', 'restoreQuotation']);
  });

  it('makes a person of the name that an editor gives, in one step with the quote', async () => {
    const { id } = await write(['“Nobody had told us anything at all.”', 'The town cheered.']);
    const { status, body } = await decide(await first(id), 'accept', { newPerson: 'Dora Weir' });
    expect(status).toBe(200);
    const person = await newsroom.payload.findByID({
      collection: 'people',
      id: body.quote.speaker,
      depth: 0,
    });
    expect(person.name).toBe('Dora Weir');
  });

  it('is for the newsroom only, and says what is not there', async () => {
    const { id } = await write([SAID, 'The town cheered.']);
    expect((await newsroom.rest('GET', `/articles/${id}/quotations`)).status).toBe(401);
    for (const path of ['/articles/nonsense', '/sections/000000000000000000000000']) {
      const answer = await newsroom.rest('GET', `${path}/quotations`, { as: 'writer' });
      expect(answer.status, path).toBe(404);
    }
  });
});
