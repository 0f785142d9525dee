import type { Payload } from 'payload';

import { translationsOf } from '../load/translationsOf';

/** One round's worth; what is left over goes with the next. */
const BATCH = 100;
/** What mail programs show of a subject. */
const SUBJECT_LENGTH = 120;
/** How long a notice that somebody began to send is left to them before it is sent again. */
const CLAIM_MS = 5 * 60 * 1000;

/**
 * Sends the e-mails of notices that have none yet, each claimed by one conditional update, so that
 * several processes do not send it twice. A failure leaves the notice for a later round: at least
 * once, and never lost. Answers how many were sent.
 */
export async function sendNotices(payload: Payload, now = new Date()): Promise<number> {
  const notices = payload.db.connection.collection('notices');
  const publicUrl = String(payload.config.custom.publicUrl ?? '');
  let sent = 0;
  for (; sent < BATCH; sent += 1) {
    const claimed = await notices.findOneAndUpdate(
      {
        emailedAt: null,
        $or: [{ claimedAt: null }, { claimedAt: { $lt: new Date(now.getTime() - CLAIM_MS) } }],
      },
      { $set: { claimedAt: now } },
      { sort: { at: 1 } },
    );
    if (!claimed) break;
    const { docs } = await payload.find({
      collection: 'users',
      where: { id: { equals: String(claimed.user) } },
      depth: 0,
      overrideAccess: true,
    });
    const [user] = docs;
    if (user) {
      const note = claimed.note ? `?note=${String(claimed.note)}` : '';
      const article = `/collections/articles/${String(claimed.article)}${note}`;
      // Read as its reader does, in their language.
      const { text } = await payload.findByID({
        collection: 'notices',
        id: String(claimed._id),
        req: { i18n: await translationsOf(user, payload) },
      });
      await payload.sendEmail({
        to: user.email,
        subject: String(text).slice(0, SUBJECT_LENGTH),
        text: `${String(text)}\n\n${publicUrl}${payload.config.routes.admin}${article}\n`,
      });
    }
    await notices.updateOne({ _id: claimed._id }, { $set: { emailedAt: now } });
  }
  return sent;
}

const underWay = new Set<Promise<unknown>>();

/** Starts a round without waiting for it: an action is done when it is committed, mail or no mail. */
export function sendNoticesSoon(payload: Payload): void {
  const round = sendNotices(payload)
    .catch((error: unknown) => {
      payload.logger.warn({
        err: error,
        msg: 'E-mails of notices could not be sent; tried again later',
      });
    })
    .finally(() => underWay.delete(round));
  underWay.add(round);
}

/** Waits for the rounds that are under way, before their database is closed. */
export async function noticesSent(): Promise<void> {
  await Promise.all(underWay);
}
