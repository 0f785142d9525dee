import type { Endpoint } from 'payload';

import { describeDesk } from '../../actions/describeDesk';
import { requireStaff } from './requireStaff';

/** `GET /api/quotes/desk`: `{ quotes: DeskQuote[] }`, the quotes of articles in review. */
export const quotationDesk: Endpoint = {
  path: '/desk',
  method: 'get',
  handler: async (req) => {
    requireStaff(req);
    return Response.json({ quotes: await describeDesk({ now: new Date(), req }) });
  },
};
