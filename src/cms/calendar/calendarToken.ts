import { createHmac, timingSafeEqual } from 'node:crypto';

/** Who holds a calendar link: what of the user's record the link stands and falls with. */
export interface CalendarUser {
  id: string;
  /** Changes with the password, and so ends the links that were made before. */
  salt: string;
  /** Changes when the user asks for a new link. */
  calendarKey: string;
}

/** A token that reads the calendar feed as one user: `<user id>.<HMAC-SHA-256>`. */
export function makeCalendarToken({
  user,
  secret,
}: {
  user: CalendarUser;
  secret: string;
}): string {
  return `${user.id}.${sign(user, secret)}`;
}

/** The user whom a token claims to be of; whether it is shows `isCalendarToken`. */
export function userOfCalendarToken(token: string): string | null {
  return /^([0-9a-f]{24})\.[\w-]{43}$/.exec(token)?.[1] ?? null;
}

/** True for a token made for this user, with this secret and the password that still is theirs. */
export function isCalendarToken({
  token,
  user,
  secret,
}: {
  token: string;
  user: CalendarUser;
  secret: string;
}): boolean {
  const expected = Buffer.from(makeCalendarToken({ user, secret }));
  const given = Buffer.from(token);
  return expected.length === given.length && timingSafeEqual(expected, given);
}

function sign({ id, salt, calendarKey }: CalendarUser, secret: string): string {
  return createHmac('sha256', secret)
    .update(`calendar:${id}:${salt}:${calendarKey}`)
    .digest('base64url');
}
