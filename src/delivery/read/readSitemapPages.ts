import type { Connection } from '../Connection';
import { LIVE, MAJORITY, MAX_QUERY_MS, type StoredArticle } from './storedArticle';

/** The protocol's limit; no month of a newsroom has so many. */
const MAX_PAGES = 50_000;
const MAX_MONTHS = 1_200;

/** The months ("2031-05", UTC) in which live articles first appeared, newest first. */
export async function readSitemapMonths(connection: Connection): Promise<string[]> {
  const months: string[] = [];
  let before = new Date(8.64e15);
  // One step over the index for each month, however many articles it has.
  while (months.length < MAX_MONTHS) {
    const [newest] = await connection
      .collection<StoredArticle>('articles')
      .find(
        { ...LIVE, 'workflow.firstPublishedAt': { $lt: before } },
        {
          projection: { 'workflow.firstPublishedAt': 1 },
          sort: { 'workflow.firstPublishedAt': -1, _id: -1 },
          limit: 1,
          maxTimeMS: MAX_QUERY_MS,
          ...MAJORITY,
        },
      )
      .toArray();
    const at = newest?.workflow?.firstPublishedAt;
    if (!at) return months;
    const month = at.toISOString().slice(0, 7);
    months.push(month);
    before = new Date(`${month}-01T00:00:00Z`);
  }
  return months;
}

/** The addresses of the live articles that first appeared in a month. */
export async function readSitemapPages(
  connection: Connection,
  month: string,
): Promise<{ slug: string; publishedAt: string }[]> {
  const from = new Date(`${month}-01T00:00:00Z`);
  const until = new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + 1, 1));
  const articles = await connection
    .collection<StoredArticle>('articles')
    .find(
      { ...LIVE, 'workflow.firstPublishedAt': { $gte: from, $lt: until } },
      {
        projection: { slug: 1, 'workflow.publishedAt': 1 },
        sort: { 'workflow.firstPublishedAt': -1, _id: -1 },
        limit: MAX_PAGES,
        maxTimeMS: MAX_QUERY_MS,
        ...MAJORITY,
      },
    )
    .toArray();
  return articles.flatMap(({ slug, workflow }) =>
    workflow?.publishedAt ? [{ slug, publishedAt: workflow.publishedAt.toISOString() }] : [],
  );
}
