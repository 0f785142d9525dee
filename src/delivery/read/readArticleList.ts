import type { Connection } from '../Connection';
import type { Cursor } from './cursor';
import { articlesShowing, editionsOf, hex, type LiveRow } from './readLiveRows';
import { LIVE, MAJORITY, MAX_QUERY_MS, objectId, type StoredArticle } from './storedArticle';

export type ListOrder = 'newest' | 'updated';

export interface ListRequest {
  /** `newest` by first publication, so that an update moves nothing; `updated` by the last. */
  order: ListOrder;
  /** Ids; any of the topics. */
  topics?: readonly unknown[];
  byline?: unknown;
  /** Who speaks or is written about. */
  person?: string;
  kind?: string;
  language?: string;
  /** ISO 8601 UTC; `since` included, `until` not. */
  since?: string;
  until?: string;
  cursor?: Cursor;
  limit: number;
  isWhole: boolean;
}

export interface ListPage {
  rows: LiveRow[];
  next: Cursor | null;
}

/** Editions that are looked through for one page of a person's articles, most of them live. */
const BATCH = 100;
const MAX_BATCHES = 5;

const SORT_FIELD = {
  newest: 'workflow.firstPublishedAt',
  updated: 'workflow.publishedAt',
} as const;

/**
 * One page of live articles. It walks an index from the cursor on, so a page costs the same however
 * many articles there are, and new articles shift nothing.
 */
export async function readArticleList(
  connection: Connection,
  request: ListRequest,
): Promise<ListPage> {
  if (request.person !== undefined) return byPerson(connection, request, request.person);
  const { cursor, order, limit } = request;
  const field = SORT_FIELD[order];
  const articles = await connection
    .collection<StoredArticle>('articles')
    .find(
      {
        ...LIVE,
        $and: [filterOf(request), ...(cursor ? [after(connection, field, cursor)] : [])],
      },
      {
        projection: { slug: 1, workflow: 1, _status: 1 },
        sort: { [field]: -1, _id: -1 },
        limit: limit + 1,
        maxTimeMS: MAX_QUERY_MS,
        ...MAJORITY,
      },
    )
    .toArray();
  const page = articles.slice(0, limit);
  const last = page.at(-1);
  const at = order === 'newest' ? last?.workflow?.firstPublishedAt : last?.workflow?.publishedAt;
  return {
    rows: await editionsOf({ connection, articles: page, isWhole: request.isWhole }),
    next: articles.length > limit && last && at ? { key: at.getTime(), id: hex(last._id) } : null,
  };
}

function after(connection: Connection, field: string, { key, id }: Cursor): object {
  const at = new Date(Number(key));
  return {
    $or: [{ [field]: { $lt: at } }, { [field]: at, _id: { $lt: objectId(connection, id) } }],
    // Bounds the walk over the index, which the alternatives alone would not.
    [field]: { $lte: at },
  };
}

function filterOf({ topics, byline, kind, language, since, until, order }: ListRequest): object {
  const field = SORT_FIELD[order];
  return {
    ...(topics ? { topics: { $in: topics } } : {}),
    ...(byline === undefined ? {} : { 'bylines.person': byline }),
    ...(kind === undefined ? {} : { kind }),
    ...(language === undefined ? {} : { language }),
    ...(since === undefined && until === undefined
      ? {}
      : {
          [field]: {
            ...(since === undefined ? {} : { $gte: new Date(since) }),
            ...(until === undefined ? {} : { $lt: new Date(until) }),
          },
        }),
  };
}

/**
 * Who is spoken of stands in the editions only: these are walked from the newest on, and those that
 * readers are not shown are skipped. The order is that in which the editions were made.
 */
async function byPerson(
  connection: Connection,
  request: ListRequest,
  person: string,
): Promise<ListPage> {
  const { limit } = request;
  const found: StoredArticle[] = [];
  let from = request.cursor ? objectId(connection, request.cursor.id) : null;
  for (let batch = 0; batch < MAX_BATCHES; batch += 1) {
    const editions = await connection
      .collection<{ _id: unknown }>('editions')
      .find(
        { 'content.people.id': person, ...(from ? { _id: { $lt: from } } : {}) },
        {
          projection: { _id: 1 },
          sort: { _id: -1 },
          limit: BATCH,
          maxTimeMS: MAX_QUERY_MS,
          ...MAJORITY,
        },
      )
      .toArray();
    const shown = await articlesShowing(
      connection,
      editions.map(({ _id }) => _id),
      filterOf(request),
    );
    for (const { _id } of editions) {
      const article = shown.get(hex(_id));
      if (article) found.push(article);
      from = _id;
      if (found.length === limit) break;
    }
    const isAtEnd = editions.length < BATCH && from === editions.at(-1)?._id;
    if (isAtEnd || editions.length === 0) {
      return { rows: await pageOf(connection, found, request), next: null };
    }
    if (found.length === limit) break;
  }
  return {
    rows: await pageOf(connection, found, request),
    next: from ? { key: 0, id: hex(from) } : null,
  };
}

function pageOf(connection: Connection, articles: StoredArticle[], { isWhole }: ListRequest) {
  return editionsOf({ connection, articles, isWhole });
}
