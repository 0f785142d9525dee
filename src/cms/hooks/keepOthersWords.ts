import type { CollectionBeforeOperationHook, TypeWithVersion } from 'payload';

import { writeFields } from '../../actions/record/writeFields';
import { idOf } from '../../domain/edition/WorkingCopy';

/** At most so much of one person's typing is in one row of the versions. */
const ROW_MS = 10 * 60 * 1000;

/**
 * Payload's autosave writes over the newest version while that was an autosave too, whoever made it.
 * Here it does so only with what the same person wrote a short time ago: every hand-over from one
 * person to another, and every ten minutes of writing, stay in the versions.
 */
export const keepOthersWords: CollectionBeforeOperationHook = async ({
  args,
  collection,
  operation,
  req,
}) => {
  const { autosave, id } = args as { autosave?: boolean; id?: string };
  if (operation !== 'update' || !autosave || !id || !/^[0-9a-f]{24}$/i.test(id)) return args;
  const { docs } = await req.payload.db.findVersions<{ savedBy?: string | null }>({
    collection: collection.slug,
    where: { and: [{ parent: { equals: id } }, { latest: { equals: true } }] },
    limit: 1,
    pagination: false,
    req,
  });
  const [row] = docs as (TypeWithVersion<{ savedBy?: string | null }> & { autosave?: boolean })[];
  if (!row?.autosave) return args;
  const isOwn = idOf(row.version.savedBy) === (req.user?.id ?? null);
  const isFresh = Date.now() - new Date(row.createdAt).getTime() < ROW_MS;
  // Closed, as a version that somebody saved on purpose: the autosave makes a row of its own.
  if (!isOwn || !isFresh) {
    await writeFields({ collection: collection.slug, id, newest: {}, req });
  }
  return args;
};
