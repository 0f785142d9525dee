import { readEdition } from '../../domain/edition/readEdition';
import type { Connection } from '../Connection';
import { asOfToday } from './asOfToday';
import type { LiveArticle } from './LiveArticle';
import {
  LIVE,
  liveEditionOf,
  MAJORITY,
  MAX_QUERY_MS,
  type StoredArticle,
  type StoredEdition,
} from './storedArticle';

export type LiveRow = Pick<LiveArticle, 'id' | 'content' | 'edition'>;

/** What a list leaves in the database unless it was asked to include it. */
const BULKY = {
  'content.sections': 0,
  'content.quotes': 0,
  'content.people': 0,
  'content.images': 0,
};

/** The live editions of these stored articles, in their order; those without one are left out. */
export async function editionsOf({
  connection,
  articles,
  isWhole = false,
}: {
  connection: Connection;
  articles: readonly StoredArticle[];
  /** Sections, quotes and people too. */
  isWhole?: boolean;
}): Promise<LiveRow[]> {
  if (articles.length === 0) return [];
  const editions = await connection
    .collection<StoredEdition>('editions')
    .find(
      { _id: { $in: articles.map(({ workflow }) => workflow?.liveEdition as never) } },
      {
        projection: { documents: 0, ...(isWhole ? {} : BULKY) },
        maxTimeMS: MAX_QUERY_MS,
        ...MAJORITY,
      },
    )
    .toArray();
  const byId = new Map(editions.map((edition) => [String(edition._id), edition]));
  const found = articles.flatMap((article) => {
    const edition = byId.get(hex(article.workflow?.liveEdition));
    return edition ? [{ article, edition, content: readEdition(edition) }] : [];
  });
  const contents = await asOfToday(
    connection,
    found.map(({ content }) => content),
  );
  return found.map(({ article, edition, content }, index) => ({
    id: hex(article._id),
    content: contents[index] ?? content,
    edition: liveEditionOf(article, edition),
  }));
}

/** Of these editions, by id, the articles that show them to readers now. */
export async function articlesShowing(
  connection: Connection,
  editionIds: readonly unknown[],
  filter: object = {},
): Promise<Map<string, StoredArticle>> {
  const articles = await connection
    .collection<StoredArticle>('articles')
    .find(
      { 'workflow.liveEdition': { $in: editionIds as never[] }, ...LIVE, ...filter },
      {
        projection: { slug: 1, headline: 1, workflow: 1, _status: 1 },
        maxTimeMS: MAX_QUERY_MS,
        ...MAJORITY,
      },
    )
    .toArray();
  return new Map(articles.map((article) => [hex(article.workflow?.liveEdition), article]));
}

export function hex(id: unknown): string {
  return String(id);
}
