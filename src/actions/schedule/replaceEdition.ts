import { idOf } from '../../domain/edition/WorkingCopy';
import { findWorkingCopy } from '../load/findWorkingCopy';
import { loadEdition } from '../load/loadEdition';
import { recordAudit } from '../record/recordAudit';
import { sessionOf } from '../transaction/sessionOf';
import type { ActionResult } from '../workflow/ActionResult';
import { decideAction } from '../workflow/decideAction';
import { withApprovedChange } from '../workflow/withApprovedChange';
import { openOrders, orderInWords, openOrder } from './openOrders';
import type { OrderStep } from './orderVerbs';
import { orderRows, whereMay } from './orderRows';
import { scheduleResult } from './scheduleResult';

/**
 * Pins the edition that is approved now to the open order to publish.
 *
 * @throws Refusal as scheduling does; NOTHING_SCHEDULED and EDITION_ALREADY_SCHEDULED 409.
 */
export async function replaceEdition({
  articleId,
  input,
  now,
  req,
}: OrderStep): Promise<ActionResult> {
  const action = 'replaceEdition';
  const workingCopy = await findWorkingCopy({ articleId, now, req });
  const { article } = workingCopy;
  const order = (await openOrders(articleId, req)).find(({ kind }) => kind === 'publish');
  const pinned = order ? openOrder(order) : null;
  const { change: told } = await withApprovedChange({ action, input, article, req });
  const change = told ?? pinned?.change ?? null;
  await decideAction({
    action,
    input: { ...input, change },
    at: pinned?.at ?? null,
    openOrder: pinned,
    workingCopy,
    now,
    req,
  });
  const approved = idOf(article.workflow?.approvedEdition);
  if (!order || !approved)
    throw new RangeError('An order that is not there was allowed to be changed.');

  const next = await loadEdition(approved, req);
  const { ObjectId } = req.payload.db.connection.base.Types;
  const replaced = {
    edition: new ObjectId(approved),
    editionNumber: next?.number ?? 0,
    ...(change ? { change } : {}),
  };
  await orderRows(req.payload).updateOne(
    { _id: order._id, ...whereMay('replace') },
    { $set: replaced },
    { session: await sessionOf(req) },
  );
  const moved = { ...order, ...replaced };
  await recordAudit(
    {
      action,
      articleId,
      from: orderInWords(order),
      to: orderInWords(moved),
      editionId: approved,
      reason: change?.note ?? null,
      at: now,
    },
    req,
  );
  return scheduleResult({ action, article, order: moved });
}
