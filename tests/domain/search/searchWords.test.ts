import { describe, expect, it } from 'vitest';

import { searchWords } from '../../../src/domain/search/searchWords';

describe('the words that something is found by', () => {
  it('are small, without accents and each there once', () => {
    expect(searchWords('Ørsted’s Café: the CAFÉ of Łódź', 'Straße')).toEqual([
      'orsted',
      's',
      'cafe',
      'the',
      'of',
      'lodz',
      'strasse',
    ]);
  });

  it('are none of nothing, and never endless', () => {
    expect(searchWords(null, undefined, '', '“—”')).toEqual([]);
    expect(searchWords(Array.from({ length: 500 }, (_, n) => `w${n}`).join(' '))).toHaveLength(80);
  });

  it('hold nothing that means something to a regular expression', () => {
    expect(searchWords('.*(a|b)[c]$ {2}').join('')).toMatch(/^[a-z0-9]+$/);
  });
});
