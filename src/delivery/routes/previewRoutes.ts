import { createHash } from 'node:crypto';

import { z } from 'zod';

import { readEdition, type StoredContent } from '../../domain/edition/readEdition';
import { errorAnswer, jsonAnswer } from '../cache/jsonAnswer';
import { presentPreview } from '../presenters/presentPreview';
import { MAJORITY } from '../read/storedArticle';
import { articleSchema, errorSchema } from '../schemas/contentSchemas';
import { withVerdictsNow } from '../read/verdictsNow';
import { route, type Route } from './Route';

interface StoredPreview extends StoredContent {
  expiresAt: Date;
  createdAt: Date;
}

export const previewRoutes: Route[] = [
  route({
    id: 'getPreview',
    path: '/preview/:token',
    summary: 'An unpublished text, for who holds a link to it that has not ended.',
    group: 'Preview',
    params: z.object({ token: z.string().regex(/^[\w-]{43}$/) }),
    query: z.strictObject({}),
    responses: {
      200: { description: 'The text as it was when the link was made.', schema: articleSchema },
      404: { description: 'There is no such link, or it has ended.', schema: errorSchema },
    },
    answer: async ({ params: { token } }, { connection, site, now }) => {
      const tokenHash = createHash('sha256').update(token).digest('hex');
      const preview = await connection
        .collection<StoredPreview>('preview-tokens')
        .findOne({ tokenHash }, MAJORITY);
      const headers = { 'x-robots-tag': 'noindex, nofollow', 'referrer-policy': 'no-referrer' };
      if (!preview || preview.expiresAt <= now()) {
        return errorAnswer({
          status: 404,
          code: 'PREVIEW_ENDED',
          message: 'This preview link is wrong or has ended. Ask the newsroom for another.',
          headers,
        });
      }
      const [content] = await withVerdictsNow(connection, [readEdition(preview)]);
      if (!content) throw new RangeError('A preview has one content.');
      const article = presentPreview({
        content,
        at: preview.createdAt,
        site,
        now: now(),
      });
      return jsonAnswer(article, { cacheControl: 'no-store', headers });
    },
  }),
];
