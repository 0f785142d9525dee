import type { CollectionAfterDeleteHook } from 'payload';

import type { Article } from '../../payload-types';

/** What exists only for an article goes with it: its slugs, its notes and its sections, versions included. */
export const removeBelongings: CollectionAfterDeleteHook<Article> = async ({ id, req }) => {
  const where = { article: { equals: id } };
  await req.payload.delete({ collection: 'slugs', where, overrideAccess: true, req });
  await req.payload.delete({ collection: 'notes', where, overrideAccess: true, req });
  await req.payload.delete({
    collection: 'sections',
    where,
    trash: true,
    overrideAccess: true,
    req,
  });
};
