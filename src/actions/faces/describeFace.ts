import type { PayloadRequest } from 'payload';

import { idOf } from '../../domain/edition/WorkingCopy';
import type { FaceCollection } from '../../domain/faces/FaceCollection';
import type { FaceStanding } from '../../domain/faces/FaceStanding';
import { may } from '../../domain/rights/rights';
import { findByIds } from '../load/findByIds';
import { loadFace } from './loadFace';

/** Reads only. @throws Refusal NOT_FOUND 404. */
export async function describeFace({
  collection,
  id,
  req,
}: {
  collection: FaceCollection;
  id: string;
  req: PayloadRequest;
}): Promise<FaceStanding> {
  const { stored, newest, hasFace, hash, releasedHash, changes } = await loadFace(
    collection,
    id,
    req,
  );
  const [by] = await findByIds({ collection: 'users', ids: [idOf(newest.savedBy)], req });
  return {
    hasFace,
    isPublic: hasFace && stored.isPublic === true,
    waits: hash !== releasedHash,
    hash,
    changes,
    pictures:
      'url' in newest && 'url' in stored
        ? { before: hasFace ? (stored.url ?? null) : null, after: newest.url ?? null }
        : null,
    changedBy: by?.name ?? null,
    changedAt: newest.updatedAt,
    mayRelease: may(req.user, 'releaseFaces'),
  };
}
