import type { CollectionBeforeChangeHook } from 'payload';

import { Refusal } from '../../actions/Refusal';
import { slugFrom } from '../../domain/slugFrom';

/** Gives people and topics a slug made from a field when they have none, unique in their collection. */
export function fillSlug({ from }: { from: string }): CollectionBeforeChangeHook {
  return async ({ collection, data, originalDoc, req }) => {
    const original = originalDoc as { id?: string; slug?: string | null } | undefined;
    const typed = typeof data.slug === 'string' ? slugFrom(data.slug) : '';
    const wanted = typed || original?.slug || slugFrom(String(data[from] ?? '')) || 'untitled';
    if (wanted === original?.slug) return { ...data, slug: wanted };

    const { docs } = await req.payload.find({
      collection: collection.slug,
      where: {
        and: [
          { slug: { like: wanted } },
          ...(original?.id ? [{ id: { not_equals: original.id } }] : []),
        ],
      },
      depth: 0,
      pagination: false,
      trash: true,
      overrideAccess: true,
      req,
    });
    const taken = new Set(docs.map((doc) => (doc as { slug?: string | null }).slug));
    if (!taken.has(wanted)) return { ...data, slug: wanted };
    if (typed) {
      throw new Refusal({
        code: 'SLUG_TAKEN',
        status: 409,
        message: `The slug “${wanted}” is taken. Choose another.`,
      });
    }
    let number = 2;
    while (taken.has(`${wanted}-${number}`)) number += 1;
    return { ...data, slug: `${wanted}-${number}` };
  };
}
