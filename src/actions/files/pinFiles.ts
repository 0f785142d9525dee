import type { PayloadRequest } from 'payload';

import type { EditionContent } from '../../domain/edition/EditionContent';
import { filesOfImages, holderOf } from '../../domain/files/pinnedFiles';
import { sessionOf } from '../transaction/sessionOf';

interface PinnedRow {
  name: string;
  pinnedBy: string[];
}

/**
 * Says which stored files a live edition shows, inside the action's transaction: from its commit on these
 * are public as long as the rights in their image last, and what it showed before is only while
 * something else shows it. Two actions that meet on a file conflict, and one of them is tried again.
 */
export async function pinEdition({
  articleId,
  content,
  req,
}: {
  articleId: string;
  /** Null when readers are shown none any more. */
  content: EditionContent | null;
  req: PayloadRequest;
}): Promise<void> {
  const files = content ? filesOfImages(content) : new Map<string, string[]>();
  const holders = [...files.keys()].map((image) => holderOf(articleId, image));
  const { rows, session } = await rowsOf(req);
  const own = { $regex: `^articles/${articleId}/` };
  await rows.updateMany(
    { pinnedBy: own },
    { $pull: { pinnedBy: { ...own, $nin: holders } } },
    { session },
  );
  for (const [image, names] of files) {
    await pinFiles({ holder: holderOf(articleId, image), names, req });
  }
}

/** The same for one holder: an image in a live edition, or the face of an image. */
export async function pinFiles({
  holder,
  names,
  req,
}: {
  /** Ends with the id of the image, by whose rights the files are public. */
  holder: `articles/${string}/${string}` | `media/${string}`;
  names: readonly string[];
  req: PayloadRequest;
}): Promise<void> {
  const { rows, session } = await rowsOf(req);
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

async function rowsOf(req: PayloadRequest) {
  const session = await sessionOf(req);
  if (!session) throw new Error('Files are pinned inside an action’s transaction only.');
  return { rows: req.payload.db.connection.collection<PinnedRow>('stored-files'), session };
}
