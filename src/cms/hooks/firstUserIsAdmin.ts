import type { CollectionBeforeChangeHook } from 'payload';

/** The first user of an empty newsroom must be able to make the others. */
export const firstUserIsAdmin: CollectionBeforeChangeHook = async ({ data, operation, req }) => {
  if (operation !== 'create') return data;
  const { totalDocs } = await req.payload.count({ collection: 'users', overrideAccess: true, req });
  return totalDocs === 0 ? { ...data, roles: ['admin'] } : data;
};
