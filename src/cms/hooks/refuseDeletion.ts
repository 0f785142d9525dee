import type {
  CollectionBeforeChangeHook,
  CollectionBeforeDeleteHook,
  CollectionSlug,
  PayloadRequest,
} from 'payload';

import { Refusal } from '../../actions/Refusal';
import { findByIds } from '../../actions/load/findByIds';
import { findUses } from '../../actions/load/references';

interface Target {
  collection: CollectionSlug;
  id: string;
  req: PayloadRequest;
}

/** Refuses to trash or delete what readers see or what something else uses, naming each user of it. */
async function refuse({ collection, id, req }: Target): Promise<void> {
  const [found] = await findByIds({ collection, ids: [id], draft: false, trash: true, req });
  const stored = found as { _status?: string | null; isPublic?: boolean | null } | undefined;
  // A record with a face that nothing live uses is not seen, and may go.
  if (stored && (stored.isPublic ?? stored._status === 'published')) {
    throw new Refusal({
      code: 'IS_PUBLISHED',
      status: 409,
      message: 'Readers can see this now. Withdraw the article first, then delete.',
    });
  }
  const uses = await findUses({ collection, id, req });
  if (uses.length > 0) {
    const names = uses.map((use) => `${use.noun} “${use.title}”`).join(', ');
    throw new Refusal({
      code: 'STILL_USED',
      status: 409,
      message: `This is still used by ${names}. Remove it there first, then delete.`,
      details: { uses },
    });
  }
}

const toTrash: CollectionBeforeChangeHook = async ({ collection, data, originalDoc, req }) => {
  const original = originalDoc as { id: string; deletedAt?: string | null } | undefined;
  if (original && data.deletedAt && !original.deletedAt) {
    await refuse({ collection: collection.slug, id: String(original.id), req });
  }
  return data;
};

const forGood: CollectionBeforeDeleteHook = async ({ collection, id, req }) => {
  const slug = collection.slug;
  await refuse({ collection: slug, id: String(id), req });
  if (slug !== 'articles') return;
  const { totalDocs } = await req.payload.count({
    collection: 'editions',
    where: { article: { equals: id } },
    overrideAccess: true,
    req,
  });
  if (totalDocs > 0) {
    throw new Refusal({
      code: 'HAS_EDITIONS',
      status: 409,
      message:
        'This article has editions, and the record of what was approved is kept. Leave it in the trash.',
    });
  }
};

export const refuseDeletion = { toTrash, forGood };
