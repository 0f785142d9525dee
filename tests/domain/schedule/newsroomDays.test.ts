import { expect, it } from 'vitest';

import { daySpan, wallTimeAt } from '../../../src/domain/schedule/newsroomDays';

it.each([
  // A day of 23 hours, one of 25, and one of 24 and a half.
  ['Europe/Amsterdam', '2026-03-29', '2026-03-28T23:00:00.000Z', '2026-03-29T22:00:00.000Z'],
  ['America/New_York', '2026-11-01', '2026-11-01T04:00:00.000Z', '2026-11-02T05:00:00.000Z'],
  ['Australia/Lord_Howe', '2026-04-05', '2026-04-04T13:00:00.000Z', '2026-04-05T13:30:00.000Z'],
])('begins and ends the day of %s on %s at its midnights', (zone, from, since, until) => {
  const to = new Date(Date.parse(from) + 86_400_000).toISOString().slice(0, 10);
  expect(daySpan({ from, to, zone })).toEqual({ since, until, days: 1 });
});

it('begins a day that has no midnight with its first minute', () => {
  // Clocks of Santiago go from 23:59 to 01:00.
  const span = daySpan({ from: '2026-09-06', to: '2026-09-07', zone: 'America/Santiago' });
  expect(span).toMatchObject({ since: '2026-09-06T04:00:00.000Z' });
});

it.each([
  ['2026-02-30', '2026-03-01'],
  ['2026-03-01', '2026-03-01'],
  ['2026-03-02', '2026-03-01'],
  ['tomorrow', '2026-03-01'],
  ['2026-3-1', '2026-03-02'],
  ['', ''],
])('is no span from “%s” to “%s”', (from, to) => {
  expect(daySpan({ from, to, zone: 'UTC' })).toBeNull();
});

it('reads the clock on the wall, seconds cut off', () => {
  expect(wallTimeAt('2026-07-01T16:30:59.999Z', 'Europe/Amsterdam')).toBe('2026-07-01T18:30');
  expect(wallTimeAt('2026-04-04T15:15:00.000Z', 'Australia/Lord_Howe')).toBe('2026-04-05T01:45');
});
