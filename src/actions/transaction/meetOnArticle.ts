import type { PayloadRequest } from 'payload';

import { ARTICLE_CHANGES } from './createCollections';
import { sessionOf } from './sessionOf';

/** What MongoDB says of two transactions that wrote one document. */
const WRITE_CONFLICT = 112;
const DUPLICATE_KEY = 11_000;

/**
 * Makes what changes an article, whatever part of it, meet every action on it and every other such
 * change: each writes one row of the article. Of two transactions that know nothing of each other one is
 * refused by the database and done again, on what the other left. Otherwise an approval and a save of a
 * section, which write different documents, would both stand: as an approved text with words that nobody
 * approved, by somebody whom nobody knows of.
 */
export async function meetOnArticle(articleId: string, req: PayloadRequest): Promise<void> {
  const session = await sessionOf(req);
  if (!session) return;
  await req.payload.db.connection
    .collection<{ _id: string; changes: number }>(ARTICLE_CHANGES)
    .updateOne({ _id: articleId }, { $inc: { changes: 1 } }, { session, upsert: true })
    .catch((error: unknown) => {
      // Both made the row, which is the same conflict at its first time.
      if ((error as { code?: unknown }).code !== DUPLICATE_KEY) throw error;
      throw Object.assign(new Error('Another change made the row.'), { code: WRITE_CONFLICT });
    });
}
