import type { PayloadRequest } from 'payload';

import { idOf } from '../../domain/edition/WorkingCopy';
import type { FaceCollection } from '../../domain/faces/FaceCollection';
import type { FaceChange } from '../../domain/faces/faceDifference';
import { hasRole, rolesAmong } from '../../domain/workflow/Role';
import { findByIds } from '../load/findByIds';
import { loadFace } from './loadFace';

/** What the bar of a record says, and what a release is decided on. */
export interface FaceStanding {
  /** Whether an editor, or an edition that was published, ever gave readers something of it. */
  hasFace: boolean;
  /** Whether readers see it now: something live uses it. */
  isPublic: boolean;
  /** Whether the newest version says something else to readers. */
  waits: boolean;
  /** Send it along with the release. */
  hash: string;
  changes: FaceChange[];
  changedBy: string | null;
  changedAt: string;
  mayRelease: boolean;
}

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
    changedBy: by?.name ?? null,
    changedAt: newest.updatedAt,
    mayRelease: hasRole(rolesAmong(req.user?.roles), 'editor'),
  };
}
