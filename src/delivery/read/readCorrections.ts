import type { Connection } from '../Connection';
import type { CorrectionResponse } from '../schemas/contentSchemas';
import type { Cursor } from './cursor';
import { hex } from './readLiveRows';
import { presentCorrection } from './readLiveArticle';
import { LIVE, MAJORITY, MAX_QUERY_MS, type StoredCorrection } from './storedArticle';

export interface CorrectionRow extends CorrectionResponse {
  article: { id: string; slug: string; headline: string };
}

interface Unwound {
  _id: unknown;
  slug: string;
  headline: string;
  corrections: StoredCorrection;
}

/** One page of the corrections of all live articles, newest first. */
export async function readCorrections(
  connection: Connection,
  { cursor, limit }: { cursor?: Cursor | undefined; limit: number },
): Promise<{ rows: CorrectionRow[]; next: Cursor | null }> {
  const before = cursor ? new Date(Number(cursor.key)) : null;
  const at = { 'corrections.at': before ? { $lt: before } : { $exists: true } };
  const found = await connection
    .collection('articles')
    .aggregate<Unwound>(
      [
        { $match: { ...LIVE, ...at } },
        { $unwind: '$corrections' },
        { $match: at },
        { $sort: { 'corrections.at': -1 } },
        { $limit: limit + 1 },
        { $project: { slug: 1, headline: 1, corrections: 1 } },
      ],
      { maxTimeMS: MAX_QUERY_MS, ...MAJORITY },
    )
    .toArray();
  const page = found.slice(0, limit);
  const last = page.at(-1);
  return {
    rows: page.map(({ _id, slug, headline, corrections }) => ({
      ...presentCorrection(corrections),
      article: { id: hex(_id), slug, headline },
    })),
    next:
      found.length > limit && last
        ? { key: new Date(last.corrections.at).getTime(), id: hex(last._id) }
        : null,
  };
}
