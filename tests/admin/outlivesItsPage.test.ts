import { describe, expect, it } from 'vitest';

import { outlivesItsPage } from '../../src/admin/page/outlivesItsPage';

describe('a request that is to go on when its page is closed', () => {
  it('is measured in bytes, as browsers do, not in letters', () => {
    expect(outlivesItsPage('a'.repeat(50_000))).toBe(true);
    expect(outlivesItsPage('ж'.repeat(50_000))).toBe(false);
    expect(outlivesItsPage('a'.repeat(64 * 1024))).toBe(false);
  });
});
