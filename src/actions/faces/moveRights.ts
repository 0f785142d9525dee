import type { PayloadRequest } from 'payload';

import { idOf } from '../../domain/edition/WorkingCopy';
import { isSameEnd } from '../../domain/faces/endOfRights';
import type { Media } from '../../payload-types';
import { liveArticlesShowing } from '../load/liveArticlesShowing';
import { recordAudit } from '../record/recordAudit';
import { recordImageEvents } from '../record/recordEvent';
import { writeFields } from '../record/writeFields';

/**
 * Lets the rights in an image that has a face end at another time for readers, whatever editions froze.
 * Whoever keeps what shows it hears of it.
 */
export async function moveRights(
  { stored, end, reason, now }: { stored: Media; end: string | null; reason: string; now: Date },
  req: PayloadRequest,
): Promise<void> {
  if (isSameEnd(stored.expiresAt, end)) return;
  const { id } = stored;
  await writeFields({
    collection: 'media',
    id,
    stored: { expiresAt: end, updatedAt: null },
    req,
  });
  await recordAudit(
    {
      action: 'moveRights',
      articleId: null,
      record: { relationTo: 'media', value: id },
      from: stored.expiresAt ?? 'no end',
      to: end ?? 'no end',
      reason,
      at: now,
    },
    req,
  );
  if (stored.isPublic) await tellOfImage({ type: 'released', imageId: id, now }, req);
}

/** Tells those who keep articles that show an image that it comes or goes; the number of the event. */
export async function tellOfImage(
  { type, imageId, now }: { type: 'expired' | 'released'; imageId: string; now: Date },
  req: PayloadRequest,
): Promise<number> {
  const showing = await liveArticlesShowing(imageId, req);
  const articles = showing.map(({ id, workflow }) => ({
    id,
    liveEdition: idOf(workflow?.liveEdition),
  }));
  return recordImageEvents({ type, imageId, articles, at: now }, req);
}
