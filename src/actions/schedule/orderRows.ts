import type { Payload } from 'payload';

import { orderMoves, type OrderMove, type OrderState } from '../../domain/schedule/orderStates';
import type { OrderRow } from './OrderRow';

/**
 * The orders as MongoDB's own driver sees them: conditional updates by the database's clock
 * are beyond Payload's operations.
 */
export function orderRows(payload: Payload) {
  return payload.db.connection.collection<OrderRow>('publications');
}

/** The condition of an update that makes a move: that the order is where the move begins. */
export function whereMay(move: OrderMove): { state: { $in: OrderState[] } } {
  return { state: { $in: [...orderMoves[move].from] } };
}
