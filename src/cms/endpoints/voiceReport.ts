import type { Endpoint } from 'payload';
import { z } from 'zod';

import { reportArticleVoices, reportVoices } from '../../actions/quotations/reportVoices';
import { noSuchArticle } from '../../actions/load/loadArticle';
import { voicesCsv } from '../../domain/quotations/voicesCsv';
import type { VoiceReport } from '../../domain/quotations/shareOfVoice';
import { checkInput, sentQuery } from './checkInput';
import { requireStaff } from './requireStaff';

const day = z.iso.date('write a day as 2025-12-31').optional();
const id = z
  .string()
  .regex(/^[0-9a-f]{24}$/i, 'write the id of a record')
  .optional();

const querySchema = z
  .strictObject({
    from: day,
    to: day,
    topic: id,
    article: id,
    format: z.enum(['json', 'csv']).optional(),
  })
  .refine(({ from, to }) => !from || !to || from <= to, { message: 'from is later than to' })
  .refine(({ article, from, to, topic }) => !article || !(from ?? to ?? topic), {
    message: 'an article is reported whole: leave out from, to and topic',
  });

/**
 * `GET /api/quotes/voices`: who is quoted how often. Of what readers see, published first between two
 * days (`from`, `to`) and under a topic or a narrower one (`topic`, an id); or of the working copy of
 * one `article`. Answers a `VoiceReport`, or with `format=csv` a table for download.
 */
export const voiceReport: Endpoint = {
  path: '/voices',
  method: 'get',
  handler: async (req) => {
    requireStaff(req);
    const { article, format, ...filters } = checkInput(
      querySchema,
      sentQuery(req),
      'These filters are not usable.',
    );
    const report = article
      ? await reportArticleVoices({ articleId: article, now: new Date(), req })
      : await reportVoices({
          from: filters.from ?? null,
          to: filters.to ?? null,
          topic: filters.topic ?? null,
          req,
        });
    if (!report) throw noSuchArticle();
    return format === 'csv' ? csvResponse(report) : Response.json(report);
  },
};

function csvResponse(report: VoiceReport): Response {
  return new Response(voicesCsv(report), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="who-is-quoted.csv"',
    },
  });
}
