import type { CollectionSlug, DataFromCollectionSlug, PayloadRequest } from 'payload';

import { findByIds } from './findByIds';

/** The working copy of a document: its newest version, trash included; null where there is none. */
export async function newestVersion<S extends CollectionSlug>({
  collection,
  id,
  req,
}: {
  collection: S;
  id: string;
  req: PayloadRequest;
}): Promise<DataFromCollectionSlug<S> | null> {
  const [doc] = await findByIds({ collection, ids: [id], draft: true, trash: true, req });
  return doc ?? null;
}
