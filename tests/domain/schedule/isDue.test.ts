import { expect, it } from 'vitest';

import { isDue } from '../../../src/domain/schedule/isDue';
import { retryAfter } from '../../../src/domain/schedule/retryAfter';

it.each([
  ['2031-03-04T17:59:59.999Z', 'early'],
  ['2031-03-04T18:00:00.000Z', 'due'],
  ['2031-03-04T19:00:00.000Z', 'due'],
  ['2031-03-04T19:00:00.001Z', 'too_late'],
])('says at %s that an order for 18:00 is %s', (now, standing) => {
  expect(isDue({ at: '2031-03-04T18:00:00.000Z', now, lateLimitMinutes: 60 })).toBe(standing);
});

it('never lets go of an order whose time cannot be read', () => {
  expect(isDue({ at: 'soon', now: '2031-03-04T18:00:00.000Z', lateLimitMinutes: 60 })).toBe(
    'early',
  );
});

it('waits longer after each failed try, at most a minute, and gives up in the end', () => {
  const waits = Array.from({ length: 15 }, (_, index) => retryAfter(index + 1) ?? Infinity);
  expect(waits[0]).toBe(500);
  expect(waits).toEqual(waits.toSorted((a, b) => a - b));
  expect(Math.max(...waits)).toBe(60_000);
  expect(retryAfter(16)).toBeNull();
});
