import type { CollectionAfterChangeHook } from 'payload';

import { actionOf } from '../../actions/transaction/actionRequest';
import type { Article } from '../../payload-types';

/**
 * Writes down that the article owns its slug and lets go of the slugs it had before, except those
 * of its editions: a published one keeps leading to it, an approved one is still to be published.
 */
export const bindSlug: CollectionAfterChangeHook<Article> = async ({ doc, req }) => {
  if (actionOf(req) || !doc.slug) return doc;
  const { docs: owned } = await req.payload.find({
    collection: 'slugs',
    where: { article: { equals: doc.id } },
    depth: 0,
    pagination: false,
    overrideAccess: true,
    req,
  });
  if (!owned.some(({ slug }) => slug === doc.slug)) {
    await req.payload.create({
      collection: 'slugs',
      data: { slug: doc.slug, article: doc.id },
      depth: 0,
      overrideAccess: true,
      req,
    });
  }
  for (const row of owned) {
    if (row.slug === doc.slug || row.isFrozen || row.wasPublished) continue;
    await req.payload.delete({ collection: 'slugs', id: row.id, overrideAccess: true, req });
  }
  return doc;
};
