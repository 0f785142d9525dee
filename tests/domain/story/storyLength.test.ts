import { describe, expect, it } from 'vitest';

import { storyLength } from '../../../src/domain/story/storyLength';

describe('storyLength', () => {
  it('counts words as a person would', () => {
    expect(storyLength('').words).toBe(0);
    expect(storyLength('“It’s 3.5 per cent – really,” she said.').words).toBe(7);
    expect(storyLength('Ein Haus, zwei Häuser.').words).toBe(4);
  });

  it('rounds to whole minutes, at least one', () => {
    expect(storyLength('word').minutes).toBe(1);
    expect(storyLength('word '.repeat(2380)).minutes).toBe(10);
  });
});
