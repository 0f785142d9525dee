import type { PayloadRequest } from 'payload';

import { resolveWallTime, type Overlap } from '../../domain/schedule/resolveWallTime';
import type { LoadedWorkingCopy } from '../load/loadWorkingCopy';
import { decideAction } from '../workflow/decideAction';
import type { ActionInput } from '../../domain/workflow/ActionInput';
import type { OrderRow } from './OrderRow';
import { openOrder } from './openOrders';
import { Refusal } from '../Refusal';

/** When an order is to be carried out, as a person says it: see `resolveWallTime`. */
export interface WantedTime {
  wallTime: string;
  zone: string;
  overlap?: Overlap | null;
}

/** What a person gave along as a time; what is missing is said in a sentence later. */
export function wantedTime({ wallTime, zone, overlap }: ActionInput): WantedTime {
  return { wallTime: wallTime ?? '', zone: zone ?? '', overlap: overlap ?? null };
}

/** A time on the wall with the instant that it means. */
export interface OrderTime {
  at: Date;
  wallTime: string;
  zone: string;
}

/**
 * Decides an action on the schedule by the table of the domain and says which instant was meant.
 * Who may not schedule at all hears that first, not what is wrong with the time.
 *
 * @throws Refusal with the domain's code; 422 with the `choices` for a time in a gap or an overlap.
 */
export async function decideSchedule({
  action,
  kind,
  time,
  input = {},
  order,
  workingCopy,
  now,
  req,
}: {
  action: 'schedule' | 'reschedule';
  kind: OrderRow['kind'];
  time: WantedTime;
  input?: ActionInput;
  /** The open order that is meant, if there is one. */
  order: OrderRow | null;
  workingCopy: LoadedWorkingCopy;
  now: Date;
  req: PayloadRequest;
}): Promise<OrderTime> {
  const { embargoUntil = null } = workingCopy.article;
  const resolved = resolveWallTime({
    ...time,
    now: now.toISOString(),
    embargoUntil: kind === 'publish' ? embargoUntil : null,
  });
  try {
    await decideAction({
      action,
      input: { ...input, kind },
      at: resolved.ok ? resolved.at : null,
      openOrder: order ? openOrder(order) : null,
      workingCopy,
      now,
      req,
    });
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'TIME_REQUIRED' || resolved.ok) throw error;
  }
  if (!resolved.ok) {
    const { code, message, choices } = resolved;
    throw new Refusal({ code, status: 422, message, details: choices ? { choices } : {} });
  }
  const { at, wallTime, zone } = resolved;
  return { at: new Date(at), wallTime, zone };
}
