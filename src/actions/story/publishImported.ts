import type { PayloadRequest } from 'payload';

import { Refusal } from '../Refusal';
import { newestVersion } from '../load/newestVersion';
import { sendNoticesSoon } from '../record/sendNotices';
import { writeFields } from '../record/writeFields';
import { runAction } from '../transaction/runAction';
import type { ActionCall } from '../transaction/inTransaction';
import { describeActions } from '../workflow/describeActions';
import { takeAction } from '../workflow/performAction';

/**
 * Publishes a story as it was published elsewhere, with the date that it had: by an admin, through the
 * same steps and checks as any article, each in the history with the reason. What is not ready for
 * readers stays a draft.
 *
 * @throws Refusal whatever a step refuses.
 */
export async function publishImported({
  articleId,
  publishedAt,
  now,
  ...call
}: ActionCall & {
  articleId: string;
  /** ISO 8601. */
  publishedAt: string;
  now: Date;
}): Promise<void> {
  if (new Date(publishedAt) > now) {
    throw new Refusal({
      code: 'NOT_PUBLISHED_YET',
      status: 409,
      message: 'Its date is still to come: schedule it.',
    });
  }
  await runAction({
    name: 'publish',
    ...call,
    work: async (req) => {
      const step = { articleId, now, req };
      await takeAction({ ...step, action: 'submit', input: {} });
      const overview = await describeActions(step);
      const contentHash = overview?.contentHash ?? '';
      const reason = `Imported as it was published on ${publishedAt}.`;
      await takeAction({ ...step, action: 'override', input: { contentHash, reason } });
      await takeAction({ ...step, action: 'publish', input: {} });
      await giveDate({ articleId, publishedAt, req });
    },
  });
  sendNoticesSoon(call.payload);
}

/** Lists and feeds stand in the order of these: an archive is no news of today. */
async function giveDate({
  articleId,
  publishedAt,
  req,
}: {
  articleId: string;
  publishedAt: string;
  req: PayloadRequest;
}): Promise<void> {
  const article = await newestVersion({ collection: 'articles', id: articleId, req });
  const dates = { firstPublishedAt: publishedAt, publishedAt };
  const workflow = { ...article?.workflow, ...dates };
  await writeFields({
    collection: 'articles',
    id: articleId,
    stored: { workflow },
    newest: { workflow },
    req,
  });
}
