import type { Endpoint, PayloadRequest } from 'payload';
import { z } from 'zod';

import { measureOrders } from '../../actions/schedule/measureOrders';
import { Refusal } from '../../actions/Refusal';
import { releaseTogether } from '../../actions/schedule/releaseTogether';
import { orderFigures } from '../../domain/schedule/orderFigures';
import { CHANGE_KINDS } from '../../domain/workflow/ArticleState';
import { may } from '../../domain/rights/rights';
import { checkInput } from './checkInput';
import { requireStaff } from './requireStaff';

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

/** Releases of several articles, and the figures of the schedule. */
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
    path: '/metrics',
    method: 'get',
    handler: async (req) => {
      if (!may(req.user, 'readFigures')) requireStaff(req);
      const text = orderFigures(await measureOrders(req.payload));
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
  return checkInput(releaseSchema, body, 'This release is not usable.');
}
