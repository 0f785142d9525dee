import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';

import { lexicalFromParagraphs } from '../../src/domain/richText/lexicalFromParagraphs';
import type { QuoteFinding } from '../../src/domain/quotations/QuoteFinding';
import type { Quote } from '../../src/payload-types';
import {
  answerForQuotes,
  openNewsroom,
  writeArticle,
  type Newsroom,
  type Role,
} from '../support/newsroom';

const WORDS = 'We waited eleven years for this light';
const SAID = `“${WORDS},” Ada Quill, the harbour master, said.`;

let newsroom: Newsroom;
let ada: string;
let bruno: string;

beforeAll(async () => {
  newsroom = await openNewsroom(inject('mongoUri'));
  const person = async (name: string) =>
    (await newsroom.payload.create({ collection: 'people', data: { name } })).id;
  ada = await person('Ada Quill');
  bruno = await person('Bruno Quay');
});
afterAll(() => newsroom.close());

/** An article whose second section carries one Quote. */
async function quoted({
  text = SAID,
  quote: more = {},
  people = [],
}: { text?: string; quote?: Partial<Quote>; people?: string[] } = {}) {
  const { article, sections } = await writeArticle(newsroom);
  const quote = await newsroom.payload.create({
    collection: 'quotes',
    data: { text: WORDS, speaker: ada, kind: 'direct', ...more },
    draft: true,
  });
  const sectionId = String(sections[1]?.id);
  const write = async (words: string) => {
    const answer = await newsroom.rest('PATCH', `/sections/${sectionId}`, {
      as: 'writer',
      body: { body: lexicalFromParagraphs([words]), quotes: [quote.id], people },
    });
    expect(answer.status, answer.text).toBe(200);
  };
  await write(text);
  await answerForQuotes(newsroom, article.id);
  return { id: article.id, sectionId, quoteId: quote.id, write };
}

const act = (as: Role, id: string, action: string, body: object = {}) =>
  newsroom.rest('POST', `/articles/${id}/actions/${action}`, { as, body });

async function overview(id: string) {
  return (await newsroom.rest('GET', `/articles/${id}/actions`, { as: 'editor' })).body;
}

async function findings(id: string): Promise<QuoteFinding[]> {
  const { issues } = await overview(id);
  return issues.filter(({ code }: QuoteFinding) => code.startsWith('QUOTE_'));
}

const override = (id: string, key: string, as: Role = 'editor', reason = 'Heard on the tape.') =>
  newsroom.rest('POST', `/articles/${id}/quote-findings/${key}/override`, { as, body: { reason } });

const setRules = async (quoteRules: object) => {
  const answer = await newsroom.rest('POST', '/globals/settings', {
    as: 'admin',
    body: { quoteRules },
  });
  expect(answer.status, answer.text).toBe(200);
};

describe('an altered quotation', () => {
  it('cannot be submitted or approved, and the difference is shown', async () => {
    const { id, sectionId, write } = await quoted();
    await act('writer', id, 'submit');
    await write(SAID.replace('eleven', 'elevan'));
    const { contentHash } = await overview(id);
    const approval = await act('editor', id, 'approve', { contentHash });
    expect(approval.status).toBe(422);
    expect(approval.body.errors[0].data.issues).toMatchObject([
      {
        code: 'QUOTE_ALTERED',
        field: 'sections.1.quotes.0',
        subject: { collection: 'sections', id: sectionId },
        difference: expect.arrayContaining([
          { kind: 'removed', text: ' elevan' },
          { kind: 'added', text: ' eleven' },
        ]),
      },
    ]);
    expect(approval.body.errors[0].message).toContain(
      'the text says “elevan” where the record says “eleven”',
    );
    await act('editor', id, 'requestChanges', { note: 'See the quotation.' });
    const submission = await act('writer', id, 'submit');
    expect(submission.status).toBe(422);
    await write(SAID);
    expect((await act('writer', id, 'submit')).status).toBe(200);
  });

  it('may be overridden by an editor with a reason, which article, edition and history keep', async () => {
    const { id, write } = await quoted({ text: SAID.replace('eleven', 'twelve') });
    const [finding] = (await findings(id)).filter(({ severity }) => severity === 'error');
    const key = String(finding?.key);
    expect((await override(id, key, 'writer')).status).toBe(403);
    expect((await override(id, key, 'editor', ' ')).status).toBe(422);
    expect((await override(id, key)).status).toBe(200);
    expect((await override(id, 'no-such-key')).status).toBe(404);

    expect((await act('writer', id, 'submit')).status).toBe(200);
    const { contentHash, issues } = await overview(id);
    expect(issues.map(({ message }: QuoteFinding) => message).join()).toContain(
      'Overridden by The editor: “Heard on the tape.”',
    );
    const approved = await act('editor', id, 'approve', { contentHash });
    expect(approved.status).toBe(200);
    const edition = await newsroom.payload.findByID({
      collection: 'editions',
      id: approved.body.edition.id,
      depth: 0,
    });
    expect(edition.documents).toMatchObject({
      article: { quoteOverrides: [{ key, code: 'QUOTE_ALTERED', reason: 'Heard on the tape.' }] },
    });
    const { docs } = await newsroom.payload.find({
      collection: 'audit-entries',
      where: { and: [{ article: { equals: id } }, { action: { equals: 'overrideFinding' } }] },
      depth: 0,
    });
    expect(docs).toMatchObject([{ from: 'QUOTE_ALTERED', reason: 'Heard on the tape.' }]);

    await write(SAID.replace('eleven', 'thirteen'));
    expect((await act('writer', id, 'submit')).status).toBe(422);
  });

  it('is overridden by no client that writes the decision itself', async () => {
    const { id } = await quoted({ text: SAID.replace('eleven', 'twelve') });
    const [finding] = await findings(id);
    const forged = [
      {
        key: finding?.key,
        code: 'QUOTE_ALTERED',
        words: 'x',
        reason: 'x',
        byName: 'x',
        at: '2025-01-01T00:00:00.000Z',
      },
    ];
    await newsroom.rest('PATCH', `/articles/${id}`, {
      as: 'admin',
      body: { quoteOverrides: forged },
    });
    await newsroom.payload.update({
      collection: 'articles',
      id,
      data: { quoteOverrides: forged },
      draft: true,
    });
    expect((await findings(id)).find(({ key }) => key === finding?.key)).toMatchObject({
      severity: 'error',
      override: null,
    });
  });
});

describe('the other findings', () => {
  it('come of the text, the record and other records', async () => {
    await quoted({ quote: { speaker: bruno } });
    const { id, quoteId } = await quoted({
      text: `“${WORDS},” Bruno Quay, a ferryman, said. “Nobody told us when it would come,” Quay said.`,
      quote: { verification: { status: 'disputed' } },
      people: [bruno],
    });
    const found = await findings(id);
    expect(found.map(({ code, severity }) => `${code} ${severity}`).sort()).toEqual([
      'QUOTE_CONFLICT warning',
      'QUOTE_DISPUTED error',
      'QUOTE_MISATTRIBUTED error',
      'QUOTE_UNRECORDED error',
    ]);
    for (const { code, subject } of found) {
      const expected = code === 'QUOTE_UNRECORDED' ? 'sections' : 'quotes';
      expect(subject?.collection, code).toBe(expected);
      if (expected === 'quotes') expect(subject?.id).toBe(quoteId);
    }
  });

  it('name a role that was not in force on the day', async () => {
    const person = await newsroom.payload.create({
      collection: 'people',
      data: {
        name: 'Dora Weir',
        roles: [{ title: 'Mayor', from: '2020-01-01', to: '2022-12-31' }],
      },
    });
    const { id } = await quoted({
      text: `“${WORDS},” Dora Weir said.`,
      quote: {
        speaker: person.id,
        speakerRole: 'Mayor of Port Hallow',
        occasion: { date: '2024-03-01T00:00:00.000Z' },
        verification: { status: 'verified' },
        text: `${WORDS}.`,
      },
    });
    const codes = (await findings(id)).map(({ code }) => code);
    expect(codes).toContain('QUOTE_ROLE_NOT_IN_FORCE');
  });

  it('weigh what the settings say, which the history keeps', async () => {
    const { id } = await quoted();
    expect((await act('writer', id, 'submit')).status).toBe(200);
    await setRules({ unverified: 'block' });
    const { contentHash } = await overview(id);
    const refused = await act('editor', id, 'approve', { contentHash });
    expect(refused.status).toBe(422);
    expect(refused.body.errors[0].data.issues).toMatchObject([{ code: 'QUOTE_UNVERIFIED' }]);
    await setRules({ unverified: 'off' });
    expect((await act('editor', id, 'approve', { contentHash })).status).toBe(200);
    await setRules({ unverified: 'warn' });
    const { docs } = await newsroom.payload.find({
      collection: 'audit-entries',
      where: { action: { equals: 'settings' } },
      sort: 'at',
      depth: 0,
    });
    expect(docs.map(({ to }) => to)).toEqual([
      'quotes unverified: block',
      'quotes unverified: off',
      'quotes unverified: warn',
    ]);
  });

  it('keep an edition from going out that something was found about since its approval', async () => {
    const words = 'Nobody else had seen the harbour so bright';
    const { id, quoteId } = await quoted({
      text: `“${words},” Ada Quill, the harbour master, said.`,
      quote: { text: words, verification: { status: 'verified' } },
    });
    await setRules({ conflicting: 'block', unverified: 'block' });
    await act('writer', id, 'submit');
    const { contentHash } = await overview(id);
    const approved = await act('editor', id, 'approve', { contentHash });
    expect(approved.status, approved.text).toBe(200);

    await newsroom.rest('PATCH', `/quotes/${quoteId}`, {
      as: 'fact-checker',
      body: { verification: { status: 'unverified' } },
    });
    const other = await newsroom.payload.create({
      collection: 'quotes',
      data: { text: words, speaker: bruno },
      draft: true,
    });
    const refused = await act('publisher', id, 'publish');
    expect(refused.status, refused.text).toBe(422);
    const { issues } = refused.body.errors[0].data;
    expect(issues.map(({ code }: QuoteFinding) => code).sort()).toEqual([
      'QUOTE_CONFLICT',
      'QUOTE_UNANSWERED',
    ]);
    // What an editor overrides goes out; what is settled is not told any more.
    await newsroom.payload.delete({ collection: 'quotes', id: other.id });
    const unanswered = issues.find(({ code }: QuoteFinding) => code === 'QUOTE_UNANSWERED');
    expect((await override(id, unanswered.key)).status).toBe(200);
    const published = await act('publisher', id, 'publish');
    expect(published.status, published.text).toBe(200);
    await setRules({ conflicting: 'warn', unverified: 'warn' });
  });

  it('let go what the approver knew, whatever the rules say later', async () => {
    const { id } = await quoted();
    await act('writer', id, 'submit');
    const { contentHash } = await overview(id);
    expect((await act('editor', id, 'approve', { contentHash })).status).toBe(200);
    await setRules({ unverified: 'block' });
    expect((await act('publisher', id, 'publish')).status).toBe(200);
    await setRules({ unverified: 'warn' });
  });

  it('keep an edition from going out whose quotation is disputed since its approval', async () => {
    const { id, quoteId } = await quoted();
    await act('writer', id, 'submit');
    const { contentHash } = await overview(id);
    expect((await act('editor', id, 'approve', { contentHash })).status).toBe(200);
    await newsroom.rest('PATCH', `/quotes/${quoteId}`, {
      as: 'fact-checker',
      body: { verification: { status: 'disputed', note: 'The tape says otherwise.' } },
    });
    await setRules({ disputed: 'block' });
    const nextWeek = new Date(Date.now() + 7 * 24 * 60 * 60 * 1000);
    const schedule = { wallTime: nextWeek.toISOString().slice(0, 16), zone: 'UTC' };
    for (const [action, body] of [
      ['publish', {}],
      ['schedule', schedule],
    ] as const) {
      const refused = await act('publisher', id, action, body);
      expect(refused.status, refused.text).toBe(422);
      expect(refused.body.errors[0].data.issues).toMatchObject([{ code: 'QUOTE_DISPUTED' }]);
    }
    await setRules({ disputed: 'warn' });
    expect((await act('publisher', id, 'publish')).status).toBe(200);
  });
});

describe('a quotation that no quote records', () => {
  it.each([
    ['headline', { headline: '“I took the money from the council,” says Ada Quill' }],
    ['leadImageCaption', { leadImageCaption: 'Ada Quill: “I took the money from the council.”' }],
    ['seoTitle', { seoTitle: '“I took the money from the council,” says Ada Quill' }],
  ])('stops an approval in the field %s, until an editor decides', async (field, change) => {
    const { id } = await quoted();
    const written = await newsroom.rest('PATCH', `/articles/${id}`, { as: 'writer', body: change });
    expect(written.status, written.text).toBe(200);
    const refused = await act('writer', id, 'submit');
    expect(refused.status, refused.text).toBe(422);
    const [issue] = refused.body.errors[0].data.issues;
    expect(issue).toMatchObject({ code: 'QUOTE_UNRECORDED', field });
    expect((await override(id, issue.key)).status).toBe(200);
    expect((await act('writer', id, 'submit')).status).toBe(200);
    const { contentHash } = await overview(id);
    expect((await act('editor', id, 'approve', { contentHash })).status).toBe(200);
    expect((await act('publisher', id, 'publish')).status).toBe(200);
  });
});

it('stops the approval of words shortened to their opposite, with the whole sentence', async () => {
  const record = 'I do not support it at all';
  const { id } = await quoted({
    text: '“I … support it at all,” Ada Quill said.',
    quote: { text: record },
  });
  expect((await act('writer', id, 'submit')).status).toBe(200);
  const { contentHash } = await overview(id);
  const refused = await act('editor', id, 'approve', { contentHash });
  expect(refused.status, refused.text).toBe(422);
  expect(refused.body.errors[0].data.issues).toMatchObject([
    { code: 'QUOTE_TURNED', sentence: { whole: record, shown: 'I … support it at all,' } },
  ]);
});
