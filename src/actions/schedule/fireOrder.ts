import type { Payload, PayloadRequest } from 'payload';

import { isDue } from '../../domain/schedule/isDue';
import { orderMoves } from '../../domain/schedule/orderStates';
import { loadSettings } from '../load/loadSettings';
import { openOrder } from './openOrders';
import type { ActionResult } from '../workflow/ActionResult';
import { takeAction } from '../workflow/performAction';
import { LEASE_END, type MongoId, type OrderRow } from './OrderRow';
import { orderRows, whereMay } from './orderRows';
import { Refusal } from '../Refusal';
import { runAction } from '../transaction/runAction';
import { sendNoticesSoon } from '../record/sendNotices';
import { sessionOf } from '../transaction/sessionOf';

/** A worker's hold on an order: good until somebody else claims the order with a higher token. */
export interface LeaseHeld {
  id: MongoId;
  owner: string;
  token: number;
}

/** What was carried out: an order with what it did. */
export interface FiredOrder extends ActionResult {
  /** ms from the order's time to the moment it was fired, by the database's clock. */
  latenessMs: number;
}

/**
 * Carries out a claimed order, with all of its group, in one transaction: the lease is checked and the
 * order is stamped by the database's clock in its first write, so that whoever lost the lease in
 * between changes nothing, and the same order cannot be fired twice.
 *
 * @throws Refusal LEASE_LOST when the order is no longer this worker's; NOT_DUE; TOO_LATE when it is
 *   later than the newsroom's limit; otherwise what the guards of publishing or withdrawing say.
 */
export async function fireOrder({
  payload,
  lease,
}: {
  payload: Payload;
  lease: LeaseHeld;
}): Promise<FiredOrder[]> {
  const fired = await runAction({
    name: 'fire',
    payload,
    user: null,
    work: async (req) => {
      await noteSession(lease, req);
      const order = await stamp(lease, req);
      await refuseUnlessDue(order, req);
      const orders = [order, ...(await stampGroup(order, req))];
      const results: FiredOrder[] = [];
      for (const each of orders) results.push(await carryOut(each, order, req));
      return results;
    },
  });
  sendNoticesSoon(payload);
  return fired;
}

/**
 * MongoDB keeps the transaction of a killed client open, with its locks, for a minute. Whoever takes
 * the order over ends this session first.
 */
async function noteSession({ id, owner, token }: LeaseHeld, req: PayloadRequest): Promise<void> {
  const session = req.payload.db.sessions[String(await req.transactionID)] as
    { id?: unknown } | undefined;
  await orderRows(req.payload).updateOne(
    { _id: id, 'lease.owner': owner, 'lease.token': token },
    { $set: { 'lease.session': session?.id } },
  );
}

async function stamp(lease: LeaseHeld, req: PayloadRequest): Promise<StampedRow> {
  const order = await orderRows(req.payload).findOneAndUpdate(
    {
      _id: lease.id,
      ...whereMay('fire'),
      'lease.owner': lease.owner,
      'lease.token': lease.token,
    },
    [
      {
        $set: {
          state: orderMoves.fire.to,
          firedAt: '$$NOW',
          latenessMs: { $subtract: ['$$NOW', '$at'] },
        },
      },
      { $unset: ['openKey', 'wakeAt', ...LEASE_END] },
    ],
    { session: await sessionOf(req), returnDocument: 'after' },
  );
  if (order) return order as StampedRow;
  throw new Refusal({
    code: 'LEASE_LOST',
    status: 409,
    message: 'This order is in other hands, or was moved or cancelled.',
  });
}

type StampedRow = OrderRow & { firedAt: Date; latenessMs: number };

async function refuseUnlessDue({ at, firedAt }: StampedRow, req: PayloadRequest): Promise<void> {
  const { lateLimitMinutes } = await loadSettings(req);
  const standing = isDue({ at: at.toISOString(), now: firedAt.toISOString(), lateLimitMinutes });
  if (standing === 'early') {
    throw new Refusal({ code: 'NOT_DUE', status: 409, message: 'This order is not due yet.' });
  }
  if (standing === 'too_late') {
    throw new Refusal({
      code: 'TOO_LATE',
      status: 409,
      message: `This was due more than ${lateLimitMinutes} minutes ago and did not go out by itself: publish it now, or choose another time.`,
    });
  }
}

async function stampGroup(
  { _id, group, firedAt, latenessMs }: StampedRow,
  req: PayloadRequest,
): Promise<OrderRow[]> {
  if (!group) return [];
  const rows = orderRows(req.payload);
  const session = await sessionOf(req);
  const others = await rows
    .find({ group, ...whereMay('fireAlong'), _id: { $ne: _id } }, { session, sort: { _id: 1 } })
    .toArray();
  await rows.updateMany(
    { _id: { $in: others.map((other) => other._id) } },
    { $set: { state: orderMoves.fireAlong.to, firedAt, latenessMs }, $unset: { openKey: '' } },
    { session },
  );
  return others;
}

async function carryOut(
  order: OrderRow,
  { firedAt, latenessMs }: StampedRow,
  req: PayloadRequest,
): Promise<FiredOrder> {
  const pinned = openOrder(order);
  const { change, reason, notice, edition } = pinned;
  const result = await takeAction({
    action: 'fire',
    input: { change, reason, notice, edition },
    openOrder: pinned,
    articleId: String(order.article),
    now: firedAt,
    req,
  }).catch((error: unknown) => {
    if (!(error instanceof Refusal) || !order.group) throw error;
    const { code, status, message } = error;
    throw new Refusal({ code, status, message: `${String(order.title)}: ${message}` });
  });
  return { ...result, latenessMs };
}
