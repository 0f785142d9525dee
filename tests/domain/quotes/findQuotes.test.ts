import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { findQuotes } from '../../../src/domain/quotes/findQuotes';
import type { QuoteLanguage } from '../../../src/domain/quotes/FoundQuote';

const wordsOf = (text: string, language: QuoteLanguage = 'en') =>
  findQuotes(text, { language }).map((quote) => quote.text);
const natureOf = (text: string) => findQuotes(text)[0]?.nature;

describe('findQuotes', () => {
  it.each([
    ['straight', 'She said, "The ferry is late," and left.', 'en', ['The ferry is late,']],
    ['curly', 'She said, “The ferry is late,” and left.', 'en', ['The ferry is late,']],
    ['doubled', "She said, ''The ferry is late,'' and left.", 'en', ['The ferry is late,']],
    ['mixed', 'She said, “The ferry is late," and left.', 'en', ['The ferry is late,']],
    ['single', "'It's late,' she said, 'isn't it?'", 'en', ["It's late,", "isn't it?"]],
    ['curly single', '‘It’s the workers’ boat,’ she said.', 'en', ['It’s the workers’ boat,']],
    ['guillemets', '« Le bac est en retard », a-t-elle dit.', 'fr', ['Le bac est en retard']],
    ['turned guillemets', 'Sie sagte: »Die Fähre ist spät.«', 'de', ['Die Fähre ist spät.']],
    ['low-high', '„Die Fähre ist spät“, sagte sie.', 'de', ['Die Fähre ist spät']],
    ['Spanish', '«El barco llega tarde», dijo ella.', 'es', ['El barco llega tarde']],
  ] as const)('finds %s marks', (_what, text, language, words) => {
    expect(wordsOf(text, language)).toEqual(words);
  });

  it.each([
    "The workers' boat isn't the mayor's, and the '90s are over.",
    "Rock 'n' roll, 'twas said, kept 'em awake.",
    'The pole is 6\' 2" long.',
    'An opening “ mark that nothing closes.',
  ])('takes no apostrophe or stray mark for a quotation: %s', (text) => {
    expect(wordsOf(text)).toEqual([]);
  });

  it('gives UTF-16 offsets with and without the marks', () => {
    const text = '🚢 She said, “It’s 🌊 late.”';
    const [quote] = findQuotes(text);
    expect(text.slice(quote?.start, quote?.end)).toBe('It’s 🌊 late.');
    expect(text.slice(quote?.outerStart, quote?.outerEnd)).toBe('“It’s 🌊 late.”');
  });

  it('leaves the space inside of French marks out of the words', () => {
    const [quote] = findQuotes('Il dit : «\u202fOui\u00a0».', { language: 'fr' });
    expect(quote?.text).toBe('Oui');
  });

  it('keeps a quotation inside of a quotation as its nested one', () => {
    const quotes = findQuotes('“She told me, ‘Row faster,’ and I did,” said the boy.');
    expect(quotes.map((quote) => quote.text)).toEqual(['She told me, ‘Row faster,’ and I did,']);
    expect(quotes[0]?.nested.map((quote) => quote.text)).toEqual(['Row faster,']);
  });

  it('follows speech over paragraphs that repeat the opening mark', () => {
    const quotes = findQuotes('“The first night was long.\n\n“The second was longer,” she said.');
    expect(quotes.map(({ text, isContinued }) => [text, isContinued])).toEqual([
      ['The first night was long.', true],
      ['The second was longer,', false],
    ]);
  });

  it('finds the later quotations of a paragraph whose first mark nothing closes', () => {
    expect(wordsOf('A 6" pole, said the mayor. "It is too short," she said.')).toEqual([
      'It is too short,',
    ]);
  });

  it('tells a sentence of speech from a part of the sentence of the writer', () => {
    const kinds = (text: string) => findQuotes(text).map((quote) => quote.kind);
    expect(kinds('“It is late,” she said, “and it is cold.”')).toEqual(['direct', 'direct']);
    expect(kinds('She called it “a slap in the face” on Monday.')).toEqual(['partial']);
    expect(kinds('He stated that “until January nothing happened here.”')).toEqual(['partial']);
  });

  it.each([
    ['title', 'She appeared on “Face the Harbour with Vera Lund,” which aired on Sunday.'],
    ['title', 'The bulletin, “Notes from the Roof,” appears weekly.'],
    ['term', 'The so-called “night ferry” sails at noon.'],
    ['term', 'Islanders use the word “scunner” for it.'],
    ['scare', 'The “experts” had never seen a boat.'],
    ['speech', 'The mayor called the plan “a slap in the face of the island” on Monday.'],
    ['speech', '“Yes,” she said.'],
  ] as const)('takes as %s: %s', (nature, text) => {
    expect(natureOf(text)).toBe(nature);
  });

  it('is surer of words beside a speech verb than of any others', () => {
    const confidence = (text: string) => findQuotes(text)[0]?.confidence ?? 0;
    const speech = confidence('“Nobody came,” she said.');
    const scare = confidence('The “experts” came.');
    const title = confidence('She watched “Notes from the Roof” at home.');
    expect(speech).toBeGreaterThan(scare);
    expect(scare).toBeGreaterThan(title);
  });

  it('gives back the words at its offsets, in order and apart, for any text', () => {
    const piece = fc.constantFrom(
      '"',
      '“',
      '”',
      '‘',
      '’',
      "'",
      "''",
      '«',
      '»',
      '„',
      ' ',
      '\n\n',
      'said',
      'isn’t',
      'Ada',
      '.',
      ',',
      '🚢',
      '(',
      '—',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const text = pieces.join('');
        let last = 0;
        for (const quote of findQuotes(text)) {
          expect(text.slice(quote.start, quote.end)).toBe(quote.text);
          expect(quote.text.trim()).not.toBe('');
          expect(quote.text).not.toContain('\n');
          expect(quote.outerStart).toBeGreaterThanOrEqual(last);
          // Words without an opening mark have none before them.
          expect(quote.outerStart).toBeLessThanOrEqual(quote.start);
          expect(quote.outerEnd).toBeGreaterThanOrEqual(quote.end);
          last = quote.outerEnd;
        }
      }),
      { numRuns: 500 },
    );
  });
});
