import type { PayloadRequest, Where } from 'payload';

import { idOf, idsOf } from '../../domain/edition/WorkingCopy';
import type {
  CalendarAnswer,
  CalendarItem,
  CalendarOrder,
  NamedRecord,
} from '../../domain/schedule/CalendarItem';
import { wallTimeAt } from '../../domain/schedule/newsroomDays';
import type { Article, Publication } from '../../payload-types';

/** Of each kind of thing: a month of fifty a day. */
const MAX_OF_KIND = 1_500;
const MAX_BLOCKED = 100;

const STANDINGS = { pending: 'scheduled', claimed: 'going_out', blocked: 'blocked' } as const;

type Bare = Pick<CalendarItem, 'id' | 'standing' | 'articleId' | 'at' | 'latenessMs' | 'order'>;

/** What is scheduled, went out or is under embargo between two instants, with the user's own rights. */
export async function readCalendar({
  since,
  until,
  zone,
  topic,
  person,
  req,
}: {
  /** ISO 8601 UTC, as `until` is; `until` itself is not included. */
  since: string;
  until: string;
  zone: string;
  /** Ids; null: of all. */
  topic: string | null;
  person: string | null;
  req: PayloadRequest;
}): Promise<Pick<CalendarAnswer, 'items' | 'isCut' | 'blocked' | 'topics' | 'people'>> {
  const within = { greater_than_equal: since, less_than: until };
  const [open, embargoes, done, blocked] = await Promise.all([
    findOrders({ state: { in: Object.keys(STANDINGS) }, at: within }, req),
    findEmbargoes(within, req),
    findDone(within, req),
    findOrders({ state: { equals: 'blocked' } }, req, MAX_BLOCKED),
  ]);
  const found = [...open, ...embargoes, ...done];
  const articles = await articlesOf([...found, ...blocked], req);
  const itemsOf = (bare: readonly Bare[]) =>
    bare.flatMap((item) => {
      const article = articles.get(item.articleId);
      return article ? [describe(item, article, zone)] : [];
    });
  const all = itemsOf(found).toSorted((a, b) => a.at.localeCompare(b.at));
  return {
    items: all.filter(
      ({ topics, people }) =>
        (!topic || topics.includes(topic)) && (!person || people.includes(person)),
    ),
    isCut: [open, embargoes, done].some(({ length }) => length >= MAX_OF_KIND),
    blocked: itemsOf(blocked),
    topics: await named('topics', [...all.flatMap(({ topics }) => topics), topic], req),
    people: await named('people', [...all.flatMap(({ people }) => people), person], req),
  };
}

function describe(bare: Bare, article: Article, zone: string): CalendarItem {
  return {
    ...bare,
    headline: article.headline,
    topics: idsOf(article.topics),
    people: (article.bylines ?? []).flatMap(({ person }) => idOf(person) ?? []),
    wallTime: wallTimeAt(bare.at, zone),
  };
}

async function findOrders(
  where: Where,
  req: PayloadRequest,
  limit: number = MAX_OF_KIND,
): Promise<Bare[]> {
  const { docs } = await req.payload.find({
    collection: 'publications',
    where,
    sort: 'at',
    limit,
    ...asUser(req),
  });
  return docs.map((order) => ({
    id: `order ${order.id}`,
    standing: STANDINGS[order.state as keyof typeof STANDINGS],
    articleId: idOf(order.article) ?? '',
    at: order.at ?? '',
    latenessMs: null,
    order: openOrder(order),
  }));
}

function openOrder(order: Publication): CalendarOrder {
  return {
    kind: order.kind ?? 'publish',
    wallTime: order.wallTime ?? '',
    zone: order.zone ?? '',
    edition: idOf(order.edition) ?? '',
    editionNumber: order.editionNumber ?? 0,
    change: (order.change?.kind ? order.change : null) as CalendarOrder['change'],
    reason: order.reason ?? null,
    notice: order.notice ?? null,
    isInGroup: Boolean(order.group),
    blockedReason: order.blockedReason ?? null,
  };
}

/** Embargoes are of the working copies: that is where people set them. */
async function findEmbargoes(within: Where[string], req: PayloadRequest): Promise<Bare[]> {
  const { docs } = await req.payload.find({
    collection: 'articles',
    draft: true,
    where: { embargoUntil: within },
    sort: 'embargoUntil',
    limit: MAX_OF_KIND,
    select: { embargoUntil: true },
    ...asUser(req),
  });
  return docs.map(({ id, embargoUntil }) => ({
    id: `embargo ${id}`,
    standing: 'embargo',
    articleId: id,
    at: embargoUntil ?? '',
    latenessMs: null,
    order: null,
  }));
}

/** What readers got and lost; what the clock did says how late it was. */
async function findDone(within: Where[string], req: PayloadRequest): Promise<Bare[]> {
  const [{ docs: events }, { docs: fired }] = await Promise.all([
    req.payload.find({
      collection: 'events',
      where: { at: within },
      sort: '-at',
      limit: MAX_OF_KIND,
      ...asUser(req),
    }),
    req.payload.find({
      collection: 'publications',
      where: { firedAt: within },
      sort: '-firedAt',
      limit: MAX_OF_KIND,
      select: { article: true, firedAt: true, latenessMs: true },
      ...asUser(req),
    }),
  ]);
  const key = (article: unknown, at: string) => `${idOf(article as never) ?? ''} ${at}`;
  const lateness = new Map(
    fired.map((order) => [key(order.article, order.firedAt ?? ''), order.latenessMs ?? null]),
  );
  return events.map(({ id, type, article, at }) => ({
    id: `event ${id}`,
    standing: type === 'withdrawn' ? 'withdrawn' : 'published',
    articleId: idOf(article) ?? '',
    at: at ?? '',
    latenessMs: lateness.get(key(article, at ?? '')) ?? null,
    order: null,
  }));
}

async function articlesOf(
  items: readonly Bare[],
  req: PayloadRequest,
): Promise<Map<string, Article>> {
  const { docs } = await req.payload.find({
    collection: 'articles',
    draft: true,
    where: { id: { in: [...new Set(items.map(({ articleId }) => articleId))] } },
    select: { headline: true, topics: true, bylines: true },
    ...asUser(req),
  });
  return new Map(docs.map((article) => [article.id, article as Article]));
}

async function named(
  collection: 'topics' | 'people',
  ids: readonly (string | null)[],
  req: PayloadRequest,
): Promise<NamedRecord[]> {
  const { docs } = await req.payload.find({
    collection,
    draft: true,
    where: { id: { in: [...new Set(ids.filter((id) => id !== null))] } },
    select: { name: true },
    sort: 'name',
    ...asUser(req),
  });
  return docs.map(({ id, name }) => ({ id, name }));
}

/** The user sees here what they see elsewhere. */
const asUser = (req: PayloadRequest) =>
  ({ depth: 0, pagination: false, overrideAccess: false, user: req.user, req }) as const;
