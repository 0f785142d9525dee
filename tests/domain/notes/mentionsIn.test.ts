import { describe, expect, it } from 'vitest';

import { commentParts, mentionsIn } from '../../../src/domain/notes/mentionsIn';

const COLLEAGUES = [
  { id: 'ann', name: 'Ann' },
  { id: 'annmarie', name: 'Ann Marie Quay' },
  { id: 'joerg', name: 'Jörg Straße' },
  { id: 'one', name: 'Bo Lind' },
  { id: 'two', name: 'Bo Lind' },
  { id: 'nameless', name: '' },
];

describe('mentionsIn', () => {
  it.each([
    ['@Ann, look', ['ann']],
    ['Ask @Ann Marie Quay.', ['annmarie']],
    ['@ann marie quay and @ANN', ['annmarie', 'ann']],
    ['(@Jörg Straße)', ['joerg']],
    ['@Bo Lind', ['one', 'two']],
    ['@Ann @Ann', ['ann']],
    ['write to mail@Ann or @Annabel', []],
    ['@ Ann, @, @@', []],
    ['@@Ann', ['ann']],
    ['', []],
  ])('finds in “%s” those who are called', (text, ids) => {
    expect(mentionsIn(text, COLLEAGUES)).toEqual(ids);
  });

  it('leaves every letter of the comment where it is', () => {
    const text = 'Well, @Ann Marie Quay: ask @bo lind, not @nobody.';
    const parts = commentParts(text, COLLEAGUES);
    expect(parts.map((part) => part.text).join('')).toBe(text);
    expect(parts.filter(({ people }) => people.length > 0).map((part) => part.text)).toEqual([
      '@Ann Marie Quay',
      '@bo lind',
    ]);
  });
});
