import type { PayloadRequest } from 'payload';

import type { Edition } from '../../payload-types';
import { findByIds } from './findByIds';

/** An edition by its id, null where there is none. */
export async function loadEdition(id: string, req: PayloadRequest): Promise<Edition | null> {
  const [edition] = await findByIds({ collection: 'editions', ids: [id], req });
  return edition ?? null;
}
