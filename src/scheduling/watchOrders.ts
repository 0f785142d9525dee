import type { Payload } from 'payload';

import { orderRows } from '../actions/schedule/orderRows';

const REOPEN_MS = 1_000;

/** An idle stream asks the server this often. */
const AWAIT_MS = 10_000;

/**
 * Calls `onChange` whenever an order is placed, moved or given back, on any node: what may make the
 * next due time an earlier one. Claims and firings are not told of. After a fault it opens itself
 * again; what was missed meanwhile is found by the worker's sweep.
 */
export function watchOrders({ payload, onChange }: { payload: Payload; onChange: () => void }): {
  stop: () => Promise<void>;
} {
  let isStopped = false;
  let timer: NodeJS.Timeout | undefined;
  let stream = open();

  function open() {
    const changes = orderRows(payload).watch(
      [
        {
          $match: {
            $or: [
              { operationType: 'insert' },
              { 'updateDescription.updatedFields.at': { $exists: true } },
              { 'updateDescription.updatedFields.state': 'pending' },
              // Another order of a group has become the one that wakes workers.
              {
                'updateDescription.updatedFields.wakeAt': { $exists: true },
                'updateDescription.updatedFields.state': { $exists: false },
              },
            ],
          },
        },
        { $project: { operationType: 1 } },
      ],
      { maxAwaitTimeMS: AWAIT_MS },
    );
    changes.on('change', onChange);
    changes.once('error', () => {
      changes.close().catch(() => undefined);
      if (isStopped) return;
      timer = setTimeout(() => {
        stream = open();
        onChange();
      }, REOPEN_MS);
    });
    return changes;
  }

  return {
    stop: async () => {
      isStopped = true;
      clearTimeout(timer);
      await stream.close().catch(() => undefined);
    },
  };
}
