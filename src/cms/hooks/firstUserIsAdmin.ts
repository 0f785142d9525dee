import type { CollectionBeforeChangeHook } from 'payload';

/** The first user of an empty newsroom must be able to make the others. */
export const firstUserIsAdmin: CollectionBeforeChangeHook = async ({ data, operation, req }) => {
  if (operation !== 'create') return data;
  const { docs } = await req.payload.find({
    collection: 'users',
    depth: 0,
    limit: 1,
    pagination: false,
    overrideAccess: true,
    req,
  });
  return docs.length === 0 ? { ...data, roles: ['admin'] } : data;
};
