import type { PayloadRequest } from 'payload';

import type { OrderRow } from '../../actions/schedule/OrderRow';
import { OPEN_ORDER_STATES } from '../../domain/schedule/orderStates';
import { orderRows } from '../../actions/schedule/orderRows';
import {
  COLUMNS,
  type Board,
  type BoardCard,
  type Choice,
  type Column,
  type Listed,
} from '../../domain/desk/Desk';
import { sortByDeadline } from '../../domain/desk/sortByDeadline';
import { loadColleagues } from '../../actions/load/loadColleagues';
import { listArticles, nameArticles } from './listArticles';
import { type Id, type WorkingCopyRow } from './WorkingCopies';

const CARDS = 30;
const ORDERS_MAX = 300;
const TOPICS_MAX = 500;

export interface BoardFilter {
  topic: Id | null;
  person: Id | null;
  kind: string | null;
}

const STAGE = 'version.workflow.stage';
const WAITS = 'version.workflow.editionWaits';
const BY_PUBLICATION = { 'version.workflow.publishedAt': -1 } as const;

/** The board: the first cards of each column, and how many there are. */
export async function readBoard(filter: BoardFilter, req: PayloadRequest): Promise<Board> {
  const { payload } = req;
  const orders = await orderRows(payload)
    .find(
      { kind: 'publish', state: { $in: [...OPEN_ORDER_STATES] } },
      { sort: { at: 1 }, limit: ORDERS_MAX, projection: { article: 1, at: 1 } },
    )
    .toArray();
  const ordered = orders.map(({ article }) => article);
  const columns: Record<Column, Record<string, unknown>> = {
    draft: { [STAGE]: 'draft' },
    in_review: { [STAGE]: 'in_review' },
    changes_requested: { [STAGE]: 'changes_requested' },
    approved: { [STAGE]: 'approved', [WAITS]: true, parent: { $nin: ordered } },
    scheduled: { [STAGE]: 'approved', [WAITS]: true, parent: { $in: ordered } },
    live: { [STAGE]: 'approved', [WAITS]: false, 'version.workflow.publicationState': 'live' },
  };
  const lists = await Promise.all(
    COLUMNS.map((column) =>
      listArticles({
        payload,
        where: { ...columns[column], ...matching(filter) },
        limit: CARDS,
        ...(column === 'live' ? { sort: BY_PUBLICATION } : {}),
      }),
    ),
  );
  const cards = await cardsOf({ rows: lists.flatMap(({ rows }) => rows), orders, req });
  const listed = ({ rows, ...counts }: Listed<WorkingCopyRow>): Listed<BoardCard> => ({
    ...counts,
    rows: sortByDeadline(rows.flatMap(({ parent }) => cards.get(String(parent)) ?? [])),
  });
  return {
    columns: Object.fromEntries(
      COLUMNS.map((column, index) => [column, listed(lists[index] as Listed<WorkingCopyRow>)]),
    ) as Board['columns'],
    people: await loadColleagues(req),
    topics: await topicChoices(req),
  };
}

function matching({ topic, person, kind }: BoardFilter): Record<string, unknown> {
  return {
    ...(topic ? { 'version.topics': topic } : {}),
    ...(kind ? { 'version.kind': kind } : {}),
    ...(person
      ? { $or: [{ 'version.assignedTo': person }, { 'version.workflow.createdBy': person }] }
      : {}),
  };
}

async function cardsOf({
  rows,
  orders,
  req,
}: {
  rows: WorkingCopyRow[];
  orders: Pick<OrderRow, 'article' | 'at'>[];
  req: PayloadRequest;
}): Promise<Map<string, BoardCard>> {
  const articles = await nameArticles(rows, req);
  const times = new Map(orders.map(({ article, at }) => [String(article), at.toISOString()]));
  return new Map(
    [...articles].map(([id, article]) => [id, { ...article, orderAt: times.get(id) ?? null }]),
  );
}

async function topicChoices(req: PayloadRequest): Promise<Choice[]> {
  const { docs } = await req.payload.find({
    collection: 'topics',
    draft: true,
    sort: 'name',
    limit: TOPICS_MAX,
    pagination: false,
    depth: 0,
    select: { name: true },
    overrideAccess: true,
    req,
  });
  return docs.map(({ id, name }) => ({ id, name }));
}
