import type { CalendarItem } from '../../domain/schedule/CalendarItem';
import { wallTimeAt } from '../../domain/schedule/newsroomDays';

/** The zone of the browser. */
export function ownZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** "17:30", with the day where that is another one; null where the reader's clock shows the same. */
export function ownTime({ at, wallTime }: Pick<CalendarItem, 'at' | 'wallTime'>): string | null {
  const own = wallTimeAt(at, ownZone());
  if (own === wallTime) return null;
  const isSameDay = own.slice(0, 10) === wallTime.slice(0, 10);
  return isSameDay ? own.slice(11) : `${dayInWords(own, 'short')} ${own.slice(11)}`;
}

/** A day or the day of a wall time in words, in the language of the browser. */
export function dayInWords(wallTime: string, length: 'short' | 'long' = 'long'): string {
  return new Date(`${wallTime.slice(0, 10)}T00:00Z`).toLocaleDateString(undefined, {
    timeZone: 'UTC',
    weekday: length,
    day: 'numeric',
    month: length,
    ...(length === 'long' ? { year: 'numeric' } : {}),
  });
}

/** A day and a time in words. */
export function whenInWords(wallTime: string): string {
  return `${dayInWords(wallTime, 'short')}, ${wallTime.slice(11, 16)}`;
}

const standingWords: Record<CalendarItem['standing'], string> = {
  scheduled: 'Scheduled',
  going_out: 'Going out',
  blocked: 'Blocked',
  published: 'Published',
  withdrawn: 'Withdrawn',
  embargo: 'Embargo ends',
};

/** What an item is, in a word or two. */
export function standingInWords({ standing, order }: CalendarItem): string {
  return standing === 'scheduled' && order?.kind === 'withdraw'
    ? 'To be withdrawn'
    : standingWords[standing];
}

/** A number of ms as people say it: "0.4 s", "12 s", "5 min". */
export function durationInWords(ms: number): string {
  if (ms < 10_000) return `${(ms / 1000).toFixed(1)} s`;
  return ms < 120_000 ? `${Math.round(ms / 1000)} s` : `${Math.round(ms / 60_000)} min`;
}
