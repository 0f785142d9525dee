import type { Endpoint } from 'payload';
import { z } from 'zod';

import { vouchForQuotes } from '../../actions/quotations/vouchForQuotes';
import { VOUCHING_WAYS, type VouchingStep } from '../../domain/quotations/vouching';
import { spoken } from '../words/spoken';
import { readInput } from './readInput';
import { requireStaff } from './requireStaff';

/** More quotations than any story has. */
const MOST_QUOTES = 200;

const line = z
  .string()
  .max(300)
  .regex(/^[^\p{Cc}\p{Cf}]*$/u, 'It holds a character that nobody sees.')
  .nullish();

const quotesSchema = z
  .array(
    z
      .object({
        id: z.string().regex(/^[0-9a-f]{24}$/i, 'The id of a quote.'),
        revision: z.number().int(),
      })
      .strict(),
  )
  .min(1, 'Choose at least one quotation.')
  .max(MOST_QUOTES);

const vouchedSchema = z
  .object({
    way: z.enum(VOUCHING_WAYS),
    source: line,
    url: z.url({ protocol: /^https?$/, message: 'A web address begins with https://.' }).nullish(),
    date: z.iso.date('A day, as 2026-05-01.').nullish(),
    place: line,
    translatedBy: line,
    translatedFrom: z
      .string()
      .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'A language as de or pt-BR.')
      .nullish(),
  })
  .strict();

const schema = z.discriminatedUnion('step', [
  z.object({ step: z.literal('vouch'), quotes: quotesSchema, vouched: vouchedSchema }).strict(),
  z
    .object({ step: z.enum(['takeBack', 'generated', 'notGenerated']), quotes: quotesSchema })
    .strict(),
]);

/**
 * `POST /api/articles/:id/vouch`: `{ step, quotes: [{ id, revision }], vouched? }`, one step for all the
 * quotations that came from one source. The revision says which text was seen.
 */
export const vouchEndpoints: Endpoint[] = [
  {
    path: '/:id/vouch',
    method: 'post',
    handler: async (req) => {
      const user = requireStaff(req);
      const input = await readInput(req, schema);
      const step = (
        input.step === 'vouch' ? { kind: input.step, vouched: input.vouched } : { kind: input.step }
      ) as VouchingStep;
      const done = await vouchForQuotes({
        payload: req.payload,
        user,
        articleId: String(req.routeParams?.id),
        quotes: input.quotes,
        step,
        now: new Date(),
      });
      return Response.json(spoken(req, done));
    },
  },
];
