import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeText, type MergePart } from '../../../src/domain/edition/mergeText';

const base = 'One.\n\nTwo.\n\nThree.';
const text = (parts: MergePart[], side: 'base' | 'yours' | 'theirs'): string =>
  parts.flatMap((part) => (part.kind === 'agreed' ? part.paragraphs : part[side])).join('\n\n');
const isClean = (parts: MergePart[]): boolean => parts.every(({ kind }) => kind === 'agreed');
const story = fc
  .array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 8 })
  .map((p) => p.join('\n\n'));

describe('mergeText', () => {
  it('takes each paragraph from the one who changed it, even side by side', () => {
    const parts = mergeText({
      base,
      yours: 'One, mine.\n\nTwo.\n\nThree.',
      theirs: 'One.\n\nTwo, theirs.\n\nThree.\n\nFour.',
    });
    expect(parts).toEqual([
      { kind: 'agreed', paragraphs: ['One, mine.', 'Two, theirs.', 'Three.', 'Four.'] },
    ]);
  });

  it('leaves a paragraph that both changed to a person', () => {
    const parts = mergeText({
      base,
      yours: 'One.\n\nMine.\n\nThree.',
      theirs: 'One.\n\nTheirs.\n\nThree.',
    });
    expect(parts).toEqual([
      { kind: 'agreed', paragraphs: ['One.'] },
      { kind: 'conflict', base: ['Two.'], yours: ['Mine.'], theirs: ['Theirs.'] },
      { kind: 'agreed', paragraphs: ['Three.'] },
    ]);
  });

  it('does not guess the order of two insertions at one place', () => {
    const parts = mergeText({ base: 'One.', yours: 'One.\n\nMine.', theirs: 'One.\n\nTheirs.' });
    expect(isClean(parts)).toBe(false);
  });

  it('takes what both made of it alike', () => {
    fc.assert(
      fc.property(story, story, (old, both) => {
        const parts = mergeText({ base: old, yours: both, theirs: both });
        expect(isClean(parts)).toBe(true);
        expect(text(parts, 'yours')).toBe(both);
      }),
    );
  });

  it('takes the only change there is', () => {
    fc.assert(
      fc.property(story, story, (old, changed) => {
        const mine = mergeText({ base: old, yours: changed, theirs: old });
        const other = mergeText({ base: old, yours: old, theirs: changed });
        expect([isClean(mine), isClean(other)]).toEqual([true, true]);
        expect([text(mine, 'yours'), text(other, 'yours')]).toEqual([changed, changed]);
      }),
    );
  });

  it('loses no new paragraph of either side', () => {
    const add = (word: string) =>
      fc.tuple(story, fc.nat(8)).map(([kept, place]) => {
        const paragraphs = kept ? kept.split('\n\n') : [];
        paragraphs.splice(place, 0, word);
        return paragraphs.join('\n\n');
      });
    fc.assert(
      fc.property(story, add('mine'), add('theirs'), (old, yours, theirs) => {
        const parts = mergeText({ base: old, yours, theirs });
        expect(text(parts, 'yours')).toContain('mine');
        expect(text(parts, 'theirs')).toContain('theirs');
      }),
    );
  });
});
