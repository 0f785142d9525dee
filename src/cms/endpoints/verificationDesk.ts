import type { Endpoint } from 'payload';

import { quotesToVerify } from '../../actions/quotations/quotesToVerify';
import { requireStaff } from './requireStaff';

/** `GET /api/quotes/desk`: `{ quotes: QuoteToVerify[] }`, the quotes of articles in review. */
export const verificationDesk: Endpoint = {
  path: '/desk',
  method: 'get',
  handler: async (req) => {
    requireStaff(req);
    return Response.json({ quotes: await quotesToVerify({ now: new Date(), req }) });
  },
};
