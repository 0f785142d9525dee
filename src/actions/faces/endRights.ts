import type { Payload, PayloadRequest } from 'payload';

import { haveRightsEnded } from '../../domain/faces/endOfRights';
import type { Article, Media } from '../../payload-types';
import { articleState } from '../load/articleState';
import { findByIds } from '../load/findByIds';
import { liveArticlesShowing } from '../load/liveArticlesShowing';
import { recordAudit } from '../record/recordAudit';
import { sendNoticesSoon } from '../record/sendNotices';
import { writeFields } from '../record/writeFields';
import { runAction } from '../transaction/runAction';
import { tellOfImage } from './moveRights';

/** More articles than anybody looks through for one picture; the desk leads to the rest. */
const MOST_TOLD = 200;

/**
 * Makes known that the rights in an image have ended. Readers do not get it since that moment, whether
 * this ran or not; what it does is tell those who keep answers that show it, those whose articles show
 * it, and the history: once for each end, however many workers find it.
 *
 * @returns the number of articles that show it; null when there is nothing to tell.
 */
export async function endRights({
  payload,
  imageId,
  now,
}: {
  payload: Payload;
  imageId: string;
  now: Date;
}): Promise<number | null> {
  const told = await runAction({
    name: 'endRights',
    payload,
    user: null,
    work: async (req) => {
      const [image] = await findByIds({ collection: 'media', ids: [imageId], draft: false, req });
      const end = image?.expiresAt;
      if (!image?.isPublic || !end || image.endTold === end || !haveRightsEnded(end, now)) {
        return null;
      }
      // Two workers meet on this document: the second finds it told.
      await writeFields({
        collection: 'media',
        id: imageId,
        stored: { endTold: end, updatedAt: null },
        req,
      });
      await recordAudit(
        {
          action: 'endRights',
          articleId: null,
          record: { relationTo: 'media', value: imageId },
          from: 'shown to readers',
          to: 'left out for readers',
          reason: `The rights ended at ${end}.`,
          at: now,
        },
        req,
      );
      await tellOfImage({ type: 'expired', imageId, now }, req);
      return tellOwners({ image, now }, req);
    },
  });
  sendNoticesSoon(payload);
  return told;
}

/** Each person once a picture, with the article that was published last. */
async function tellOwners(
  { image, now }: { image: Media; now: Date },
  req: PayloadRequest,
): Promise<number> {
  const live = await liveArticlesShowing(image.id, req);
  const ids = live.slice(0, MOST_TOLD).map(({ id }) => id);
  const newest = await findByIds({ collection: 'articles', ids, draft: true, req });
  const articlesOf = new Map<string, Article[]>();
  for (const id of ids) {
    const article = newest.find((each) => each.id === id);
    if (!article) continue;
    const { ownedBy, submittedBy } = articleState(article, { openOrder: null });
    for (const user of new Set([...ownedBy, ...(submittedBy ? [submittedBy] : [])])) {
      articlesOf.set(user, [...(articlesOf.get(user) ?? []), article]);
    }
  }
  const name = image.alt || image.filename || image.id;
  for (const [user, [first, ...others]] of articlesOf) {
    if (!first) continue;
    const more = others.length > 0 ? `It stood in ${others.length} more of yours.` : null;
    const told = `The rights in the picture “${name}” have ended: readers of “${first.headline}” do not see it any more.`;
    await req.payload.db.create({
      collection: 'notices',
      data: {
        user,
        article: first.id,
        action: 'endRights',
        text: [told, more].filter(Boolean).join(' '),
        at: now.toISOString(),
      },
      req,
    });
  }
  return live.length;
}
