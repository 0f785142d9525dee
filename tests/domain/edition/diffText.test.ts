import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diffText, type TextPart } from '../../../src/domain/edition/diffText';

const without = (kind: TextPart['kind'], parts: TextPart[]): string =>
  parts.map((part) => (part.kind === kind ? '' : part.text)).join('');

/** Texts of few different words, so that two of them have much in common. */
const prose = fc
  .array(
    fc.constantFrom('the ', 'quay', ' is', ' shut', ', ', '.', '\n\n', ' ', '’', 'é', '港口'),
    {
      maxLength: 40,
    },
  )
  .map((words) => words.join(''));

describe('diffText', () => {
  it('leads from the one text to the other, character for character', () => {
    const text = fc.oneof(prose, fc.string({ unit: 'binary' }));
    fc.assert(
      fc.property(text, text, (before, after) => {
        const parts = diffText(before, after);
        expect(without('added', parts)).toBe(before);
        expect(without('removed', parts)).toBe(after);
        expect(parts.every(({ text }) => text !== '')).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('has nothing to tell of a text that stayed', () => {
    fc.assert(
      fc.property(prose, (text) => {
        expect(diffText(text, text)).toEqual(text ? [{ kind: 'same', text }] : []);
      }),
    );
  });

  it('shows a changed word and leaves the rest alone', () => {
    expect(diffText('The quay shut in 2029.', 'The quay shut in 2031.')).toEqual([
      { kind: 'same', text: 'The quay shut in' },
      { kind: 'removed', text: ' 2029' },
      { kind: 'added', text: ' 2031' },
      { kind: 'same', text: '.' },
    ]);
  });

  it('shows an added paragraph as one addition', () => {
    expect(diffText('One stays.\n\nTwo stays.', 'One stays.\n\nNew here.\n\nTwo stays.')).toEqual([
      { kind: 'same', text: 'One stays.\n\n' },
      { kind: 'added', text: 'New here.\n\n' },
      { kind: 'same', text: 'Two stays.' },
    ]);
  });

  it('matches a changed paragraph with what it was, although others came and went', () => {
    const before = 'Cut this one.\n\nThe old quay shut on Tuesday after cracks.';
    const after = 'Brand new words.\n\nAnother bit.\n\nThe old quay shut on Friday after cracks.';
    expect(diffText(before, after).map(({ kind, text }) => [kind, text])).toEqual([
      ['removed', 'Cut this one.\n\n'],
      ['added', 'Brand new words.\n\nAnother bit.\n\n'],
      ['same', 'The old quay shut on'],
      ['removed', ' Tuesday'],
      ['added', ' Friday'],
      ['same', ' after cracks.'],
    ]);
  });

  it('shows a rewritten passage as a whole, not as a patchwork', () => {
    const before = 'Engineers found deep cracks below the waterline, the port said.';
    const after = 'Nobody, a spokesman insisted, ever worried about the old stones.';
    expect(diffText(before, after)).toEqual([
      { kind: 'removed', text: before },
      { kind: 'added', text: after },
    ]);
  });

  it('stays exact where a very long paragraph is too changed to look at every word', () => {
    const words = Array.from({ length: 4000 }, (_, index) => `w${index}`);
    const before = words.join(' ');
    const after = words.map((word, index) => (index % 3 ? word : `${word}x`)).join(' ');
    expect(diffText(before, after)).toEqual([
      { kind: 'removed', text: before },
      { kind: 'added', text: after },
    ]);
  });

  it('finds words in a language without spaces', () => {
    expect(
      diffText('港口关闭了。', '港口开放了。').filter(({ kind }) => kind === 'same')[0]?.text,
    ).toBe('港口');
  });
});
