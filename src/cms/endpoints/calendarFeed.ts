import { OPEN_ORDER_STATES } from '../../domain/schedule/orderStates';
import { randomBytes } from 'node:crypto';

import type { Endpoint, PayloadRequest } from 'payload';

import { Refusal } from '../../actions/Refusal';
import type { User } from '../../payload-types';
import { may } from '../../domain/rights/rights';
import {
  isCalendarToken,
  makeCalendarToken,
  userOfCalendarToken,
  type CalendarUser,
} from '../calendar/calendarToken';
import { translationsOf } from '../../actions/load/translationsOf';
import { spokenSentence } from '../words/spoken';
import { renderCalendar } from '../calendar/renderCalendar';
import { requireStaff } from './requireStaff';

/** A calendar shows what went out lately beside what is to come. */
const PAST_MS = 30 * 24 * 60 * 60 * 1000;
const MAX_EVENTS = 2_000;

/** The newsroom's calendar for calendar programs, which sign in with a link that is one user's. */
export const calendarFeed: Endpoint[] = [
  {
    path: '/calendar-link',
    method: 'get',
    handler: async (req) => Response.json({ url: await linkOf(requireStaff(req).id, req) }),
  },
  {
    // A new link: the one before opens nothing any more.
    path: '/calendar-link',
    method: 'post',
    handler: async (req) => {
      const { id } = requireStaff(req);
      const { ObjectId } = req.payload.db.connection.base.Types;
      await userRows(req).updateOne(
        { _id: new ObjectId(id) },
        { $set: { calendarKey: randomBytes(16).toString('base64url') } },
      );
      return Response.json({ url: await linkOf(id, req) });
    },
  },
  {
    path: '/calendar.ics',
    method: 'get',
    handler: async (req) => {
      const { publicUrl } = req.payload.config.custom as { publicUrl?: string };
      const user = await requireCalendarToken(req);
      // A calendar program asks in any language; who reads it has one.
      req.i18n = await translationsOf(user, req.payload);
      const feed = renderCalendar({
        ...(await readFeed(user, req)),
        publicUrl: publicUrl ?? '',
        say: (sentence) => spokenSentence(req, sentence),
      });
      return new Response(feed, {
        headers: {
          'content-type': 'text/calendar; charset=utf-8',
          'content-disposition': 'inline; filename="publications.ics"',
          'cache-control': 'private, no-store',
          'referrer-policy': 'no-referrer',
        },
      });
    },
  },
];

/** What the user of the link may see, as everywhere else. */
async function readFeed(user: User, req: PayloadRequest) {
  const asUser = {
    limit: MAX_EVENTS,
    pagination: false,
    depth: 0,
    overrideAccess: false,
    user: { ...user, collection: 'users' as const },
    req,
  };
  const since = new Date(Date.now() - PAST_MS).toISOString();
  const [{ docs: publications }, { docs: embargoes }] = await Promise.all([
    req.payload.find({
      collection: 'publications',
      where: {
        or: [
          { state: { in: [...OPEN_ORDER_STATES] } },
          { and: [{ state: { equals: 'fired' } }, { at: { greater_than: since } }] },
        ],
      },
      sort: '-at',
      ...asUser,
    }),
    req.payload.find({
      collection: 'articles',
      draft: true,
      where: { embargoUntil: { greater_than: since } },
      sort: '-embargoUntil',
      select: { headline: true, embargoUntil: true },
      ...asUser,
    }),
  ]);
  return { publications, embargoes };
}

async function linkOf(userId: string, req: PayloadRequest): Promise<string> {
  const holder = await calendarUser(userId, req);
  const token = holder && makeCalendarToken({ user: holder, secret: req.payload.secret });
  const { publicUrl } = req.payload.config.custom as { publicUrl?: string };
  const path = `${req.payload.config.routes.api}/publications/calendar.ics?token=${token ?? ''}`;
  return `${publicUrl ?? ''}${path}`;
}

/** @throws Refusal CALENDAR_TOKEN_INVALID 403, also for users who have left the newsroom since. */
async function requireCalendarToken(req: PayloadRequest): Promise<User> {
  const token = req.searchParams.get('token') ?? '';
  const userId = userOfCalendarToken(token);
  const holder = userId ? await calendarUser(userId, req) : null;
  if (holder && isCalendarToken({ token, user: holder, secret: req.payload.secret })) {
    const { docs } = await req.payload.find({
      collection: 'users',
      where: { id: { equals: holder.id } },
      depth: 0,
      overrideAccess: true,
      req,
    });
    if (docs[0] && may(docs[0], 'useNewsroom')) return docs[0];
  }
  throw new Refusal({
    code: 'CALENDAR_TOKEN_INVALID',
    status: 403,
    message: 'This calendar link is wrong or no longer valid. Get a new one in your account.',
  });
}

/** Read past Payload, which rightly never hands out what belongs to a password. */
async function calendarUser(userId: string, req: PayloadRequest): Promise<CalendarUser | null> {
  const { ObjectId } = req.payload.db.connection.base.Types;
  const user = await userRows(req).findOne(
    { _id: new ObjectId(userId) },
    { projection: { salt: 1, calendarKey: 1 } },
  );
  return user && { id: userId, salt: user.salt ?? '', calendarKey: user.calendarKey ?? '' };
}

function userRows({ payload }: PayloadRequest) {
  return payload.db.connection.collection<{ salt?: string; calendarKey?: string }>('users');
}
