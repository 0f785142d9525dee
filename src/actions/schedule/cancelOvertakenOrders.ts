import type { PayloadRequest } from 'payload';

import type { Edition } from '../../payload-types';
import { cancelOrders } from './cancelOrders';
import { openOrders } from './openOrders';

/**
 * Cancels the orders that an action leaves without sense. Withdrawing or spiking ends the approval
 * that every order of the article stands on. A newly shown edition overtakes the order to publish it
 * or an earlier one, which would later take readers back unasked.
 *
 * @returns the sentence for the history, null when none was cancelled.
 */
export async function cancelOvertakenOrders({
  articleId,
  isApprovalOver,
  shown,
  req,
}: {
  articleId: string;
  isApprovalOver: boolean;
  /** The edition that readers see from now on, null when that is unchanged. */
  shown: Edition | null;
  req: PayloadRequest;
}): Promise<string | null> {
  if (!isApprovalOver && !shown) return null;
  const orders = (await openOrders(articleId, req)).filter(
    ({ kind, editionNumber }) =>
      isApprovalOver || (kind === 'publish' && editionNumber <= (shown?.number ?? 0)),
  );
  return cancelOrders({
    orders,
    reason: isApprovalOver
      ? 'The article was withdrawn or spiked.'
      : `Edition ${shown?.number ?? 0} was published.`,
    req,
  });
}
