import type { PayloadRequest } from 'payload';

import { decideSchedule, type WantedTime } from './decideSchedule';
import { openOrders, orderInWords } from './openOrders';
import {
  loadForAction,
  type ActionResult,
  type ArticleActionCall,
} from '../workflow/performTransition';
import { OPEN_STATES, type PublicationRow } from './PublicationRow';
import { publicationRows } from './publicationRows';
import { recordAudit } from '../record/recordAudit';
import { repeatable } from '../transaction/repeatable';
import { runAction } from '../transaction/runAction';
import { scheduleResult } from './scheduleResult';
import { sessionOf } from '../transaction/sessionOf';

/**
 * Moves an open order to another time; one that was blocked waits again. What is to be released
 * together moves together, each article by its own guards.
 *
 * @param kind which order is meant where there is one to publish and one to withdraw; without it the
 *   earliest.
 * @throws Refusal as `decideSchedule` does; NOTHING_SCHEDULED 409.
 */
export function reschedulePublication({
  articleId,
  kind = null,
  wallTime,
  zone,
  overlap,
  now,
  idempotencyKey = null,
  ...call
}: ArticleActionCall &
  WantedTime & { kind?: PublicationRow['kind'] | null }): Promise<ActionResult> {
  const time = { wallTime, zone, overlap };
  return runAction({
    name: 'reschedule',
    ...call,
    work: (req) =>
      repeatable({
        key: idempotencyKey,
        request: { action: 'reschedule', articleId, kind, ...time },
        now,
        req,
        work: async () => {
          const open = await openOrders(articleId, req);
          const meant = open.find((order) => !kind || order.kind === kind) ?? null;
          const others = meant?.group ? await othersOf(meant, req) : [];
          const result = await moveOrder({ articleId, order: meant, time, wakes: true, now, req });
          for (const order of others) {
            const other = String(order.article);
            await moveOrder({ articleId: other, order, time, wakes: false, now, req });
          }
          return result;
        },
      }),
  });
}

async function othersOf(order: PublicationRow, req: PayloadRequest): Promise<PublicationRow[]> {
  return publicationRows(req.payload)
    .find(
      { group: order.group, _id: { $ne: order._id }, state: { $in: [...OPEN_STATES] } },
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
  order: PublicationRow | null;
  time: WantedTime;
  /** Whether workers are woken by this one: by one of a group only. */
  wakes: boolean;
  now: Date;
  req: PayloadRequest;
}): Promise<ActionResult> {
  const workingCopy = await loadForAction({ articleId, now, req });
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
  const moved = { ...order, ...resolved, state: 'pending' as const };
  await publicationRows(req.payload).updateOne(
    { _id: order._id },
    {
      $set: {
        ...resolved,
        state: 'pending',
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
