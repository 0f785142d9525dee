/**
 * The quotations of an article or a section, for whoever shows or checks them:
 *
 *     GET /api/articles/:id/quotations
 *     GET /api/sections/:id/quotations
 *
 * answer staff with `{ quotations: ListedQuotation[] }` in reading order (the shape, field by field:
 * src/domain/quotations/ListedQuotation.ts). For example
 *
 *     {
 *       "key": "6743…", "section": "6742…", "state": "proposed", "kind": "direct",
 *       "words": "We waited eleven years", "start": 1, "end": 23,
 *       "selectors": [
 *         { "type": "TextQuoteSelector", "exact": "We waited eleven years", "prefix": "“", "suffix": "”" },
 *         { "type": "TextPositionSelector", "start": 1, "end": 23 }
 *       ],
 *       "quote": null, "speaker": null,
 *       "evidence": "Quill said",
 *       "suggestion": { "speaker": { "id": "6741…", "name": "Ada Quill" }, "confidence": 0.97 },
 *       "findings": [{ "key": "…", "code": "QUOTE_UNRECORDED", "severity": "error", "message": "…", … }]
 *     }
 *
 * Offsets count UTF-16 units of `lexicalText(section.body)` as last saved, the end exclusive, without
 * the marks around the words. `key` is null where a Quote of the section stands in no quotation of its
 * text; there is then nothing to accept. What is decided about a quotation, by its section and key:
 *
 *     POST /api/sections/:id/quotations/:key/accept   { speaker?, newPerson?, attribution? }
 *     POST /api/sections/:id/quotations/:key/dismiss  {}
 *     POST /api/sections/:id/quotations/:key/restore  {}    takes a dismissal back
 *
 * Each saves the section as the user's own save would and answers with `{ section }` as it is then
 * (`revision` included), accept with `{ section, quote }` too. `speaker` is the id of a Person,
 * `newPerson` a name to make one of, `attribution` words for somebody unnamed; none of them means the
 * suggestion. A finding is overridden by an editor with
 *
 *     POST /api/articles/:id/quote-findings/:key/override  { reason }
 *
 * Errors have Payload's shape: `{ errors: [{ message, data: { code } }] }`.
 */
import type { Endpoint, PayloadRequest } from 'payload';

import {
  describeQuotations,
  describeSectionQuotations,
} from '../../actions/quotations/describeQuotations';
import { Refusal } from '../../actions/Refusal';
import { spoken } from '../words/spoken';
import { requireStaff } from './requireStaff';

export const articleQuotations: Endpoint = {
  path: '/:id/quotations',
  method: 'get',
  handler: async (req) => {
    requireStaff(req);
    const articleId = idOf(req);
    return answer(req, await describeQuotations({ articleId, now: new Date(), req }), 'article');
  },
};

export const sectionQuotations: Endpoint = {
  path: '/:id/quotations',
  method: 'get',
  handler: async (req) => {
    requireStaff(req);
    const sectionId = idOf(req);
    return answer(
      req,
      await describeSectionQuotations({ sectionId, now: new Date(), req }),
      'section',
    );
  },
};

function idOf({ routeParams }: PayloadRequest): string {
  return String(routeParams?.id);
}

function answer(
  req: PayloadRequest,
  quotations: unknown[] | null,
  what: 'article' | 'section',
): Response {
  if (quotations) return Response.json(spoken(req, { quotations }));
  throw new Refusal({
    code: 'NOT_FOUND',
    status: 404,
    message: `There is no such ${what}, or it is in the trash.`,
  });
}
