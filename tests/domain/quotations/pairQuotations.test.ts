import { describe, expect, it } from 'vitest';

import { pairQuotations } from '../../../src/domain/quotations/pairQuotations';
import { standingOfQuote } from '../../../src/domain/quotations/standingOfQuote';
import { findQuotes } from '../../../src/domain/quotes/findQuotes';

const RECORD = 'The lamp was never out, and the keeper never slept.';

/** What becomes of the first of these records in a text. */
function check(text: string, ...records: string[]) {
  const quotations = findQuotes(text);
  const quotes = records.map((words, index) => ({ id: `q${index}`, text: words }));
  const pairs = pairQuotations({ quotations, quotes });
  return { pairs, standing: standingOfQuote({ quote: 0, quotes, text, quotations, pairs }) };
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
