import type { PayloadRequest } from 'payload';

import { orderMoves } from '../../domain/schedule/orderStates';
import { findWorkingCopy } from '../load/findWorkingCopy';
import { recordAudit } from '../record/recordAudit';
import { sessionOf } from '../transaction/sessionOf';
import type { ActionResult } from '../workflow/ActionResult';
import { decideSchedule, wantedTime, type WantedTime } from './decideSchedule';
import { openOrders, orderInWords } from './openOrders';
import type { OrderStep } from './orderVerbs';
import type { OrderRow } from './OrderRow';
import { orderRows, whereMay } from './orderRows';
import { scheduleResult } from './scheduleResult';

/**
 * Moves an open order to another time. What is to be released together moves together, each article by
 * its own guards.
 *
 * @throws Refusal as `decideSchedule` does; NOTHING_SCHEDULED 409.
 */
export async function rescheduleOrder({
  articleId,
  input,
  now,
  req,
}: OrderStep): Promise<ActionResult> {
  const time = wantedTime(input);
  const open = await openOrders(articleId, req);
  const meant = open.find(({ kind }) => !input.kind || kind === input.kind) ?? null;
  const others = meant?.group ? await othersOf(meant, req) : [];
  const result = await moveOrder({ articleId, order: meant, time, wakes: true, now, req });
  for (const order of others) {
    const other = String(order.article);
    await moveOrder({ articleId: other, order, time, wakes: false, now, req });
  }
  return result;
}

async function othersOf(order: OrderRow, req: PayloadRequest): Promise<OrderRow[]> {
  return orderRows(req.payload)
    .find(
      { group: order.group, _id: { $ne: order._id }, ...whereMay('reschedule') },
      { session: await sessionOf(req) },
    )
    .toArray();
}

async function moveOrder({
  articleId,
  order,
  time,
  wakes,
  now,
  req,
}: {
  articleId: string;
  order: OrderRow | null;
  time: WantedTime;
  /** Whether workers are woken by this one: by one of a group only. */
  wakes: boolean;
  now: Date;
  req: PayloadRequest;
}): Promise<ActionResult> {
  const workingCopy = await findWorkingCopy({ articleId, now, req });
  const { article } = workingCopy;
  const resolved = await decideSchedule({
    action: 'reschedule',
    kind: order?.kind ?? 'publish',
    time,
    order,
    workingCopy,
    now,
    req,
  });
  if (!order) throw new RangeError('An order that is not there was allowed to be moved.');
  const moved = { ...order, ...resolved, state: orderMoves.reschedule.to };
  await orderRows(req.payload).updateOne(
    { _id: order._id, ...whereMay('reschedule') },
    {
      $set: {
        ...resolved,
        state: orderMoves.reschedule.to,
        attempts: 0,
        ...(wakes ? { wakeAt: resolved.at } : {}),
      },
      $unset: {
        'lease.owner': '',
        'lease.until': '',
        blockedAt: '',
        blockedCode: '',
        blockedReason: '',
        ...(wakes ? {} : { wakeAt: '' }),
      },
    },
    { session: await sessionOf(req) },
  );
  await recordAudit(
    {
      action: 'reschedule',
      articleId,
      from: `${order.state}: ${orderInWords(order)}`,
      to: orderInWords(moved),
      editionId: String(order.edition),
      at: now,
    },
    req,
  );
  return scheduleResult({ action: 'reschedule', article, order: moved });
}
