import type { EditionQuote } from '../../domain/edition/EditionContent';
import { readEdition, type StoredContent } from '../../domain/edition/readEdition';
import type { Connection } from '../Connection';
import type { Cursor } from './cursor';
import { articlesShowing, hex } from './readLiveRows';
import { verdictsNow } from './verdictsNow';
import { LIVE, MAJORITY, MAX_QUERY_MS, objectId, type StoredArticle } from './storedArticle';

export interface QuoteRow {
  quote: EditionQuote;
  articles: { id: string; slug: string; headline: string }[];
}

/** Articles that are looked at for a topic, the newest first. */
const MAX_ARTICLES = 2_000;

/** Editions that are looked at for each quote; it may stand in more. */
const EDITIONS_PER_QUOTE = 10;

export interface QuoteRequest {
  /** An id. */
  person?: unknown;
  /** Ids; quotes in articles of any of them. */
  topics?: readonly unknown[];
  /** Days on which it was said, both included; a quote without a day is then left out. */
  saidFrom?: string | undefined;
  saidTo?: string | undefined;
  /** Every one of them is in the quote. */
  words?: string | undefined;
  cursor?: Cursor | undefined;
  limit: number;
}

/** One page of the quotes in live articles, newest first, as their editions say them. */
export async function readQuotes(
  connection: Connection,
  { person, topics, saidFrom, saidTo, words, cursor, limit }: QuoteRequest,
): Promise<{ rows: QuoteRow[]; next: Cursor | null }> {
  const wanted = words?.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  if (words !== undefined && wanted.length === 0) return { rows: [], next: null };
  const ids = topics ? await quotesUnder(connection, topics) : null;
  const found = await connection
    .collection<{ _id: unknown }>('quotes')
    .find(
      {
        _status: 'published',
        ...(person === undefined ? {} : { speaker: person }),
        ...(saidFrom || saidTo ? { 'occasion.date': daysBetween(saidFrom, saidTo) } : {}),
        // Quoted, each word is required.
        ...(words === undefined
          ? {}
          : { $text: { $search: wanted.map((word) => `"${word}"`).join(' ') } }),
        $and: [
          ...(ids ? [{ _id: { $in: ids } }] : []),
          ...(cursor ? [{ _id: { $lt: objectId(connection, cursor.id) } }] : []),
          {},
        ],
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

function daysBetween(from: string | undefined, to: string | undefined): object {
  const next = to ? new Date(`${to}T00:00:00.000Z`) : null;
  next?.setUTCDate(next.getUTCDate() + 1);
  return { ...(from ? { $gte: new Date(from) } : {}), ...(next ? { $lt: next } : {}) };
}

/** The ids of the quotes in live articles of these topics. */
async function quotesUnder(connection: Connection, topics: readonly unknown[]): Promise<unknown[]> {
  const articles = await connection
    .collection<StoredArticle>('articles')
    .find({ ...LIVE, topics: { $in: topics } } as never, {
      projection: { 'workflow.liveEdition': 1 },
      sort: { 'workflow.firstPublishedAt': -1, _id: -1 },
      limit: MAX_ARTICLES,
      maxTimeMS: MAX_QUERY_MS,
      ...MAJORITY,
    })
    .toArray();
  const ids = await connection
    .collection('editions')
    .distinct(
      'content.quotes.id',
      { _id: { $in: articles.map(({ workflow }) => workflow?.liveEdition as never) } },
      { maxTimeMS: MAX_QUERY_MS, ...MAJORITY },
    );
  return ids.flatMap((id) => objectId(connection, String(id)) ?? []);
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
        .collection<StoredContent & { _id: unknown }>('editions')
        .find(
          { 'content.quotes.id': id },
          {
            projection: {
              'content.format': 1,
              'content.quotes': 1,
              'carried.quotes': 1,
              'carried.seals': 1,
            },
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
  const rows = perQuote.flatMap((editions, index): QuoteRow[] => {
    const live = editions.filter(({ _id }) => shown.has(hex(_id)));
    const quote = live[0] && readEdition(live[0]).quotes.find(({ id }) => id === ids[index]);
    if (!quote) return [];
    const articles = live.flatMap(({ _id }) => {
      const article = shown.get(hex(_id));
      return article
        ? [{ id: hex(article._id), slug: article.slug, headline: article.headline ?? '' }]
        : [];
    });
    return [{ quote, articles }];
  });
  const quotes = await verdictsNow(
    connection,
    rows.map(({ quote }) => quote),
  );
  return rows.map((row, index) => ({ ...row, quote: quotes[index] ?? row.quote }));
}
