import type { PayloadRequest } from 'payload';

import { changesInWords } from '../../domain/faces/faceDifference';
import { decideRelease } from '../../domain/faces/decideRelease';
import type { FaceCollection } from '../../domain/faces/FaceCollection';
import { actionErrorStatus } from '../../domain/workflow/actionErrorStatus';
import { wholeText } from '../load/textOfDocument';
import { recordAudit } from '../record/recordAudit';
import { recordEvent } from '../record/recordEvent';
import { writeFields } from '../record/writeFields';
import { Refusal } from '../Refusal';
import type { ActionCall } from '../transaction/inTransaction';
import { runAction } from '../transaction/runAction';
import { loadFace } from './loadFace';
import { tellOfImage } from './moveRights';
import { pinPicture, showPointedAt } from './showRecords';

export interface ReleaseResult {
  action: 'release';
  collection: FaceCollection;
  id: string;
  hash: string;
  /** The number of the event, when readers see something else from now on. */
  sequence: number | null;
}

/**
 * Shows readers a record as it now stands: the newest version becomes the stored document, from which
 * they are served. `hash` names what the editor read.
 *
 * @throws Refusal NOT_FOUND, ROLE_NOT_ALLOWED, CONTENT_HASH_REQUIRED, ALREADY_RELEASED, and
 *   CONTENT_CHANGED with the new hash and the difference.
 */
export function releaseFace({
  collection,
  id,
  hash: seen,
  now,
  ...call
}: ActionCall & {
  collection: FaceCollection;
  id: string;
  hash: string | null;
  now: Date;
}): Promise<ReleaseResult> {
  return runAction({
    name: 'releaseFace',
    ...call,
    work: async (req: PayloadRequest) => {
      const { stored, newest, hasFace, hash, releasedHash, changes } = await loadFace(
        collection,
        id,
        req,
      );
      const decision = decideRelease({
        user: req.user,
        seen,
        newest: hash,
        released: releasedHash,
      });
      if (!decision.ok) {
        const { code, message } = decision;
        const details = code === 'CONTENT_CHANGED' ? { hash, changes } : {};
        throw new Refusal({ code, status: actionErrorStatus[code], message, details });
      }

      const standing = { _status: 'published', faceWaits: false };
      await writeFields({
        collection,
        id,
        stored: {
          ...wholeText(collection, { ...newest }),
          ...standing,
          ...('endTold' in stored ? { endTold: stored.endTold ?? null } : {}),
          isPublic: stored.isPublic ?? false,
          revision: newest.revision,
        },
        newest: standing,
        req,
      });
      await showPointedAt([stored, newest], req);
      if (collection === 'media') await pinPicture(id, req);

      const record = { relationTo: collection, value: id } as const;
      await recordAudit(
        {
          action: 'releaseFace',
          articleId: null,
          record,
          from: hasFace ? changesInWords(changes, 'before') : 'nothing',
          to: changesInWords(changes, 'after'),
          at: now,
        },
        req,
      );
      // A picture may come back into articles by it, or stay in them for longer.
      const isInArticles = changes.some(({ field }) => field === 'expiresAt');
      const sequence = !stored.isPublic
        ? null
        : isInArticles
          ? await tellOfImage({ type: 'released', imageId: id, now }, req)
          : await recordEvent({ type: 'released', record, at: now }, req);
      return { action: 'release', collection, id, hash, sequence };
    },
  });
}
