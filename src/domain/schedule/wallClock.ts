/**
 * Arithmetic on the face of a clock and the leaves of a calendar, which know no zones: whether there
 * is such a time in a zone, and which instant it is, says `resolveWallTime`.
 */

const MINUTE_MS = 60_000;
const DAYS_OF_WEEK = 7;

/** A wall time `YYYY-MM-DDTHH:mm` so many minutes on. */
export function shiftWallTime(wallTime: string, minutes: number): string {
  return new Date(Date.parse(`${wallTime.slice(0, 16)}Z`) + minutes * MINUTE_MS)
    .toISOString()
    .slice(0, 16);
}

/** A day `YYYY-MM-DD` so many days on. */
export function shiftDay(day: string, days: number): string {
  return shiftWallTime(`${day}T00:00`, days * 24 * 60).slice(0, 10);
}

/** The Monday of a day's week (ISO 8601). */
function mondayOf(day: string): string {
  const weekday = new Date(`${day}T00:00Z`).getUTCDay();
  return shiftDay(day, -((weekday + DAYS_OF_WEEK - 1) % DAYS_OF_WEEK));
}

/** The same day of a month so many months on, or the last one that is there. */
export function shiftMonth(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0));
  const there = Math.min(date, last.getUTCDate());
  return new Date(Date.UTC(last.getUTCFullYear(), last.getUTCMonth(), there))
    .toISOString()
    .slice(0, 10);
}

/** How much of a calendar is looked at: a month with the whole weeks it touches, a week, a day. */
export type CalendarSpan = 'month' | 'week' | 'day';

/** The days of the span that a day is in, in order. */
export function daysOf(span: CalendarSpan, day: string): string[] {
  if (span === 'day') return [day];
  const first = span === 'week' ? mondayOf(day) : mondayOf(`${day.slice(0, 7)}-01`);
  const nextMonth = shiftMonth(`${day.slice(0, 7)}-01`, 1);
  const end = span === 'week' ? shiftDay(first, DAYS_OF_WEEK) : mondayOf(shiftDay(nextMonth, 6));
  const days: string[] = [];
  for (let next = first; next < end; next = shiftDay(next, 1)) days.push(next);
  return days;
}
