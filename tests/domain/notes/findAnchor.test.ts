import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { findAnchor } from '../../../src/domain/notes/findAnchor';
import { anchorIn } from '../../../src/domain/quotations/anchorIn';
import type { TextSpan } from '../../../src/domain/quotes/TextSpan';

const TEXT =
  'The mayor of Port Hallow lit the lighthouse on Tuesday. She had waited for eleven years. ' +
  'The keeper said that the light would burn until morning.\n\nThe mayor of Port Hallow thanked ' +
  'the keeper, and the keeper thanked the mayor. Nobody asked who would pay for the oil.';

const at = (text: string, words: string, from = 0): TextSpan => {
  const start = text.indexOf(words, from);
  if (start < 0) throw new Error(`“${words}” is not in the text.`);
  return { start, end: start + words.length };
};
/** The words that an anchor made in one text finds in another. */
function found(before: string, span: TextSpan, after: string): string | null {
  const where = findAnchor(after, anchorIn(before, span));
  return where && after.slice(where.start, where.end);
}

describe('findAnchor', () => {
  it('tells the same words in two places from each other, whatever is put before them', () => {
    const second = at(TEXT, 'The mayor of Port Hallow', 20);
    const after = `A paragraph that is new.\n\n${TEXT}`;
    const where = findAnchor(after, anchorIn(TEXT, second));
    expect(where?.start).toBe(second.start + 'A paragraph that is new.\n\n'.length);
    expect(findAnchor(after, anchorIn(TEXT, at(TEXT, 'The mayor of Port Hallow')))?.start).toBe(26);
  });

  it.each([
    ['a letter', 'eleven years', 'eleven yeers', 'eleven yeers'],
    [
      'a word put in',
      'the light would burn',
      'the old light would burn',
      'the old light would burn',
    ],
    [
      'a clause put in',
      'waited for eleven years',
      'waited, as she never tired of telling the council, for eleven years',
      'waited, as she never tired of telling the council, for eleven years',
    ],
    ['a word taken out', 'thanked the keeper, and', 'thanked the keeper', 'thanked the keeper'],
  ])('follows words after an edit within them: %s', (_, words, edited, expected) => {
    expect(found(TEXT, at(TEXT, words), TEXT.replace(words, edited))).toBe(expected);
  });

  it('follows words that were changed and moved to other surroundings', () => {
    const words = 'Nobody asked who would pay for the oil.';
    const after = `Nobody asked who should pay for the oil. ${TEXT.replace(words, '')}`;
    expect(found(TEXT, at(TEXT, words), after)).toMatch(/^Nobody asked who should pay for the oil/);
  });

  it('finds nothing where the words were taken out, or only a small word like them is left', () => {
    const sentence = ' Nobody asked who would pay for the oil.';
    expect(found(TEXT, at(TEXT, 'Nobody asked'), TEXT.replace(sentence, ''))).toBeNull();
    expect(found(TEXT, at(TEXT, 'who'), TEXT.replace(sentence, ' But who?'))).toBeNull();
    expect(found(TEXT, at(TEXT, sentence), '')).toBeNull();
    expect(findAnchor('', anchorIn('', { start: 0, end: 0 }))).toBeNull();
  });

  it('finds them again when they come back', () => {
    const words = at(TEXT, 'for eleven years');
    const gone = { ...anchorIn(TEXT, words), start: null, end: null };
    expect(findAnchor(TEXT, gone)).toEqual(words);
  });
});

const word = fc.string({
  unit: fc.constantFrom(...'abcdefghiklmnoprstuw'.split('')),
  minLength: 2,
  maxLength: 9,
});
/** No word twice: where all words are alike, no one can say which were meant. */
const prose = fc
  .uniqueArray(word, { minLength: 30, maxLength: 90 })
  .map((words) => words.join(' '));

/** Some prose and some whole words of it. */
const chosen = fc
  .tuple(prose, fc.nat(), fc.integer({ min: 3, max: 8 }))
  .map(([text, seed, length]) => {
    const words = text.split(' ');
    const first = seed % (words.length - length);
    const start = words.slice(0, first).join(' ').length + (first > 0 ? 1 : 0);
    return { text, start, end: start + words.slice(first, first + length).join(' ').length };
  });

describe('findAnchor, for any text', () => {
  it('finds what it was made of exactly where it is', () => {
    fc.assert(
      fc.property(chosen, ({ text, start, end }) => {
        expect(findAnchor(text, anchorIn(text, { start, end }))).toEqual({ start, end });
      }),
    );
  });

  it('follows an edit of any size before or behind the words', () => {
    fc.assert(
      fc.property(chosen, prose, fc.nat(), fc.nat(), (span, put, place, cut) => {
        const { text, start, end } = span;
        const anchor = anchorIn(text, span);
        const before = Math.max(0, (place % (start + 1)) - 1);
        const taken = Math.min(before, cut % 40);
        const early = `${text.slice(0, before - taken)}${put} ${text.slice(before)}`;
        const moved = put.length + 1 - taken;
        expect(findAnchor(early, anchor)).toEqual({ start: start + moved, end: end + moved });
        const late = `${text.slice(0, end)} ${put}`;
        expect(findAnchor(late, anchor)).toEqual({ start, end });
      }),
    );
  });

  it('follows the words through small edits within them, one after the other', () => {
    fc.assert(
      fc.property(chosen, fc.array(fc.tuple(fc.nat(), word), { maxLength: 6 }), (span, edits) => {
        let { text } = span;
        let now: TextSpan = span;
        for (const [place, put] of edits) {
          const anchor = anchorIn(text, now);
          const where = now.start + 1 + (place % (now.end - now.start - 1));
          const want = { start: now.start, end: now.end + put.length };
          text = `${text.slice(0, where)}${put}${text.slice(where)}`;
          const found = findAnchor(text, anchor);
          expect(found).not.toBeNull();
          // Letters that repeat what stands beside them may count to either side.
          expect(Math.abs(Number(found?.start) - want.start)).toBeLessThanOrEqual(put.length);
          expect(Math.abs(Number(found?.end) - want.end)).toBeLessThanOrEqual(put.length);
          now = want;
        }
      }),
    );
  });

  it('stays within the text, and between whole characters, whatever both are', () => {
    const anything = fc.string({ unit: 'binary', maxLength: 60 });
    fc.assert(
      fc.property(anything, anything, fc.nat(), fc.nat(), (before, after, one, other) => {
        const [start = 0, end = 0] = [one, other]
          .map((n) => n % (before.length + 1))
          .sort((a, b) => a - b);
        const where = findAnchor(after, anchorIn(before, { start, end }));
        if (!where) return;
        expect(where.start).toBeGreaterThanOrEqual(0);
        expect(where.end).toBeGreaterThan(where.start);
        expect(where.end).toBeLessThanOrEqual(after.length);
      }),
    );
  });

  it('is quick with a long text that has none of it', () => {
    const text = 'the keeper and the mayor and the light '.repeat(1_500);
    const anchor = anchorIn(`${'the mayor and the keepers or the lights '.repeat(20)}`, {
      start: 0,
      end: 700,
    });
    const begin = performance.now();
    for (let round = 0; round < 3; round += 1) findAnchor(text, anchor);
    // A wrong order of growth takes minutes here.
    expect(performance.now() - begin).toBeLessThan(10_000);
  });
});
