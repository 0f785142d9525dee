import type { ActionResult, ArticleActionCall } from '../workflow/performTransition';
import { placeOrder, type WantedOrder } from './placeOrder';
import { repeatable } from '../transaction/repeatable';
import { runAction } from '../transaction/runAction';

/**
 * Orders that the approved edition of now is published at a time, or that the article is withdrawn
 * then. The edition is pinned: later edits and approvals do not change what goes out.
 *
 * @throws Refusal as `placeOrder` does.
 */
export function schedulePublication({
  articleId,
  now,
  idempotencyKey = null,
  payload,
  user,
  ...order
}: ArticleActionCall & WantedOrder): Promise<ActionResult> {
  return runAction({
    name: 'schedule',
    payload,
    user,
    work: (req) =>
      repeatable({
        key: idempotencyKey,
        request: { action: 'schedule', articleId, ...order },
        now,
        req,
        work: () => placeOrder({ articleId, order, now, req }),
      }),
  });
}
