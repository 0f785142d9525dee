import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';

import type { QuoteToVerify } from '../../src/domain/quotations/QuoteToVerify';
import type { VoiceReport } from '../../src/domain/quotations/shareOfVoice';
import { lexicalFromParagraphs } from '../../src/domain/richText/lexicalFromParagraphs';
import { openNewsroom, publish, writeArticle, type Newsroom } from '../support/newsroom';

const WORDS = 'We waited eleven years for this light';

let newsroom: Newsroom;
let ada: string;
let ships: string;
let ferries: string;

beforeAll(async () => {
  newsroom = await openNewsroom(inject('mongoUri'));
  const { payload } = newsroom;
  ada = (await payload.create({ collection: 'people', data: { name: 'Ada Quill' } })).id;
  ships = (await payload.create({ collection: 'topics', data: { name: 'Ships' } })).id;
  ferries = (
    await payload.create({ collection: 'topics', data: { name: 'Ferries', parent: ships } })
  ).id;
});
afterAll(() => newsroom.close());

const createQuote = (data: object) =>
  newsroom.payload.create({
    collection: 'quotes',
    data: { text: WORDS, speaker: ada, kind: 'direct', ...data },
    draft: true,
  });

/** An article whose second section has the words of a quote between others. */
async function quoting(
  headline: string,
  { quote, text = WORDS, topics = [] }: { quote: string; text?: string; topics?: string[] },
) {
  const { article, sections } = await writeArticle(newsroom, { headline, topics });
  const { status, text: answer } = await newsroom.rest('PATCH', `/sections/${sections[1]?.id}`, {
    as: 'writer',
    body: {
      body: lexicalFromParagraphs([
        'The town cheered.',
        `“${text},” Ada Quill, the harbour master, said.`,
      ]),
      quotes: [quote],
    },
  });
  expect(status, answer).toBe(200);
  return article.id;
}

const act = async (as: 'writer' | 'editor', id: string, action: string, body = {}) => {
  const answer = await newsroom.rest('POST', `/articles/${id}/actions/${action}`, { as, body });
  expect(answer.status, answer.text).toBe(200);
};

async function desk(): Promise<QuoteToVerify[]> {
  const { status, body, text } = await newsroom.rest('GET', '/quotes/desk', { as: 'fact-checker' });
  expect(status, text).toBe(200);
  return body.quotes;
}

describe('the verification desk', () => {
  it('shows the quotes of articles in review with passage, evidence and other uses', async () => {
    const quote = await createQuote({
      occasion: { name: 'Harbour day', place: 'Port Hallow', date: '2025-05-01T00:00:00.000Z' },
      evidence: { url: 'https://radio.example/a.mp3', timecode: '00:12:34', passage: 'So: …' },
    });
    const live = await quoting('Readers have this', { quote: quote.id });
    await publish(newsroom, live);
    const waiting = await quoting('Waits for its review', { quote: quote.id });
    expect(await desk()).toEqual([]);
    await act('writer', waiting, 'submit');

    expect(await desk()).toMatchObject([
      {
        article: { id: waiting, headline: 'Waits for its review' },
        section: { name: 'A long wait' },
        quotation: { state: 'vouched', quote: { id: quote.id } },
        passage: {
          before: '“',
          words: `${WORDS},`,
          after: '” Ada Quill, the harbour master, said.',
        },
        occasion: { name: 'Harbour day', place: 'Port Hallow' },
        evidence: { url: 'https://radio.example/a.mp3', timecode: '00:12:34', passage: 'So: …' },
        alsoIn: [{ id: live, headline: 'Readers have this' }],
        olderWordings: [],
      },
    ]);

    // The record is put right while readers still have the words of before.
    await newsroom.rest('PATCH', `/quotes/${quote.id}?draft=true`, {
      as: 'writer',
      body: { text: WORDS.replace('eleven', 'twelve') },
    });
    expect(await desk()).toMatchObject([
      {
        quotation: { state: 'altered' },
        olderWordings: [{ id: live, edition: 1, words: WORDS }],
      },
    ]);
    await act('editor', waiting, 'requestChanges', { note: 'See the quotation.' });
    expect(await desk()).toEqual([]);
  });

  it('is where a fact-checker verifies or disputes, and is told of a newer save', async () => {
    const quote = await createQuote({ text: 'The lamp has burned since noon today' });
    const id = await quoting('The lamp', { quote: quote.id, text: quote.text });
    await act('writer', id, 'submit');
    const [item] = await desk();
    const decide = (as: 'writer' | 'fact-checker', status: string, revision?: number) =>
      newsroom.rest('PATCH', `/quotes/${quote.id}?draft=true`, {
        as,
        body: { verification: { status, note: 'Heard it.' }, revision },
      });
    expect((await decide('writer', 'verified', item?.revision)).status).toBe(403);
    expect((await decide('fact-checker', 'verified', item?.revision)).status).toBe(200);
    expect((await decide('fact-checker', 'disputed', item?.revision)).status).toBe(409);
    expect(await desk()).toMatchObject([
      {
        quotation: { state: 'verified' },
        verification: { note: 'Heard it.', byName: 'The fact-checker' },
      },
    ]);
  });

  it('is for the newsroom only', async () => {
    for (const path of ['/quotes/desk', '/quotes/voices']) {
      expect((await newsroom.rest('GET', path)).status, path).toBe(401);
    }
  });
});

describe('the report on who is quoted', () => {
  const report = async (query = ''): Promise<VoiceReport> => {
    const answer = await newsroom.rest('GET', `/quotes/voices${query}`, { as: 'editor' });
    expect(answer.status, answer.text).toBe(200);
    return answer.body;
  };
  const named = ({ voices }: VoiceReport, name: string) =>
    voices.find((voice) => voice.name === name);

  it('counts quotations and words in what readers see, by topic and day', async () => {
    const before = named(await report(), 'Ada Quill');
    const text = 'Two ferries a day would do for us';
    const quote = await createQuote({ text });
    const spokesman = await createQuote({
      text: 'Nobody has asked the port about ferries',
      speaker: null,
      attribution: '=a spokesman, "for the port"',
    });
    const { article, sections } = await writeArticle(newsroom, {
      headline: 'More ferries',
      topics: [ferries],
    });
    await newsroom.rest('PATCH', `/sections/${sections[1]?.id}`, {
      as: 'writer',
      body: {
        body: lexicalFromParagraphs([
          `“${text},” Ada Quill, the harbour master, said.`,
          `“${spokesman.text},” a spokesman for the port said.`,
        ]),
        quotes: [quote.id, spokesman.id],
      },
    });
    const inDraft = await report(`?article=${article.id}`);
    expect(inDraft).toMatchObject({ quotations: 2, words: 15 });
    expect(await report(`?topic=${ferries}`)).toMatchObject({ voices: [], quotations: 0 });

    await publish(newsroom, article.id);
    const after = named(await report(), 'Ada Quill');
    expect(after).toMatchObject({
      person: ada,
      quotations: (before?.quotations ?? 0) + 1,
      words: (before?.words ?? 0) + 8,
      articles: (before?.articles ?? 0) + 1,
    });
    // A topic has what stands under its narrower ones.
    for (const topic of [ships, ferries]) {
      expect(await report(`?topic=${topic}`)).toMatchObject({
        quotations: 2,
        voices: [
          { name: 'Ada Quill', words: 8, shareOfWords: 8 / 15, shareOfQuotations: 0.5 },
          { name: '=a spokesman, "for the port"', person: null, words: 7 },
        ],
      });
    }
    const today = new Date().toISOString().slice(0, 10);
    expect((await report(`?from=${today}&topic=${ships}`)).quotations).toBe(2);
    expect((await report(`?to=2001-01-01`)).quotations).toBe(0);

    const csv = await newsroom.rest('GET', `/quotes/voices?topic=${ships}&format=csv`, {
      as: 'editor',
    });
    expect(csv.headers.get('content-type')).toContain('text/csv');
    expect(csv.text.split('\r\n')).toEqual([
      'speaker,person id,quotations,share of quotations,words,share of words,articles',
      `Ada Quill,${ada},1,0.5000,8,0.5333,1`,
      `"'=a spokesman, ""for the port""",,1,0.5000,7,0.4667,1`,
      '',
    ]);
  });

  it.each([
    ['?from=yesterday', 400],
    ['?from=2025-02-02&to=2025-02-01', 400],
    ['?topic=x', 400],
    ['?who=me', 400],
    ['?article=000000000000000000000000', 404],
    ['?article=000000000000000000000000&from=2025-01-01', 400],
  ])('answers %s with %i and says why', async (query, status) => {
    const answer = await newsroom.rest('GET', `/quotes/voices${query}`, { as: 'editor' });
    expect(answer.status, answer.text).toBe(status);
    expect(answer.body.errors[0].message.length).toBeGreaterThan(20);
  });
});
