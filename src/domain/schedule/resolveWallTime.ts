import { Temporal } from 'temporal-polyfill';

import { isZone } from './isZone';

/** Beyond this, zone rules are guesses and the entry is a typing mistake more often than a plan. */
const MAX_YEARS_AHEAD = 5;

/** A local time of a calendar and a clock on the wall: no offset and no zone in it. */
const WALL_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2})?$/;

/** Which of two instants is meant when clocks go back and a time on the wall comes twice. */
export type Overlap = 'earlier' | 'later';

/** A valid instant near the one that was asked for, or one of the two that it could mean. */
export interface WallTimeChoice {
  /** As on the wall, `YYYY-MM-DDTHH:mm[:ss]`. */
  wallTime: string;
  /** ISO 8601 UTC. */
  at: string;
  /** The offset from UTC there and then, like "+02:00". */
  offset: string;
  /** What to send along to mean this one; null where the wall time alone says it. */
  overlap: Overlap | null;
}

export type WallTimeCode =
  | 'WALL_TIME_UNREADABLE'
  | 'ZONE_UNKNOWN'
  | 'TIME_IN_GAP'
  | 'TIME_AMBIGUOUS'
  | 'TIME_NOT_IN_FUTURE'
  | 'TIME_TOO_FAR'
  | 'TIME_BEFORE_EMBARGO';

export interface WallTimeRefusal {
  ok: false;
  code: WallTimeCode;
  message: string;
  /** For a gap the last minute before it and the first after it; for an overlap both meanings. */
  choices?: [WallTimeChoice, WallTimeChoice];
}

export interface ResolvedWallTime {
  ok: true;
  /** ISO 8601 UTC, with milliseconds. */
  at: string;
  wallTime: string;
  /** As the IANA database spells it. */
  zone: string;
}

/**
 * The instant that a time on the wall means in a zone of the IANA time zone database, by the zone
 * data of the runtime and the calendar arithmetic of Temporal (TC39).
 *
 * @param wallTime `YYYY-MM-DDTHH:mm` or with seconds (ISO 8601 local time, without an offset).
 * @param zone an IANA name like "Europe/Amsterdam" or "UTC"; offsets are no zones, for they know no
 *   summer time.
 * @param overlap which one is meant where clocks go back; without effect at every other time.
 * @param now ISO 8601 UTC; the instant must lie after it, and at most five years.
 * @param embargoUntil ISO 8601 UTC; the instant must not lie before it. Null where none counts.
 * @returns the instant, or a refusal with its code and, for gaps and overlaps, the two choices.
 */
export function resolveWallTime({
  wallTime,
  zone,
  overlap = null,
  now,
  embargoUntil = null,
}: {
  wallTime: string;
  zone: string;
  overlap?: Overlap | null;
  now: string;
  embargoUntil?: string | null;
}): ResolvedWallTime | WallTimeRefusal {
  const local = readWallTime(wallTime);
  if (!local)
    return refuse(
      'WALL_TIME_UNREADABLE',
      'Give the day and the time like 2031-03-04T18:30, without an offset.',
    );
  if (!isZone(zone))
    return refuse(
      'ZONE_UNKNOWN',
      `“${zone}” is no time zone that is known here. Use a name like Europe/Amsterdam.`,
    );
  const earlier = local.toZonedDateTime(zone, { disambiguation: 'earlier' });
  const later = local.toZonedDateTime(zone, { disambiguation: 'later' });
  const isTwofold = !earlier.equals(later);
  if (isTwofold && !earlier.toPlainDateTime().equals(local)) return refuseGap(local, earlier);
  if (isTwofold && !overlap) return refuseOverlap(local, earlier, later);

  const instant = overlap === 'later' ? later : earlier;
  return (
    refusalOfInstant({ instant, now, embargoUntil }) ?? {
      ok: true,
      at: utc(instant),
      wallTime: onTheWall(instant),
      zone: instant.timeZoneId,
    }
  );
}

function readWallTime(wallTime: string): Temporal.PlainDateTime | null {
  if (!WALL_TIME.test(wallTime)) return null;
  try {
    return Temporal.PlainDateTime.from(wallTime, { overflow: 'reject' });
  } catch {
    return null;
  }
}

function refusalOfInstant({
  instant,
  now,
  embargoUntil,
}: {
  instant: Temporal.ZonedDateTime;
  now: string;
  embargoUntil: string | null;
}): WallTimeRefusal | null {
  const present = Temporal.Instant.from(now).toZonedDateTimeISO(instant.timeZoneId);
  if (Temporal.ZonedDateTime.compare(instant, present) <= 0)
    return refuse('TIME_NOT_IN_FUTURE', 'This time is past: choose a time to come.');
  const horizon = present.add({ years: MAX_YEARS_AHEAD });
  if (Temporal.ZonedDateTime.compare(instant, horizon) > 0)
    return refuse(
      'TIME_TOO_FAR',
      `This is more than ${MAX_YEARS_AHEAD} years ahead: check the year.`,
    );
  // Written so that an embargo that cannot be read holds.
  if (embargoUntil && !(instant.epochMilliseconds >= Date.parse(embargoUntil)))
    return refuse(
      'TIME_BEFORE_EMBARGO',
      `This article is under embargo until ${embargoUntil}: choose that time or a later one.`,
    );
  return null;
}

function refuseGap(
  local: Temporal.PlainDateTime,
  shiftedBack: Temporal.ZonedDateTime,
): WallTimeRefusal {
  const zone = shiftedBack.timeZoneId;
  const after = shiftedBack.getTimeZoneTransition('next') ?? shiftedBack;
  const before = after.subtract({ minutes: 1 });
  return {
    ...refuse(
      'TIME_IN_GAP',
      `The clocks of ${zone} are put forward over ${inWords(local)}, so there is no such time: choose ${inWords(before)} or ${inWords(after)}.`,
    ),
    choices: [choice(before, null), choice(after, null)],
  };
}

function refuseOverlap(
  local: Temporal.PlainDateTime,
  earlier: Temporal.ZonedDateTime,
  later: Temporal.ZonedDateTime,
): WallTimeRefusal {
  return {
    ...refuse(
      'TIME_AMBIGUOUS',
      `The clocks of ${earlier.timeZoneId} are put back, so ${inWords(local)} comes twice: say whether the earlier (${earlier.offset}) or the later (${later.offset}) is meant.`,
    ),
    choices: [choice(earlier, 'earlier'), choice(later, 'later')],
  };
}

function choice(instant: Temporal.ZonedDateTime, overlap: Overlap | null): WallTimeChoice {
  return { wallTime: onTheWall(instant), at: utc(instant), offset: instant.offset, overlap };
}

function utc(instant: Temporal.ZonedDateTime): string {
  return new Date(instant.epochMilliseconds).toISOString();
}

function onTheWall(instant: Temporal.ZonedDateTime): string {
  return instant
    .toPlainDateTime()
    .toString({ smallestUnit: instant.second === 0 ? 'minute' : 'second' });
}

function inWords(time: Temporal.PlainDateTime | Temporal.ZonedDateTime): string {
  const local = 'toPlainDateTime' in time ? time.toPlainDateTime() : time;
  return local.toString({ smallestUnit: 'minute' }).replace('T', ' ');
}

function refuse(code: WallTimeCode, message: string): WallTimeRefusal {
  return { ok: false, code, message };
}
