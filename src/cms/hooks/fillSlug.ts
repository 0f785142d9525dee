import type { CollectionBeforeChangeHook, PayloadRequest } from 'payload';

import { Refusal } from '../../actions/Refusal';
import { sessionOf } from '../../actions/transaction/sessionOf';
import { slugFrom } from '../../domain/slugFrom';

type WithSlug = 'people' | 'topics';

/** Gives people and topics a slug made from a field when they have none, unique in their collection. */
export function fillSlug({ from }: { from: string }): CollectionBeforeChangeHook {
  return async ({ collection, data, originalDoc, req }) => {
    const original = originalDoc as { id?: string; slug?: string | null } | undefined;
    const typed = typeof data.slug === 'string' ? slugFrom(data.slug) : '';
    const wanted = typed || original?.slug || slugFrom(String(data[from] ?? '')) || 'untitled';
    if (wanted === original?.slug) return { ...data, slug: wanted };

    const slugs = { collection: collection.slug as WithSlug, own: original?.id, req };
    const taken = await takenSlugs({ like: wanted, ...slugs });
    if (taken.has(wanted) && typed) {
      throw new Refusal({
        code: 'SLUG_TAKEN',
        status: 409,
        message: `The slug “${wanted}” is taken. Choose another.`,
      });
    }
    let slug = wanted;
    for (let number = 2; taken.has(slug); number += 1) slug = `${wanted}-${number}`;
    await claim({ slug, ...slugs });
    return { ...data, slug };
  };
}

/** The slugs of other records, in the trash too: those that readers see, and those of newest versions. */
async function takenSlugs({
  like,
  collection,
  own,
  req,
}: {
  like: string;
  collection: WithSlug;
  own: string | undefined;
  req: PayloadRequest;
}): Promise<Set<string | null | undefined>> {
  const taken = new Set<string | null | undefined>();
  for (const draft of [true, false]) {
    const { docs } = await req.payload.find({
      collection,
      where: {
        and: [{ slug: { like } }, ...(own ? [{ id: { not_equals: own } }] : [])],
      },
      draft,
      select: { slug: true },
      depth: 0,
      pagination: false,
      trash: true,
      overrideAccess: true,
      req,
    });
    for (const { slug } of docs) taken.add(slug);
  }
  return taken;
}

/**
 * Of two saves that take one slug at the same moment, the database refuses one: drafts live in the
 * versions, where no unique index could tell two apart.
 */
async function claim({
  slug,
  collection,
  req,
}: {
  slug: string;
  collection: WithSlug;
  req: PayloadRequest;
}): Promise<void> {
  await req.payload.db.connection
    .collection<{ _id: string; claims: number }>('record-slugs')
    .updateOne(
      { _id: `${collection}/${slug}` },
      { $inc: { claims: 1 } },
      { upsert: true, session: await sessionOf(req) },
    );
}
