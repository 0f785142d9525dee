import type { Endpoint, PayloadRequest } from 'payload';
import { z } from 'zod';

import { measurePublications } from '../../actions/measurePublications';
import { Refusal } from '../../actions/Refusal';
import { releaseTogether } from '../../actions/releaseTogether';
import { publicationFigures } from '../../domain/schedule/publicationFigures';
import { CHANGE_KINDS } from '../../domain/workflow/ArticleState';
import { hasRole, isStaff } from '../access/roles';
import {
  isCalendarToken,
  makeCalendarToken,
  userOfCalendarToken,
  type CalendarUser,
} from '../calendar/calendarToken';
import { renderCalendar } from '../calendar/renderCalendar';
import { requireStaff } from './requireStaff';

/** A calendar shows what went out lately beside what is to come. */
const CALENDAR_PAST_MS = 30 * 24 * 60 * 60 * 1000;
const CALENDAR_MAX = 2_000;

const id = z.string().regex(/^[0-9a-f]{24}$/i);
const releaseSchema = z
  .object({
    articles: z
      .array(
        z
          .object({
            article: id,
            edition: id.nullish(),
            change: z.object({ kind: z.enum(CHANGE_KINDS), note: z.string().max(5_000) }).nullish(),
          })
          .strict(),
      )
      .max(1_000),
    wallTime: z.string().max(100),
    zone: z.string().max(100),
    overlap: z.enum(['earlier', 'later']).nullish(),
  })
  .strict();

/** Releases of several articles, the calendar feed and the figures of the schedule. */
export const publicationEndpoints: Endpoint[] = [
  {
    path: '/release-together',
    method: 'post',
    handler: async (req) => {
      const user = requireStaff(req);
      const idempotencyKey = req.headers.get('idempotency-key')?.slice(0, 200) || null;
      const results = await releaseTogether({
        payload: req.payload,
        user,
        now: new Date(),
        idempotencyKey,
        ...(await readRelease(req)),
      });
      return Response.json({ results });
    },
  },
  {
    path: '/calendar-link',
    method: 'get',
    handler: async (req) => {
      const holder = await calendarUser(requireStaff(req).id, req);
      const token = holder && makeCalendarToken({ user: holder, secret: req.payload.secret });
      const { publicUrl } = req.payload.config.custom as { publicUrl?: string };
      const path = `${req.payload.config.routes.api}/publications/calendar.ics?token=${token ?? ''}`;
      return Response.json({ url: `${publicUrl ?? ''}${path}` });
    },
  },
  {
    path: '/calendar.ics',
    method: 'get',
    handler: async (req) => {
      await requireCalendarToken(req);
      const since = new Date(Date.now() - CALENDAR_PAST_MS).toISOString();
      const { docs } = await req.payload.find({
        collection: 'publications',
        where: {
          or: [
            { state: { in: ['pending', 'claimed', 'blocked'] } },
            { and: [{ state: { equals: 'fired' } }, { at: { greater_than: since } }] },
          ],
        },
        sort: '-at',
        limit: CALENDAR_MAX,
        pagination: false,
        depth: 0,
        overrideAccess: true,
        req,
      });
      const { publicUrl } = req.payload.config.custom as { publicUrl?: string };
      return new Response(renderCalendar({ publications: docs, publicUrl: publicUrl ?? '' }), {
        headers: {
          'content-type': 'text/calendar; charset=utf-8',
          'content-disposition': 'inline; filename="publications.ics"',
          'cache-control': 'private, no-store',
          'referrer-policy': 'no-referrer',
        },
      });
    },
  },
  {
    path: '/metrics',
    method: 'get',
    handler: async (req) => {
      if (!isStaff(req.user) && !hasRole(req.user, 'worker')) requireStaff(req);
      const text = publicationFigures(await measurePublications(req.payload));
      return new Response(text, {
        headers: { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' },
      });
    },
  },
];

async function readRelease(req: PayloadRequest): Promise<z.infer<typeof releaseSchema>> {
  const text = (await req.text?.()) ?? '';
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    throw new Refusal({
      code: 'BODY_NOT_JSON',
      status: 400,
      message: 'The body of a release is a JSON object.',
    });
  }
  const parsed = releaseSchema.safeParse(body);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  throw new Refusal({
    code: 'INPUT_INVALID',
    status: 400,
    message: `This release is not usable. ${problems.join('. ')}.`,
    details: { problems },
  });
}

/** @throws Refusal CALENDAR_TOKEN_INVALID 403, also for users who have left the newsroom since. */
async function requireCalendarToken(req: PayloadRequest): Promise<void> {
  const token = req.searchParams.get('token') ?? '';
  const userId = userOfCalendarToken(token);
  const user = userId ? await calendarUser(userId, req) : null;
  if (user && isCalendarToken({ token, user, secret: req.payload.secret })) return;
  throw new Refusal({
    code: 'CALENDAR_TOKEN_INVALID',
    status: 403,
    message: 'This calendar link is wrong or no longer valid. Get a new one in the admin panel.',
  });
}

/** Read past Payload, which rightly never hands out what belongs to a password. */
async function calendarUser(
  userId: string,
  { payload }: PayloadRequest,
): Promise<CalendarUser | null> {
  const { ObjectId } = payload.db.connection.base.Types;
  const user = await payload.db.connection
    .collection<{ roles?: never[]; salt?: string }>('users')
    .findOne({ _id: new ObjectId(userId) }, { projection: { roles: 1, salt: 1 } });
  if (!user || !isStaff({ roles: user.roles ?? [] })) return null;
  return { id: userId, salt: user.salt ?? '' };
}
