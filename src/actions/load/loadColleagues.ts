import type { PayloadRequest } from 'payload';

import type { Choice } from '../../domain/desk/Desk';
import { ROLES } from '../../domain/rights/Role';

/** Everybody of the newsroom by name: a member sees no more of the others' accounts than that. */
export async function loadColleagues(req: PayloadRequest): Promise<Choice[]> {
  const { docs } = await req.payload.find({
    collection: 'users',
    where: { roles: { in: [...ROLES] } },
    sort: 'name',
    depth: 0,
    pagination: false,
    select: { name: true },
    overrideAccess: true,
    req,
  });
  return docs.map(({ id, name }) => ({ id, name }));
}
