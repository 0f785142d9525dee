import type { PayloadRequest } from 'payload';

import { OPEN_ORDER_STATES } from '../../domain/schedule/orderStates';
import { orderRows } from '../../actions/schedule/orderRows';
import type {
  Block,
  BlockedArticle,
  ComingOrder,
  Desk,
  DeskArticle,
  Listed,
  Wait,
  WaitingArticle,
} from '../../domain/desk/Desk';
import { sortByDeadline } from '../../domain/desk/sortByDeadline';
import { idsOf } from '../../domain/edition/WorkingCopy';
import type { User } from '../../payload-types';
import { may } from '../../domain/rights/rights';
import { COUNTED, listAny, listArticles, listedOf, nameArticles } from './listArticles';
import { readDisputes } from './readDisputes';
import { readEndingRights } from './readEndingRights';
import { readUnverified } from './readUnverified';
import { readWaitingFaces } from './readWaitingFaces';
import { LISTED, NEWEST, workingCopies, type Id, type WorkingCopyRow } from './WorkingCopies';

/** What fits on a screen: the rest is a click away, in the lists. */
const SHOWN = 8;
/** Looked at for the deadlines among them; older ones without any are not urgent. */
const SORTED = 60;
const DAY_MS = 24 * 60 * 60 * 1000;

/** In these the working copy is at work; an approved one is, while its edition waits. */
const AT_WORK = ['draft', 'in_review', 'changes_requested'] as const;
const STAGE = 'version.workflow.stage';
const WAITS = { 'version.workflow.editionWaits': true } as const;

/** Everything that the desk of this person shows, in a fixed number of queries with named indexes. */
export async function readDesk({
  user,
  now,
  req,
}: {
  user: User;
  now: Date;
  req: PayloadRequest;
}): Promise<Desk> {
  const { payload } = req;
  const me = toId(user.id, req);
  const [mine, waiting, inReview, blocked, comingUp, published, unverified, faces, rights] =
    await Promise.all([
      listAny({ payload, conditions: [...ownedBy(me, AT_WORK), waitingOf(me)] }),
      readWaiting({ user, me, req }),
      listArticles({ payload, where: { [STAGE]: 'in_review' }, limit: SORTED }),
      readBlocked(req),
      readComing(now, req),
      listArticles({
        payload,
        where: { 'version.workflow.publicationState': 'live' },
        sort: { 'version.workflow.publishedAt': -1 },
        limit: SHOWN,
      }),
      readUnverified({ limit: SHOWN, req }),
      readWaitingFaces({ limit: SHOWN, req }),
      readEndingRights({ limit: SHOWN, now, req }),
    ]);
  const rows = [
    ...mine.rows,
    ...waiting.flatMap(({ listed }) => listed.rows),
    ...inReview.rows,
    ...blocked.rows.map(({ row }) => row),
    ...published.rows,
  ];
  const articles = await nameArticles(rows, req);
  const named = ({ parent }: WorkingCopyRow): DeskArticle[] => {
    const article = articles.get(String(parent));
    return article ? [article] : [];
  };
  const shown = (list: Listed<WorkingCopyRow>): Listed<DeskArticle> => ({
    ...list,
    rows: sortByDeadline(list.rows.flatMap(named)).slice(0, SHOWN),
  });
  return {
    waiting: {
      rows: sortByDeadline(
        waiting.flatMap(({ wait, listed }) =>
          listed.rows.flatMap(named).map((article): WaitingArticle => ({ ...article, wait })),
        ),
      ).slice(0, SHOWN),
      count: waiting.reduce((sum, { listed }) => sum + listed.count, 0),
      isMore: waiting.some(({ listed }) => listed.isMore),
    },
    mine: shown(mine),
    inReview: shown(inReview),
    blocked: {
      ...blocked,
      rows: blocked.rows.flatMap(({ row, block, reason }) =>
        named(row).map((article): BlockedArticle => ({ ...article, block, reason })),
      ),
    },
    comingUp,
    published: { ...published, rows: published.rows.flatMap(named) },
    unverified,
    faces,
    rights,
  };
}

/** What is a person's in some stages. */
function ownedBy(user: Id, stages: readonly string[]) {
  const [assigned, begun] = ownership(user);
  return [
    { where: { ...assigned, [STAGE]: { $in: stages } }, index: 'desk_assigned' as const },
    { where: { ...begun, [STAGE]: { $in: stages } }, index: 'desk_author' as const },
  ];
}

/** What is a person's and approved, but not with the readers yet. */
function waitingOf(user: Id) {
  return {
    where: { ...WAITS, [STAGE]: 'approved', $or: ownership(user) },
    index: 'desk_waiting' as const,
  };
}

function ownership(user: Id): [Record<string, unknown>, Record<string, unknown>] {
  return [{ 'version.assignedTo': user }, { 'version.workflow.createdBy': user }];
}

/** By what somebody may do: nobody is shown work that they would be refused. */
async function readWaiting({
  user,
  me,
  req,
}: {
  user: User;
  me: Id;
  req: PayloadRequest;
}): Promise<{ wait: Wait; listed: Listed<WorkingCopyRow> }[]> {
  const desk = idsOf(user.deskTopics).map((id) => toId(id, req));
  const ofDesk = desk.length > 0 ? { 'version.topics': { $in: desk } } : {};
  const notHeld = { 'version.flags.onHold': { $ne: true } };
  const wanted: { wait: Wait; isMine: boolean; where: Record<string, unknown> }[] = [
    {
      wait: 'review',
      isMine: may(user, 'edit'),
      where: {
        [STAGE]: 'in_review',
        // Four eyes: whoever contributed waits for somebody else, as whoever submitted it does where
        // nobody's contribution was recorded.
        'version.workflow.contributors.user': { $ne: user.id },
        $or: [
          { 'version.workflow.contributors.0': { $exists: true } },
          { 'version.workflow.submittedBy': { $ne: me } },
        ],
        ...ofDesk,
      },
    },
    {
      wait: 'factCheck',
      isMine: may(user, 'verifyQuotes'),
      where: { 'version.flags.factCheck': 'required', [STAGE]: { $ne: 'spiked' } },
    },
    {
      wait: 'publish',
      isMine: may(user, 'schedule'),
      where: {
        ...WAITS,
        [STAGE]: { $ne: 'spiked' },
        ...notHeld,
        ...ofDesk,
        parent: { $nin: await orderedArticles(req) },
      },
    },
  ];
  const { payload } = req;
  return Promise.all([
    listAny({ payload, conditions: ownedBy(me, ['changes_requested']) }).then((listed) => ({
      wait: 'changes' as const,
      listed,
    })),
    ...wanted
      .filter(({ isMine }) => isMine)
      .map(async ({ wait, where }) => ({
        wait,
        listed: await listArticles({ payload, where, limit: SORTED }),
      })),
  ]);
}

/** Articles that an order will take out: nobody has to publish them. */
async function orderedArticles(req: PayloadRequest): Promise<Id[]> {
  const orders = await orderRows(req.payload)
    .find({ state: { $in: [...OPEN_ORDER_STATES] } }, { projection: { article: 1 }, limit: 1_000 })
    .toArray();
  return orders.map(({ article }) => article);
}

interface BlockedRow {
  row: WorkingCopyRow;
  block: Block;
  reason: string | null;
}

/** Live words under dispute, orders that stopped until somebody decides, what is on hold, and reviews that wait for a check. */
async function readBlocked(req: PayloadRequest): Promise<Listed<BlockedRow>> {
  const { payload } = req;
  const open = (check: 'legal' | 'factCheck') =>
    listArticles({
      payload,
      where: { [STAGE]: 'in_review', [`version.flags.${check}`]: 'required' },
      limit: SHOWN,
    });
  const orders = orderRows(payload);
  const [disputes, stopped, stoppedCount, held, legal, factCheck] = await Promise.all([
    readDisputes({ limit: SHOWN, req }),
    orders.find({ state: 'blocked' }, { sort: { at: -1 }, limit: SHOWN }).toArray(),
    orders.countDocuments({ state: 'blocked' }, COUNTED),
    listArticles({ payload, where: { 'version.flags.onHold': true }, limit: SHOWN }),
    open('legal'),
    open('factCheck'),
  ]);
  const ofOrders = await workingCopies(payload)
    .find(
      { parent: { $in: stopped.map(({ article }) => article) }, ...NEWEST },
      { projection: LISTED },
    )
    .toArray();
  const rowOf = new Map(ofOrders.map((row) => [String(row.parent), row]));
  const as = (block: Block, { rows }: Listed<WorkingCopyRow>): BlockedRow[] =>
    rows.map((row) => ({ row, block, reason: null }));
  const rows = [
    // Readers have these words now: nothing else on the desk is as urgent.
    ...disputes.map(({ row, words }): BlockedRow => ({ row, block: 'dispute', reason: words })),
    ...stopped.flatMap(({ article, blockedReason }): BlockedRow[] => {
      const row = rowOf.get(String(article));
      return row ? [{ row, block: 'order', reason: blockedReason ?? null }] : [];
    }),
    ...held.rows.map((row): BlockedRow => ({
      row,
      block: 'hold',
      reason: row.version.flags?.holdReason ?? null,
    })),
    ...as('legal', legal),
    ...as('factCheck', factCheck),
  ];
  return listedOf(
    rows.slice(0, SHOWN),
    disputes.length + stoppedCount + held.count + legal.count + factCheck.count,
  );
}

async function readComing(now: Date, req: PayloadRequest): Promise<Listed<ComingOrder>> {
  const where = {
    state: { $in: ['pending' as const, 'claimed' as const] },
    at: { $lte: new Date(now.getTime() + DAY_MS) },
  };
  const orders = orderRows(req.payload);
  const [rows, counted] = await Promise.all([
    orders.find(where, { sort: { at: 1 }, limit: SHOWN }).toArray(),
    orders.countDocuments(where, COUNTED),
  ]);
  const articles = await workingCopies(req.payload)
    .find(
      { parent: { $in: rows.map(({ article }) => article) }, ...NEWEST },
      { projection: { parent: 1, 'version.headline': 1 } },
    )
    .toArray();
  const headlines = new Map(articles.map((row) => [String(row.parent), row.version.headline]));
  return listedOf(
    rows.map(({ _id, article, kind, at, wallTime, zone }): ComingOrder => ({
      id: String(_id),
      article: String(article),
      headline: headlines.get(String(article)) ?? '',
      kind,
      at: at.toISOString(),
      wallTime,
      zone,
    })),
    counted,
  );
}

export function toId(id: string, req: PayloadRequest): Id {
  const { ObjectId } = req.payload.db.connection.base.Types;
  return new ObjectId(id);
}
