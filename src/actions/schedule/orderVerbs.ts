import type { PayloadRequest } from 'payload';

import type { ActionInput } from '../../domain/workflow/ActionInput';
import type { ActionName, OrderActionName } from '../../domain/workflow/actionTable';
import type { ActionResult } from '../workflow/ActionResult';
import { wantedTime } from './decideSchedule';
import { placeOrder } from './placeOrder';
import { replaceEdition } from './replaceEdition';
import { rescheduleOrder } from './rescheduleOrder';
import { unscheduleOrder } from './unscheduleOrder';

export interface OrderStep {
  articleId: string;
  input: ActionInput;
  now: Date;
  req: PayloadRequest;
}

/** What carries out the actions on the schedule, inside a transaction that is under way. */
const orderVerbs: Record<OrderActionName, (step: OrderStep) => Promise<ActionResult>> = {
  schedule: ({ input, ...step }) =>
    placeOrder({
      ...step,
      order: { ...input, kind: input.kind ?? 'publish', ...wantedTime(input) },
    }),
  reschedule: rescheduleOrder,
  replaceEdition,
  unschedule: unscheduleOrder,
};

/** Null for an action on the article itself. */
export function orderVerbOf(
  action: ActionName,
): ((step: OrderStep) => Promise<ActionResult>) | null {
  return Object.hasOwn(orderVerbs, action) ? orderVerbs[action as OrderActionName] : null;
}
