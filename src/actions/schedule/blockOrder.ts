import type { Payload, PayloadRequest } from 'payload';

import { orderMoves } from '../../domain/schedule/orderStates';
import { articleState } from '../load/articleState';
import type { LeaseHeld } from './fireOrder';
import { loadWorkingCopy } from '../load/loadWorkingCopy';
import { orderInWords } from './openOrders';
import { LEASE_END, type OrderRow } from './OrderRow';
import { orderRows, whereMay } from './orderRows';
import { recordAudit } from '../record/recordAudit';
import { runAction } from '../transaction/runAction';
import { sendNoticesSoon } from '../record/sendNotices';
import { sessionOf } from '../transaction/sessionOf';

/**
 * Stops an order that cannot go out, with all of its group, until a person moves it, cancels it or
 * publishes by hand. Whoever ordered it and those whose article it is are told; the history says why.
 *
 * @returns the orders that are blocked now; none when the lease is lost.
 */
export async function blockOrder({
  payload,
  lease,
  code,
  reason,
}: {
  payload: Payload;
  lease: LeaseHeld;
  /** UPPER_SNAKE: the guard that failed. */
  code: string;
  reason: string;
}): Promise<OrderRow[]> {
  const blocked = await runAction({
    name: 'block',
    payload,
    user: null,
    work: async (req) => {
      const rows = orderRows(payload);
      const session = await sessionOf(req);
      const why = { state: orderMoves.block.to, blockedCode: code, blockedReason: reason } as const;
      const order = await rows.findOneAndUpdate(
        {
          _id: lease.id,
          ...whereMay('block'),
          'lease.owner': lease.owner,
          'lease.token': lease.token,
        },
        [{ $set: { ...literally(why), blockedAt: '$$NOW' } }, { $unset: ['wakeAt', ...LEASE_END] }],
        { session, returnDocument: 'after' },
      );
      if (!order) return [];
      const at = order.blockedAt ?? order.at;
      const others = order.group
        ? await rows.find({ group: order.group, ...whereMay('blockAlong') }, { session }).toArray()
        : [];
      await rows.updateMany(
        { _id: { $in: others.map(({ _id }) => _id) } },
        { $set: { ...why, blockedAt: at } },
        { session },
      );
      for (const each of [order, ...others]) await tell({ order: each, reason, at, req });
      return [order, ...others];
    },
  });
  sendNoticesSoon(payload);
  return blocked;
}

/** In an update pipeline a text that begins with a dollar would be read as a field. */
function literally(values: Record<string, string>) {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, { $literal: value }]),
  );
}

async function tell({
  order,
  reason,
  at,
  req,
}: {
  order: OrderRow;
  reason: string;
  at: Date;
  req: PayloadRequest;
}): Promise<void> {
  const articleId = String(order.article);
  await recordAudit(
    {
      action: 'block',
      articleId,
      from: `pending: ${orderInWords(order)}`,
      to: 'blocked',
      editionId: String(order.edition),
      reason,
      at,
    },
    req,
  );
  const workingCopy = await loadWorkingCopy({ articleId, now: at, req });
  const { ownedBy } = workingCopy
    ? articleState(workingCopy.article, { openOrder: null })
    : { ownedBy: [] };
  const people = new Set([...ownedBy, ...(order.createdBy ? [String(order.createdBy)] : [])]);
  for (const user of people) {
    await req.payload.db.create({
      collection: 'notices',
      data: {
        user,
        article: articleId,
        action: 'block',
        text: `Did not go out: ${order.title}, due at ${order.wallTime} (${order.zone}). ${reason}`,
        at: at.toISOString(),
      },
      req,
    });
  }
}
