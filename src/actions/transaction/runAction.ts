import type { PayloadRequest } from 'payload';

import { actionContext } from './actionRequest';
import { inTransaction, type ActionCall } from './inTransaction';

/** One named action: a transaction whose writes may pass the gate. */
export function runAction<T>({
  name,
  ...call
}: ActionCall & { name: string; work: (req: PayloadRequest) => Promise<T> }): Promise<T> {
  return inTransaction({ ...call, context: actionContext(name) });
}
