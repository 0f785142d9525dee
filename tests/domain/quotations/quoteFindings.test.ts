import { describe, expect, it } from 'vitest';

import type { QuoteDocument, WorkingCopy } from '../../../src/domain/edition/WorkingCopy';
import { anchorIn } from '../../../src/domain/quotations/anchorIn';
import { quoteFindings } from '../../../src/domain/quotations/quoteFindings';
import { quoteRules } from '../../../src/domain/quotations/quoteRules';
import { lexicalFromParagraphs } from '../../../src/domain/richText/lexicalFromParagraphs';

const WORDS = 'The gate is open to everybody now.';
const TEXT = `“${WORDS}” Quill said.`;

const ada = {
  id: 'ada',
  name: 'Ada Quill',
  aliases: ['Quill'],
  roles: [
    { title: 'harbour master', from: '2020-01-01', to: '2022-12-31' },
    { title: 'mayor', from: '2023-01-01' },
  ],
};
const bruno = { id: 'bruno', name: 'Bruno Quay', aliases: ['Quay'], roles: [] };

const recorded = (more: Partial<QuoteDocument> = {}): QuoteDocument => ({
  id: 'q1',
  text: WORDS,
  speaker: 'ada',
  kind: 'direct',
  verification: { status: 'verified' },
  ...more,
});

function findings({
  text = TEXT,
  quotes = [recorded()],
  ...more
}: {
  text?: string;
  quotes?: QuoteDocument[];
} & Partial<Omit<Parameters<typeof quoteFindings>[0], 'workingCopy'>> = {}) {
  const workingCopy: WorkingCopy = {
    article: {
      id: 'a1',
      standfirst: 'Harbour master Ada Quill and Bruno Quay, a ferryman, meet.',
      sections: ['s1'],
    },
    sections: [
      {
        id: 's1',
        heading: 'The gate',
        body: lexicalFromParagraphs([text]),
        quotes: quotes.map(({ id }) => id),
      },
    ],
    quotes,
    people: [ada, bruno],
    topics: [],
    media: [],
    asOf: '2025-01-01',
  };
  return quoteFindings({
    workingCopy,
    people: [ada, bruno],
    dismissed: new Map(),
    sameWords: [],
    overrides: [],
    rules: quoteRules(null),
    ...more,
  });
}

/** As somebody's word that they heard it is stored. */
const VOUCHED = { way: 'present', byName: 'Dora Weir', hash: 'aa' };

describe('the findings about quotations', () => {
  it('are none where text and record agree', () => {
    expect(findings()).toEqual([]);
  });

  it('name section, words and the difference of an altered quotation, and block', () => {
    expect(findings({ text: TEXT.replace('gate', 'date') })).toMatchObject([
      {
        code: 'QUOTE_ALTERED',
        severity: 'error',
        blocks: 'submit',
        field: 'sections.0.quotes.0',
        subject: { collection: 'sections', id: 's1' },
        message:
          'In section “The gate”, “The date is open to everybody now.” is not what was said: the text says “date” where the record says “gate”. Put the text right, or the record if the source says so.',
      },
    ]);
  });

  it.each([
    ['QUOTE_MISSING', 'error', { text: 'Nobody spoke.' }],
    ['QUOTE_UNRECORDED', 'error', { quotes: [] }],
    ['QUOTE_UNATTRIBUTED', 'error', { text: '“The tide came in on its own.”', quotes: [] }],
    ['QUOTE_SHORTENED', 'warning', { text: '“The gate is open,” Quill said.' }],
    ['QUOTE_MISATTRIBUTED', 'error', { text: `“${WORDS}” Bruno Quay said.` }],
    [
      'QUOTE_MISATTRIBUTED',
      'error',
      { quotes: [recorded({ speaker: null, attribution: 'a fisher' })] },
    ],
    ['QUOTE_DISPUTED', 'error', { quotes: [recorded({ verification: { status: 'disputed' } })] }],
    ['QUOTE_UNANSWERED', 'error', { quotes: [recorded({ verification: null })] }],
    [
      'QUOTE_UNANSWERED',
      'error',
      { quotes: [recorded({ verification: null, vouching: VOUCHED, origin: 'generated' })] },
    ],
    [
      'QUOTE_ROLE_NOT_IN_FORCE',
      'warning',
      { quotes: [recorded({ speakerRole: 'Harbour master', occasion: { date: '2024-05-01' } })] },
    ],
    [
      'QUOTE_CONFLICT',
      'warning',
      { sameWords: [{ quote: 'q1', other: 'q9', speaker: 'Bruno Quay' }] },
    ],
  ])('tell of %s as %s', (code, severity, setting) => {
    expect(findings(setting).map((finding) => [finding.code, finding.severity])).toEqual([
      [code, severity],
    ]);
  });

  it.each([
    ['a role of the day', recorded({ speakerRole: 'Mayor', occasion: { date: '2024-05-01' } })],
    ['an unknown role', recorded({ speakerRole: 'Poet', occasion: { date: '2024-05-01' } })],
    ['a role without a date', recorded({ speakerRole: 'Harbour master' })],
    ['a description that fits', recorded({ speaker: null, attribution: 'Mayor Quill' })],
  ])('say nothing about %s', (_what, quote) => {
    expect(findings({ quotes: [quote] })).toEqual([]);
  });

  it('want nobody to answer for what is in our own words', () => {
    const quote = recorded({ kind: 'indirect', verification: null });
    expect(findings({ quotes: [quote] }).map(({ rule }) => rule)).not.toContain('unanswered');
  });

  it('do not hold words in our own against the text', () => {
    const quote = recorded({ kind: 'indirect', text: 'that everybody may come' });
    const codes = findings({ text: 'Quill said that all may come.', quotes: [quote] });
    expect(codes).toEqual([]);
  });

  it('leave out what was dismissed, wherever it stands now', () => {
    const anchor = anchorIn('“We waited for years,” Quill said.', { start: 1, end: 21 });
    const dismissed = new Map([['s1', [anchor]]]);
    const text = `Before. “We waited for years,” Quill said.`;
    expect(findings({ text, quotes: [], dismissed })).toEqual([]);
    expect(findings({ text, quotes: [] })).toHaveLength(1);
  });

  it('weigh what the newsroom says they weigh', () => {
    const unverified = { quotes: [recorded({ verification: null, vouching: VOUCHED })] };
    expect(findings(unverified)).toEqual([]);
    const rules = (level: 'off' | 'block') => quoteRules({ unverified: level });
    expect(findings({ ...unverified, rules: rules('off') })).toEqual([]);
    expect(findings({ ...unverified, rules: rules('block') })).toMatchObject([
      { severity: 'error', blocks: 'approve' },
    ]);
  });

  it('only warn once overridden, until the words change', () => {
    const altered = TEXT.replace('gate', 'date');
    const [finding] = findings({ text: altered });
    const overrides = [
      { key: finding?.key ?? '', reason: 'She said date.', byName: 'The editor', at: '2025-01-01' },
    ];
    const [overridden] = findings({ text: altered, overrides });
    expect(overridden).toMatchObject({ severity: 'warning', override: { byName: 'The editor' } });
    expect(overridden?.message).toContain('Overridden by The editor: “She said date.”');
    expect(findings({ text: TEXT.replace('gate', 'fate'), overrides })).toMatchObject([
      { severity: 'error', override: null },
    ]);
  });
});
