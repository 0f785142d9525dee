import type { PayloadRequest } from 'payload';

import type { Slug } from '../../payload-types';

/** Who owns a slug: its row, or null while it is free. */
export async function slugRow(slug: string, req: PayloadRequest): Promise<Slug | null> {
  const { docs } = await req.payload.find({
    collection: 'slugs',
    where: { slug: { equals: slug } },
    depth: 0,
    limit: 1,
    pagination: false,
    overrideAccess: true,
    req,
  });
  return docs[0] ?? null;
}
