import type { CollectionSlug, DataFromCollectionSlug, PayloadRequest } from 'payload';

import { isFaceCollection } from '../../domain/faces/FaceCollection';

/**
 * The documents of a collection by their ids, each once, at depth 0, in no order; an id without a
 * document is left out. `draft` asks for the newest versions, `trash` also for what is in the trash.
 * Of people, topics and images the newest versions are what the newsroom means; `draft: false` asks
 * for what readers see of them.
 * A find with a where, because a failed findByID kills the transaction it runs in (payload-traps 12).
 */
export async function findByIds<S extends CollectionSlug>({
  collection,
  ids,
  draft = isFaceCollection(collection),
  trash = false,
  req,
}: {
  collection: S;
  ids: readonly (string | null)[];
  draft?: boolean;
  trash?: boolean;
  req: PayloadRequest;
}): Promise<DataFromCollectionSlug<S>[]> {
  const wanted = [...new Set(ids.filter((id) => id !== null && isObjectId(id)))];
  if (wanted.length === 0) return [];
  const { docs } = await req.payload.find({
    collection,
    where: { id: { in: wanted } },
    draft,
    depth: 0,
    pagination: false,
    trash,
    overrideAccess: true,
    req,
  });
  return docs;
}

/** Anything else cannot be the id of a document; Mongoose would throw on it instead of finding none. */
function isObjectId(id: string): boolean {
  return /^[0-9a-f]{24}$/i.test(id);
}
