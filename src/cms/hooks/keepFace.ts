import type { CollectionBeforeChangeHook } from 'payload';

import { actionOf } from '../../actions/transaction/actionRequest';
import { findByIds } from '../../actions/load/findByIds';
import { newestVersion } from '../../actions/load/newestVersion';
import type { FaceCollection } from '../../domain/faces/FaceCollection';
import { faceHash } from '../../domain/faces/faceOf';

interface Original {
  id: string;
  deletedAt?: string | null;
}

/**
 * Keeps what only actions decide out of ordinary saves: whether readers see a record. It notes whether
 * the save says something else to readers than they see, which then waits for an editor's release.
 * It stands behind the hooks that still change what is saved.
 */
export const keepFace: CollectionBeforeChangeHook = async ({
  collection: { slug },
  data,
  operation,
  originalDoc,
  req,
}) => {
  if (actionOf(req)) return data;
  if (operation === 'create') return { ...data, isPublic: false, faceWaits: false };
  const collection = slug as FaceCollection;
  const original = originalDoc as Original;
  const [stored] = await findByIds({
    collection,
    ids: [original.id],
    draft: false,
    trash: true,
    req,
  });
  // Out of the trash comes the stored document, which may be older than the newest version.
  const isUntrashing = 'deletedAt' in data && !data.deletedAt && original.deletedAt;
  const newest = isUntrashing ? await newestVersion({ collection, id: original.id, req }) : null;
  const saved = { ...original, ...newest, ...data };
  return {
    ...newest,
    ...data,
    isPublic: stored?.isPublic ?? false,
    faceWaits:
      stored?._status === 'published' &&
      !data.deletedAt &&
      faceHash(collection, saved) !== faceHash(collection, { ...stored }),
  };
};
