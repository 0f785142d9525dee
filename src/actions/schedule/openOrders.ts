import type { PayloadRequest } from 'payload';

import { OPEN_ORDER_STATES } from '../../domain/schedule/orderStates';
import type { OpenOrder } from '../../domain/workflow/ArticleState';
import type { OrderRow } from './OrderRow';
import { orderRows } from './orderRows';
import { sessionOf } from '../transaction/sessionOf';

/** The orders of an article that still stand, the earliest first: at most one of a kind. */
export async function openOrders(articleId: string, req: PayloadRequest): Promise<OrderRow[]> {
  const { ObjectId } = req.payload.db.connection.base.Types;
  return orderRows(req.payload)
    .find(
      { article: new ObjectId(articleId), state: { $in: [...OPEN_ORDER_STATES] } },
      { session: await sessionOf(req), sort: { at: 1 } },
    )
    .toArray();
}

/** An order as the workflow sees it. */
export function openOrder(order: OrderRow): OpenOrder {
  return {
    kind: order.kind,
    at: order.at.toISOString(),
    edition: String(order.edition),
    change: order.change?.kind ? order.change : null,
    reason: order.reason ?? null,
    notice: order.notice ?? null,
  };
}

/** An order in words, for the history: "publish edition 2 at 2031-03-04T18:30 (Europe/Oslo)". */
export function orderInWords(
  order: Pick<OrderRow, 'kind' | 'editionNumber' | 'wallTime' | 'zone'>,
): string {
  return `${order.kind} edition ${order.editionNumber} at ${order.wallTime} (${order.zone})`;
}
