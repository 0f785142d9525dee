import type { CollectionSlug, PayloadRequest, TypedCollection } from 'payload';

/**
 * The working copy of a document: its newest version, trash included; null where there is none.
 * A find with a where, because a failed findByID kills the transaction it runs in (payload-traps 12).
 */
export async function newestVersion<S extends CollectionSlug>({
  collection,
  id,
  req,
}: {
  collection: S;
  id: string;
  req: PayloadRequest;
}): Promise<TypedCollection[S] | null> {
  const { docs } = await req.payload.find({
    collection,
    where: { id: { equals: id } },
    draft: true,
    depth: 0,
    limit: 1,
    pagination: false,
    trash: true,
    overrideAccess: true,
    showHiddenFields: true,
    req,
  });
  return (docs[0] as TypedCollection[S] | undefined) ?? null;
}
