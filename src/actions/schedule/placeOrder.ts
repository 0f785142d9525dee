import type { PayloadRequest } from 'payload';

import type { Publication } from '../../payload-types';
import { decideSchedule, type WantedTime } from './decideSchedule';
import { loadEdition } from '../load/loadEdition';
import { openOrders, orderInWords } from './openOrders';
import { orderMoves } from '../../domain/schedule/orderStates';
import type { ActionInput } from '../../domain/workflow/ActionInput';
import { findWorkingCopy } from '../load/findWorkingCopy';
import type { ActionResult } from '../workflow/ActionResult';
import { orderRows } from './orderRows';
import { recordAudit } from '../record/recordAudit';
import { Refusal } from '../Refusal';
import { scheduleResult } from './scheduleResult';
import { withApprovedChange } from '../workflow/withApprovedChange';
import { sessionOf } from '../transaction/sessionOf';

/** What an order to publish or withdraw is made of, besides its article. */
export interface WantedOrder
  extends WantedTime, Pick<ActionInput, 'edition' | 'change' | 'reason' | 'notice'> {
  kind?: 'publish' | 'withdraw';
}

/**
 * Places an order inside the request's transaction and writes it into the history. It pins the
 * approved edition, for a withdrawal the one that readers see.
 *
 * @throws Refusal as `decideSchedule` does; ALREADY_SCHEDULED 409 where an open order of the kind is.
 */
export async function placeOrder({
  articleId,
  order: { kind = 'publish', wallTime, zone, overlap, ...given },
  group = null,
  wakesWorkers = true,
  now,
  req,
}: {
  articleId: string;
  order: WantedOrder;
  group?: string | null;
  /** False for all but one order of a group, since the whole group goes out with that one. */
  wakesWorkers?: boolean;
  now: Date;
  req: PayloadRequest;
}): Promise<ActionResult> {
  const workingCopy = await findWorkingCopy({ articleId, now, req });
  const { article } = workingCopy;
  const input = await withApprovedChange({
    action: 'schedule',
    input: { ...given, kind },
    article,
    req,
  });
  const time = await decideSchedule({
    action: 'schedule',
    kind,
    time: { wallTime, zone, overlap },
    input,
    order: null,
    workingCopy,
    now,
    req,
  });
  const open = (await openOrders(articleId, req)).find((order) => order.kind === kind);
  if (open) {
    throw new Refusal({
      code: 'ALREADY_SCHEDULED',
      status: 409,
      message: `There is an order to ${orderInWords(open)} already: reschedule or unschedule that one.`,
    });
  }
  const { approvedEdition, liveEdition } = article.workflow ?? {};
  const pinned = kind === 'withdraw' ? (liveEdition ?? approvedEdition) : approvedEdition;
  const editionId = typeof pinned === 'string' ? pinned : (pinned?.id ?? '');
  const edition = await loadEdition(editionId, req);
  const created: unknown = await req.payload.db.create({
    collection: 'publications',
    data: {
      title: `${kind === 'publish' ? 'Publish' : 'Withdraw'} “${article.headline}”`,
      article: articleId,
      kind,
      edition: editionId,
      editionNumber: edition?.number ?? 0,
      ...time,
      state: orderMoves.place.to,
      change: input.change ?? undefined,
      reason: input.reason ?? null,
      notice: input.notice ?? null,
      group,
      attempts: 0,
      openKey: `${articleId}:${kind}`,
      ...(wakesWorkers ? { wakeAt: time.at } : {}),
      createdBy: req.user?.id ?? null,
      createdAt: now,
    },
    req,
  });
  const { ObjectId } = req.payload.db.connection.base.Types;
  const order = await orderRows(req.payload).findOne(
    { _id: new ObjectId((created as Publication).id) },
    { session: await sessionOf(req) },
  );
  if (!order) throw new Error('An order that was just placed is not there.');
  await recordAudit(
    {
      action: 'schedule',
      articleId,
      from: 'not scheduled',
      to: orderInWords(order),
      editionId,
      reason: input.change?.note ?? input.reason ?? null,
      at: now,
    },
    req,
  );
  return scheduleResult({ action: 'schedule', article, order });
}
