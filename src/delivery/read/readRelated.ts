import type { Connection } from '../Connection';
import { readArticleList } from './readArticleList';
import { readLiveArticle } from './readLiveArticle';
import { editionsOf, type LiveRow } from './readLiveRows';
import { LIVE, MAJORITY, objectId, type StoredArticle } from './storedArticle';

/** The live articles that editors tied to this one, then the newest on its topics; null for no article. */
export async function readRelated({
  connection,
  slug,
  limit,
  isWhole,
}: {
  connection: Connection;
  slug: string;
  limit: number;
  isWhole: boolean;
}): Promise<LiveRow[] | null> {
  const found = await readLiveArticle(connection, { slug });
  if (found?.state !== 'live') return null;
  const { id, content, related } = found.article;
  const ids = related.slice(0, limit).flatMap((to) => objectId(connection, to.id) ?? []);
  const chosen = await connection
    .collection<StoredArticle>('articles')
    .find({ _id: { $in: ids }, ...LIVE }, { projection: { workflow: 1, _status: 1 }, ...MAJORITY })
    .toArray();
  const rows = await editionsOf({ connection, articles: chosen, isWhole });
  rows.sort((one, other) => place(one.id) - place(other.id));
  const topics = content.topics.flatMap((topic) => objectId(connection, topic.id) ?? []);
  if (rows.length < limit && topics.length > 0) {
    const known = new Set([id, ...rows.map((row) => row.id)]);
    const more = await readArticleList(connection, {
      order: 'newest',
      topics,
      limit: limit + 1,
      isWhole,
    });
    rows.push(...more.rows.filter((row) => !known.has(row.id)));
  }
  return rows.slice(0, limit);

  function place(hex: string): number {
    return related.findIndex((to) => to.id === hex);
  }
}
