import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { foldText } from '../../../src/domain/quotes/foldText';
import { verifyQuote } from '../../../src/domain/quotes/verifyQuote';

const TEXT =
  'The mayor spoke on Monday. “We’ve waited for this morning since the night of the storm — all 1,200 of us,” ' +
  'she said. “The ferry isn’t late; it is three winters early. Nobody here will complain about the noise.”';

const statusOf = (quote: string, text = TEXT) => verifyQuote({ quote, text }).status;

describe('verifyQuote', () => {
  it('finds the same words exactly, at their offsets', () => {
    const quote = 'Nobody here will complain about the noise.';
    const verdict = verifyQuote({ quote, text: TEXT });
    expect(verdict.status).toBe('exact');
    if (verdict.status === 'exact') expect(TEXT.slice(verdict.start, verdict.end)).toBe(quote);
  });

  it.each([
    [
      'marks and dashes',
      "We've waited for this morning since the night of the storm - all 1,200 of us",
    ],
    ['the last stop', 'The ferry isn’t late; it is three winters early,'],
    ['marks around it', '“Nobody here will complain about the noise.”'],
    ['spaces', 'Nobody  here\nwill\u00a0complain about the noise.'],
    ['invisible characters', 'No\u00adbody here will com\u200bplain about the noise.'],
  ])('takes other %s for the same words', (_what, quote) => {
    expect(statusOf(quote)).toBe('exact');
  });

  it('takes composed and decomposed letters for the same', () => {
    expect(statusOf('le café noir', 'Il a bu le cafe\u0301 noir.')).toBe('exact');
  });

  it.each([
    ['left out', 'We’ve waited … since the night of the storm', ['elision']],
    ['left out in brackets', 'We’ve waited [...] since the night of the storm', ['elision']],
    [
      'put in brackets',
      'We’ve waited for this morning since [that] night of the storm',
      ['insertion'],
    ],
    [
      'put at the beginning',
      '[The town has] waited for this morning since the night',
      ['insertion'],
    ],
    ['a capital in brackets', '[N]obody here will complain about the noise.', ['capital']],
    ['another first capital', 'nobody here will complain about the noise', ['capital']],
    [
      'left out, and a capital',
      '[I]t is … early. Nobody here will complain',
      ['capital', 'elision'],
    ],
  ])('calls elided what an editor has %s', (_what, quote, changes) => {
    const verdict = verifyQuote({ quote, text: TEXT });
    expect(verdict).toMatchObject({ status: 'elided' });
    if (verdict.status === 'elided') expect(new Set(verdict.changes)).toEqual(new Set(changes));
  });

  it('shows word by word what became of an altered quotation', () => {
    const verdict = verifyQuote({
      quote: 'The ferry is late; it is four winters early.',
      text: TEXT,
    });
    expect(verdict).toMatchObject({ status: 'altered' });
    if (verdict.status !== 'altered') return;
    const part = (kind: string) =>
      verdict.difference.filter((one) => one.kind === kind).map((one) => one.text.trim());
    expect(part('removed')).toEqual(["isn't", 'three']);
    expect(part('added')).toEqual(['is', 'four']);
    expect(TEXT.slice(verdict.start, verdict.end)).toBe(
      'The ferry isn’t late; it is three winters early.',
    );
    expect(verdict.similarity).toBeGreaterThan(0.7);
    expect(verdict.similarity).toBeLessThan(1);
  });

  it('calls altered an elided quotation with another word in it', () => {
    expect(statusOf('We’ve waited … since the end of the storm')).toBe('altered');
  });

  it.each(['Everybody hates the ferry and its dreadful horn', 'Row faster', '', '…', '— ,'])(
    'calls missing what nothing in the text is like: %j',
    (quote) => {
      expect(statusOf(quote)).toBe('missing');
    },
  );

  it.each([
    ['wait', 'a part of a word'],
    ['1,20', 'a part of a number'],
    ['1,200 of u', 'a word cut short'],
  ])('does not find %j, which is %s', (quote) => {
    expect(statusOf(quote)).not.toBe('exact');
  });

  it.each([
    ['is', 'The ferry isn’t late.'],
    ['5', 'It rose by 1.5 metres.'],
    ['5', 'It was -5 that night.'],
    ['5', 'It rose by 5% that night.'],
    ['x2', 'It is x² at last.'],
  ])('does not find %j in %j', (quote, text) => {
    expect(statusOf(quote, text)).not.toBe('exact');
  });
});

describe('a quotation with gaps', () => {
  it('does not cost more than the text is long, however many gaps it has', () => {
    const text = 'a b c d e '.repeat(2000);
    const quote = `${'a … b … c … d … e … '.repeat(4)}z`;
    expect(statusOf(quote, text)).not.toBe('exact');
  });

  it('does not bridge half a page', () => {
    const text = `We row on Monday. ${'Nobody sings here. '.repeat(60)}We sing on Friday.`;
    expect(statusOf('We row … on Friday', text)).not.toBe('elided');
    expect(statusOf('We row … Nobody sings', text)).toBe('elided');
  });
});

describe('every quotation', () => {
  const word = fc.constantFrom(
    'ferry',
    'storm',
    'pier',
    'isn’t',
    'Müller',
    '1,200',
    '5%',
    'the',
    'of',
    'we',
    'Café',
    'rows',
    'U.S.',
    'co-op',
  );
  const sentence = fc.array(word, { minLength: 3, maxLength: 20 });
  const inText = (words: string[]) => `He stood up. “${words.join(' ')}.” Then he sat down.`;

  it('is exact as it stands, with straight or curly marks', () => {
    fc.assert(
      fc.property(sentence, (words) => {
        expect(statusOf(words.join(' ').replaceAll('’', "'"), inText(words))).toBe('exact');
      }),
    );
  });

  it('is never exact once a letter or a digit is changed, dropped or added', () => {
    const characters = fc.constantFrom(...'abcxyzéßABCXYZ0123456789');
    fc.assert(
      fc.property(sentence, fc.nat(), characters, fc.nat(2), (words, at, character, how) => {
        const quote = words.join(' ');
        const places = [...quote.matchAll(/[\p{L}\p{N}]/gu)].map((match) => match.index);
        const place = places[at % places.length] ?? 0;
        const changed =
          how === 0
            ? quote.slice(0, place) + character + quote.slice(place + 1)
            : how === 1
              ? quote.slice(0, place) + quote.slice(place + 1)
              : quote.slice(0, place) + character + quote.slice(place);
        const text = inText(words);
        // The text may hold the changed words too: "the the" without a letter is still there.
        const isThere = ` ${foldText(text).text} `.includes(foldText(changed).text.trim());
        fc.pre(changed.trim() !== '' && !isThere);
        const status = statusOf(changed, text);
        expect(status).not.toBe('exact');
        // Only the case of the first letter is an editor's to change.
        const isFirstLetter = place === quote.search(/[\p{L}\p{N}]/u);
        if (!isFirstLetter) expect(status).not.toBe('elided');
      }),
      { numRuns: 1000 },
    );
  });

  it('is never exact where its letters and digits are not a run of those of the text', () => {
    const letters = (text: string) => foldText(text).text.replace(/[^\p{L}\p{N}]/gu, '');
    fc.assert(
      fc.property(sentence, sentence, (words, others) => {
        const text = inText(words);
        const verdict = verifyQuote({ quote: others.join(' '), text });
        if (verdict.status === 'exact') {
          const passage = text.slice(verdict.start, verdict.end);
          expect(letters(passage)).toBe(letters(others.join(' ')));
        } else if (verdict.status === 'altered') {
          const part = (kind: 'added' | 'removed') =>
            verdict.difference.filter((one) => one.kind === 'same' || one.kind === kind);
          const join = (kind: 'added' | 'removed') =>
            part(kind)
              .map((one) => one.text)
              .join('');
          expect(join('added')).toBe(foldText(others.join(' ')).text);
          expect(letters(join('removed'))).toBe(letters(text.slice(verdict.start, verdict.end)));
        }
      }),
      { numRuns: 500 },
    );
  });
});
