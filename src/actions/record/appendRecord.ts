import type { PayloadRequest } from 'payload';

import type { AuditEntry, Edition, Event } from '../../payload-types';

interface Records {
  editions: Edition;
  'audit-entries': AuditEntry;
  events: Event;
}

/**
 * Appends to a collection of records inside the request's transaction. It writes to the database
 * directly: through Payload's operations nobody can write records, actions included.
 */
export async function appendRecord<C extends keyof Records>(
  collection: C,
  data: Partial<Record<keyof Records[C], unknown>>,
  req: PayloadRequest,
): Promise<Records[C]> {
  const record: unknown = await req.payload.db.create({ collection, data: { ...data }, req });
  return record as Records[C];
}
