import type { Endpoint, PayloadRequest } from 'payload';
import { z } from 'zod';

import { loadSettings } from '../../actions/loadSettings';
import { measurePublications } from '../../actions/measurePublications';
import { Refusal } from '../../actions/Refusal';
import type { CalendarAnswer } from '../../domain/schedule/CalendarItem';
import { daySpan } from '../../domain/schedule/newsroomDays';
import { readCalendar } from '../calendar/readCalendar';
import { readReadyArticles } from '../calendar/readReadyArticles';
import { requireStaff } from './requireStaff';

/** A month with the weeks that it begins and ends in, twice over. */
const MAX_DAYS = 92;

const id = z.string().regex(/^[0-9a-f]{24}$/i, 'is an id of 24 hexadecimal digits');
const wantedSchema = z
  .object({ from: z.string(), to: z.string(), topic: id.optional(), person: id.optional() })
  .strict();

/** The newsroom's calendar: `/api/calendar?from=YYYY-MM-DD&to=YYYY-MM-DD&topic=ID&person=ID`. */
export const calendarEndpoints: Endpoint[] = [
  {
    path: '/calendar',
    method: 'get',
    handler: async (req) => {
      requireStaff(req);
      const { timeZone: zone } = await loadSettings(req);
      const { from, to, topic = null, person = null } = readWanted(req);
      const span = daySpan({ from, to, zone });
      if (!span || span.days > MAX_DAYS) {
        throw invalid([
          `“from” and “to” are days like 2031-03-04, “to” the day after the last, at most ${MAX_DAYS} days apart`,
        ]);
      }
      const { since, until } = span;
      const [found, figures] = await Promise.all([
        readCalendar({ since, until, zone, topic, person, req }),
        measurePublications(req.payload),
      ]);
      const now = new Date().toISOString();
      return Response.json({ zone, now, ...found, figures } satisfies CalendarAnswer);
    },
  },
  {
    path: '/calendar/ready',
    method: 'get',
    handler: async (req) => {
      requireStaff(req);
      return Response.json({ articles: await readReadyArticles(req) });
    },
  },
];

function readWanted({ searchParams }: PayloadRequest): z.infer<typeof wantedSchema> {
  const given = Object.fromEntries([...searchParams].filter(([, value]) => value !== ''));
  const parsed = wantedSchema.safeParse(given);
  if (parsed.success) return parsed.data;
  throw invalid(
    parsed.error.issues.map(({ path, message }) =>
      [path.join('.'), message].filter(Boolean).join(': '),
    ),
  );
}

function invalid(problems: readonly string[]): Refusal {
  return new Refusal({
    code: 'INPUT_INVALID',
    status: 400,
    message: `This part of the calendar cannot be read. ${problems.join('. ')}.`,
    details: { problems },
  });
}
