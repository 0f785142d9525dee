import { idOf } from '../../domain/edition/WorkingCopy';
import { loadEdition } from '../load/loadEdition';
import { openOrders, orderInWords, pendingPublication } from './openOrders';
import {
  decideAction,
  loadForAction,
  type ActionInput,
  type ActionResult,
  type ArticleActionCall,
} from '../workflow/performTransition';
import { publicationRows } from './publicationRows';
import { recordAudit } from '../record/recordAudit';
import { Refusal } from '../Refusal';
import { repeatable } from '../transaction/repeatable';
import { runAction } from '../transaction/runAction';
import { scheduleResult } from './scheduleResult';
import { sessionOf } from '../transaction/sessionOf';

/**
 * Lets the pending publication send out the edition that is approved now instead of the one it
 * pinned; its time stays. What kind of change it is stays too, unless `change` says otherwise.
 *
 * @throws Refusal as scheduling does; NOTHING_SCHEDULED and EDITION_ALREADY_SCHEDULED 409.
 */
export function replaceScheduledEdition({
  articleId,
  edition = null,
  change = null,
  now,
  idempotencyKey = null,
  ...call
}: ArticleActionCall & Pick<ActionInput, 'edition' | 'change'>): Promise<ActionResult> {
  return runAction({
    name: 'replaceEdition',
    ...call,
    work: (req) =>
      repeatable({
        key: idempotencyKey,
        request: { action: 'replaceEdition', articleId, edition, change },
        now,
        req,
        work: async () => {
          const workingCopy = await loadForAction({ articleId, now, req });
          const { article } = workingCopy;
          const order = (await openOrders(articleId, req)).find(({ kind }) => kind === 'publish');
          const publication = order ? pendingPublication(order) : null;
          const declared = change ?? publication?.change ?? null;
          // To pin an edition at a time is what scheduling is; without an order there is none to move.
          await decideAction({
            action: order ? 'schedule' : 'unschedule',
            input: { kind: 'publish', edition, change: declared, at: publication?.at ?? null },
            publication,
            workingCopy,
            now,
            req,
          });
          const approved = idOf(article.workflow?.approvedEdition);
          if (!order || !approved || String(order.edition) === approved) {
            throw new Refusal({
              code: 'EDITION_ALREADY_SCHEDULED',
              status: 409,
              message: 'The approved edition is the one that is scheduled already.',
            });
          }
          const next = await loadEdition(approved, req);
          const { ObjectId } = req.payload.db.connection.base.Types;
          const replaced = {
            edition: new ObjectId(approved),
            editionNumber: next?.number ?? 0,
            ...(declared ? { change: declared } : {}),
          };
          const rows = publicationRows(req.payload);
          const session = await sessionOf(req);
          await rows.updateOne({ _id: order._id }, { $set: replaced }, { session });
          const moved = { ...order, ...replaced };
          await recordAudit(
            {
              action: 'replaceEdition',
              articleId,
              from: orderInWords(order),
              to: orderInWords(moved),
              editionId: approved,
              reason: declared?.note ?? null,
              at: now,
            },
            req,
          );
          return scheduleResult({ action: 'replaceEdition', article, order: moved });
        },
      }),
  });
}
