import type { Endpoint } from 'payload';
import { z } from 'zod';

import { loadSettings } from '../../actions/load/loadSettings';
import { measureOrders } from '../../actions/schedule/measureOrders';
import type { CalendarAnswer } from '../../domain/schedule/CalendarItem';
import { daySpan } from '../../domain/schedule/newsroomDays';
import { readCalendar } from '../calendar/readCalendar';
import { readReadyArticles } from '../calendar/readReadyArticles';
import { checkInput, invalidInput, sentQuery } from './checkInput';
import { spoken } from '../words/spoken';
import { requireStaff } from './requireStaff';

/** A month with the weeks that it begins and ends in, twice over. */
const MAX_DAYS = 92;

const id = z.string().regex(/^[0-9a-f]{24}$/i, 'is an id of 24 hexadecimal digits');
const wantedSchema = z
  .object({ from: z.string(), to: z.string(), topic: id.optional(), person: id.optional() })
  .strict();

const UNREADABLE = 'This part of the calendar cannot be read.';

/** The newsroom's calendar: `/api/calendar?from=YYYY-MM-DD&to=YYYY-MM-DD&topic=ID&person=ID`. */
export const calendarEndpoints: Endpoint[] = [
  {
    path: '/calendar',
    method: 'get',
    handler: async (req) => {
      requireStaff(req);
      const { timeZone: zone } = await loadSettings(req);
      const {
        from,
        to,
        topic = null,
        person = null,
      } = checkInput(wantedSchema, sentQuery(req), UNREADABLE);
      const span = daySpan({ from, to, zone });
      if (!span || span.days > MAX_DAYS) {
        throw invalidInput(
          [
            `“from” and “to” are days like 2031-03-04, “to” the day after the last, at most ${MAX_DAYS} days apart`,
          ],
          UNREADABLE,
        );
      }
      const { since, until } = span;
      const [found, figures] = await Promise.all([
        readCalendar({ since, until, zone, topic, person, req }),
        measureOrders(req.payload),
      ]);
      const now = new Date().toISOString();
      return Response.json(spoken(req, { zone, now, ...found, figures } satisfies CalendarAnswer));
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
