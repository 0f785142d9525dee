import type { EditionQuote } from '../../domain/edition/EditionContent';
import type { Connection } from '../Connection';
import type { Cursor } from './cursor';
import { articlesShowing, hex } from './readLiveRows';
import { MAJORITY, MAX_QUERY_MS, objectId } from './storedArticle';

export interface QuoteRow {
  quote: EditionQuote;
  articles: { id: string; slug: string; headline: string }[];
}

/** Editions that are looked at for each quote; it may stand in more. */
const EDITIONS_PER_QUOTE = 10;

/** One page of the quotes in live articles, newest first, as their editions say them. */
export async function readQuotes(
  connection: Connection,
  { person, cursor, limit }: { person?: unknown; cursor?: Cursor | undefined; limit: number },
): Promise<{ rows: QuoteRow[]; next: Cursor | null }> {
  const found = await connection
    .collection<{ _id: unknown }>('quotes')
    .find(
      {
        _status: 'published',
        ...(person === undefined ? {} : { speaker: person }),
        ...(cursor ? { _id: { $lt: objectId(connection, cursor.id) } } : {}),
      } as never,
      {
        projection: { _id: 1 },
        sort: { _id: -1 },
        limit: limit + 1,
        maxTimeMS: MAX_QUERY_MS,
        ...MAJORITY,
      },
    )
    .toArray();
  const page = found.slice(0, limit);
  const last = page.at(-1);
  return {
    rows: await quotesInEditions(
      connection,
      page.map(({ _id }) => hex(_id)),
    ),
    next: found.length > limit && last ? { key: 0, id: hex(last._id) } : null,
  };
}

/** A quote that a live article shows. */
export async function readQuote(connection: Connection, id: string): Promise<QuoteRow | null> {
  return (await quotesInEditions(connection, [id]))[0] ?? null;
}

async function quotesInEditions(
  connection: Connection,
  ids: readonly string[],
): Promise<QuoteRow[]> {
  const perQuote = await Promise.all(
    ids.map((id) =>
      connection
        .collection<{ _id: unknown; content: { quotes: EditionQuote[] } }>('editions')
        .find(
          { 'content.quotes.id': id },
          {
            projection: { 'content.quotes': 1 },
            sort: { _id: -1 },
            limit: EDITIONS_PER_QUOTE,
            maxTimeMS: MAX_QUERY_MS,
            ...MAJORITY,
          },
        )
        .toArray(),
    ),
  );
  const shown = await articlesShowing(
    connection,
    perQuote.flat().map(({ _id }) => _id),
  );
  return perQuote.flatMap((editions, index): QuoteRow[] => {
    const live = editions.filter(({ _id }) => shown.has(hex(_id)));
    const quote = live[0]?.content.quotes.find(({ id }) => id === ids[index]);
    if (!quote) return [];
    const articles = live.flatMap(({ _id }) => {
      const article = shown.get(hex(_id));
      return article
        ? [{ id: hex(article._id), slug: article.slug, headline: article.headline ?? '' }]
        : [];
    });
    return [{ quote, articles }];
  });
}
