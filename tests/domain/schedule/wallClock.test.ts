import { expect, it } from 'vitest';

import {
  daysOf,
  shiftDay,
  shiftMonth,
  shiftWallTime,
} from '../../../src/domain/schedule/wallClock';

it.each([
  ['2026-03-29T01:30', 60, '2026-03-29T02:30'],
  ['2026-12-31T23:45', 15, '2027-01-01T00:00'],
  ['2028-03-01T00:10', -60, '2028-02-29T23:10'],
])('turns the hands of %s by %i minutes, whatever clocks of zones do', (from, minutes, to) => {
  expect(shiftWallTime(from, minutes)).toBe(to);
});

it('turns leaves by days and by months', () => {
  expect(shiftDay('2027-02-28', 1)).toBe('2027-03-01');
  expect(shiftMonth('2027-01-31', 1)).toBe('2027-02-28');
  expect(shiftMonth('2027-01-15', -1)).toBe('2026-12-15');
});

it('has weeks that begin on Monday', () => {
  for (const day of ['2026-11-23', '2026-11-26', '2026-11-29']) {
    expect(daysOf('week', day)).toEqual(
      ['23', '24', '25', '26', '27', '28', '29'].map((date) => `2026-11-${date}`),
    );
  }
  expect(daysOf('day', '2026-11-26')).toEqual(['2026-11-26']);
});

it.each([
  ['2026-11-24', '2026-10-26', '2026-12-06', 42],
  ['2027-02-03', '2027-02-01', '2027-02-28', 28],
  ['2026-12-31', '2026-11-30', '2027-01-03', 35],
])('shows the month of %s in whole weeks', (day, first, last, count) => {
  const days = daysOf('month', day);
  expect([days[0], days.at(-1), days.length]).toEqual([first, last, count]);
});
