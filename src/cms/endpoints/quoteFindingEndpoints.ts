import type { Endpoint } from 'payload';
import { z } from 'zod';

import { overrideFinding } from '../../actions/quotations/overrideFinding';
import { readInput } from './readInput';
import { requireStaff } from './requireStaff';

/** As long as any other reason of an action. */
const MAX_REASON = 5_000;

const overrideSchema = z.object({ reason: z.string().max(MAX_REASON) }).strict();

/** `POST /api/articles/:id/quote-findings/:key/override`: the key is that of the publish issue. */
export const quoteFindingEndpoints: Endpoint[] = [
  {
    path: '/:id/quote-findings/:key/override',
    method: 'post',
    handler: async (req) => {
      const user = requireStaff(req);
      const { reason } = await readInput(req, overrideSchema);
      return Response.json(
        await overrideFinding({
          payload: req.payload,
          user,
          articleId: String(req.routeParams?.id),
          key: String(req.routeParams?.key),
          reason,
          now: new Date(),
        }),
      );
    },
  },
];
