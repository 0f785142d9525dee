import { cpuUsage } from 'node:process';

import { describe, expect, it } from 'vitest';

import { differenceOf, pairQuotations } from '../../../src/domain/quotations/pairQuotations';
import { standingOfQuote } from '../../../src/domain/quotations/standingOfQuote';
import { findQuotes } from '../../../src/domain/quotes/findQuotes';
import { verifierOf } from '../../../src/domain/quotes/verifyQuote';

const RECORD = 'The lamp was never out, and the keeper never slept.';

/** What becomes of the first of these records in a text. */
function check(text: string, ...records: string[]) {
  const quotations = findQuotes(text);
  const quotes = records.map((words, index) => ({ id: `q${index}`, text: words }));
  const pairs = pairQuotations({ quotations, quotes });
  const verify = verifierOf(text);
  const standing = standingOfQuote({ quote: 0, quotes, text, verify, quotations, pairs });
  return { pairs, standing };
}

describe('a quotation in the text and its record', () => {
  it.each([
    ['the same words', `“${RECORD}” Ada Quill said.`, RECORD],
    ['other marks', `"${RECORD}" Ada Quill said.`, `‘${RECORD}’`],
    ['a comma for the stop', '“The lamp was never out,” she said.', 'The lamp was never out.'],
    [
      'words of the speaker interrupted by the writer',
      '“The lamp was never out,” Ada Quill said, “and the keeper never slept.”',
      RECORD,
    ],
    ['a gap that is shown', '“The lamp was never out … the keeper never slept.”', RECORD],
    ['no marks around them', `It is true. ${RECORD} So it was told.`, RECORD],
  ])('agree by %s', (_what, text, record) => {
    expect(check(text, record).standing).toEqual({ status: 'faithful' });
  });

  it('differ by one letter, which is shown', () => {
    const { standing } = check(
      '“The lamb was never out, and the keeper never slept,” she said.',
      RECORD,
    );
    expect(standing).toMatchObject({
      status: 'altered',
      words: 'The lamb was never out, and the keeper never slept,',
    });
    expect(standing).toHaveProperty(
      'difference',
      expect.arrayContaining([
        { kind: 'removed', text: ' lamb' },
        { kind: 'added', text: ' lamp' },
      ]),
    );
  });

  it('differ when the text puts more words into the mouth', () => {
    const { standing } = check(`“${RECORD} Nobody helped us,” she said.`, RECORD);
    expect(standing).toMatchObject({ status: 'altered' });
  });

  it('agree when other records of the section have the further words', () => {
    const { standing } = check(
      `“${RECORD} Nobody helped us,” she said.`,
      RECORD,
      'Nobody helped us',
    );
    expect(standing).toEqual({ status: 'faithful' });
  });

  it('differ when the text silently leaves words out at the edge', () => {
    const { standing } = check('“The lamp was never out,” she said.', RECORD);
    expect(standing).toMatchObject({ status: 'shortened' });
  });

  it('differ when the text does not have the words at all', () => {
    expect(check('“Something else altogether,” she said.', RECORD).standing).toEqual({
      status: 'missing',
    });
  });

  it('do not belong together when the record stands elsewhere and this only resembles it', () => {
    const { pairs } = check(
      `“${RECORD}” she said. “The lamp was never out, and the keeper never ate,” he said.`,
      RECORD,
    );
    expect(pairs).toEqual([{ quote: 0, fit: { kind: 'exact' } }, null]);
  });

  it('do not belong together by two short words alone', () => {
    expect(check('It was “very bad” for us.', 'very sad').pairs).toEqual([null]);
  });
});

describe('many and long quotations', () => {
  /** Words of a small stock, so that every record resembles every other. */
  const speech = (seed: number, words: number): string[] =>
    Array.from({ length: words }, (_, at) => `word${(seed * 7919 + at * at * 31 + at * 17) % 397}`);
  const alter = (words: readonly string[]): string =>
    words.map((word, at) => (at % 10 === 9 ? `${word}x` : word)).join(' ');
  const pair = (count: number, words: number) => {
    const spoken = Array.from({ length: count }, (_, index) => speech(index + 1, words));
    const started = cpuUsage();
    const pairs = pairQuotations({
      quotations: spoken.map((one) => ({ text: alter(one) })),
      quotes: spoken.map((one, index) => ({ id: `q${index}`, text: one.join(' ') })),
    });
    return { pairs, milliseconds: cpuUsage(started).user / 1000 };
  };

  // Ten times the goals that bench/pairing.ts prints: a busy machine is no fault, the square is.
  it.each([
    [300, 60, 1000],
    [5, 2000, 500],
  ])('are paired without delay: %i of %i words', (count, words, limit) => {
    const { pairs, milliseconds } = pair(count, words);
    expect(pairs.map((found) => found?.quote)).toEqual(pairs.map((_, at) => at));
    expect(pairs.every((found) => found?.fit.kind === 'altered')).toBe(true);
    expect(milliseconds).toBeLessThan(limit);
  });

  it('find the words of a long record that the text changed in one place', () => {
    const words = speech(3, 2000);
    const text = [...words.slice(0, 700), 'never', ...words.slice(701)].join(' ');
    const record = words.join(' ');
    const [found] = pairQuotations({ quotations: [{ text }], quotes: [{ id: 'q', text: record }] });
    expect(found?.fit.kind).toBe('altered');
    if (found?.fit.kind !== 'altered') return;
    const changed = differenceOf(text, record, found.fit).filter(({ kind }) => kind !== 'same');
    expect(changed.map((part) => part.text.trim())).toEqual(['never', words[700]]);
  });

  it('compare no record of 20,000 words', () => {
    const text = speech(1, 20_000).join(' ');
    expect(pairQuotations({ quotations: [{ text }], quotes: [{ id: 'q', text }] })).toEqual([null]);
  });

  it('keep the record that shares the most words where many share some', () => {
    const records = Array.from({ length: 200 }, (_, index) => ({
      id: `q${index}`,
      text: `We shall open the gate number ${index} to everybody on Monday`,
    }));
    const [found] = pairQuotations({
      quotations: [{ text: 'We shall open the gate number 117 to nobody on Monday' }],
      quotes: records,
    });
    expect(found).toMatchObject({ quote: 117, fit: { kind: 'altered' } });
  });
});
