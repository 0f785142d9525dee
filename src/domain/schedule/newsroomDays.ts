import { Temporal } from 'temporal-polyfill';

/** A day of a calendar, `YYYY-MM-DD`. */
const DAY = /^\d{4}-\d{2}-\d{2}$/;

export interface DaySpan {
  /** ISO 8601 UTC: the first instant of the first day in the zone. */
  since: string;
  /** The first instant that is not in the span any more. */
  until: string;
  days: number;
}

/**
 * The instants between two days of a zone, the second one not included: a day of a change of clocks
 * has 23 or 25 hours. Null when one of them is no day or they are not in order.
 *
 * @param from `YYYY-MM-DD`, as `to` is.
 * @param zone a known IANA name.
 */
export function daySpan({
  from,
  to,
  zone,
}: {
  from: string;
  to: string;
  zone: string;
}): DaySpan | null {
  const first = readDay(from);
  const end = readDay(to);
  if (!first || !end || Temporal.PlainDate.compare(first, end) >= 0) return null;
  const startOf = (day: Temporal.PlainDate) =>
    new Date(day.toZonedDateTime({ timeZone: zone }).epochMilliseconds).toISOString();
  return { since: startOf(first), until: startOf(end), days: first.until(end).days };
}

/** What a clock on a wall of the zone shows at an instant, `YYYY-MM-DDTHH:mm`, seconds cut off. */
export function wallTimeAt(at: string, zone: string): string {
  return Temporal.Instant.from(at)
    .toZonedDateTimeISO(zone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute', roundingMode: 'trunc' });
}

function readDay(day: string): Temporal.PlainDate | null {
  if (!DAY.test(day)) return null;
  try {
    return Temporal.PlainDate.from(day, { overflow: 'reject' });
  } catch {
    return null;
  }
}
