import type { PayloadRequest } from 'payload';

import type { Edition } from '../payload-types';

/** An edition by its id, null where there is none. */
export async function loadEdition(id: string, req: PayloadRequest): Promise<Edition | null> {
  const { docs } = await req.payload.find({
    collection: 'editions',
    where: { id: { equals: id } },
    depth: 0,
    limit: 1,
    pagination: false,
    overrideAccess: true,
    req,
  });
  return docs[0] ?? null;
}
