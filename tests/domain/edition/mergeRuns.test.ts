import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { mergeRuns, type MergePart } from '../../../src/domain/edition/mergeRuns';

const merge = (base: string[], mine: string[], theirs: string[]) =>
  mergeRuns({ base, mine, theirs, keyOf: (item) => item });
const side = (parts: MergePart<string>[], name: 'base' | 'mine' | 'theirs'): string[] =>
  parts.flatMap((part) => (part.kind === 'same' ? part.items : part[name]));
const byBoth = (parts: MergePart<string>[]): boolean =>
  parts.some((part) => part.kind === 'changed' && part.by === 'both');
const story = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 8 });

describe('mergeRuns', () => {
  it('says who changed what, even side by side', () => {
    expect(merge(['1', '2', '3'], ['1, mine', '2', '3'], ['1', '2, theirs', '3', '4'])).toEqual([
      { kind: 'changed', by: 'mine', base: ['1'], mine: ['1, mine'], theirs: ['1'] },
      { kind: 'changed', by: 'theirs', base: ['2'], mine: ['2'], theirs: ['2, theirs'] },
      { kind: 'same', items: ['3'] },
      { kind: 'changed', by: 'theirs', base: [], mine: [], theirs: ['4'] },
    ]);
  });

  it('leaves what both changed to a person', () => {
    expect(merge(['1', '2', '3'], ['1', 'mine', '3'], ['1', 'theirs', '3'])).toEqual([
      { kind: 'same', items: ['1'] },
      { kind: 'changed', by: 'both', base: ['2'], mine: ['mine'], theirs: ['theirs'] },
      { kind: 'same', items: ['3'] },
    ]);
  });

  it('does not guess the order of two insertions at one place', () => {
    expect(byBoth(merge(['1'], ['1', 'mine'], ['1', 'theirs']))).toBe(true);
  });

  it('holds the whole of either text, whatever was changed', () => {
    fc.assert(
      fc.property(story, story, story, (base, mine, theirs) => {
        const parts = merge(base, mine, theirs);
        expect(side(parts, 'mine')).toEqual(mine);
        expect(side(parts, 'theirs')).toEqual(theirs);
      }),
    );
  });

  it('has nothing to choose where both did the same or only one did anything', () => {
    fc.assert(
      fc.property(story, story, (old, changed) => {
        expect(merge(old, changed, changed)).toEqual(
          changed.length === 0 ? [] : [{ kind: 'same', items: changed }],
        );
        expect(byBoth(merge(old, changed, old))).toBe(false);
        expect(byBoth(merge(old, old, changed))).toBe(false);
      }),
    );
  });
});
