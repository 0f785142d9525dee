import type { PayloadRequest } from 'payload';

import { sessionOf } from '../transaction/sessionOf';

interface PinnedRow {
  name: string;
  pinnedBy: string[];
}

/**
 * Says which stored files something that readers see shows, inside the action's transaction: from its
 * commit on these are public, and what it showed before is only while something else shows it. Two
 * actions that meet on a file conflict, and one of them is tried again.
 */
export async function pinFiles({
  holder,
  names,
  req,
}: {
  /** `articles/<id>` for a live edition, `media/<id>` for a released face. */
  holder: `articles/${string}` | `media/${string}`;
  names: readonly string[];
  req: PayloadRequest;
}): Promise<void> {
  const session = await sessionOf(req);
  if (!session) throw new Error('Files are pinned inside an action’s transaction only.');
  const rows = req.payload.db.connection.collection<PinnedRow>('stored-files');
  await rows.updateMany(
    { pinnedBy: holder, name: { $nin: [...names] } },
    { $pull: { pinnedBy: holder } },
    { session },
  );
  if (names.length === 0) return;
  await rows.updateMany(
    { name: { $in: [...names] }, pinnedBy: { $ne: holder } },
    { $addToSet: { pinnedBy: holder } },
    { session },
  );
}
