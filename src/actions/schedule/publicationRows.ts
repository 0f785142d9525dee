import type { Payload } from 'payload';

import type { PublicationRow } from './PublicationRow';

/**
 * The Publications as MongoDB's own driver sees them: conditional updates by the database's clock
 * are beyond Payload's operations.
 */
export function publicationRows(payload: Payload) {
  return payload.db.connection.collection<PublicationRow>('publications');
}
