import type { CollectionAfterChangeHook } from 'payload';

import { actionOf } from '../../actions/transaction/actionRequest';
import { idsOf } from '../../domain/edition/WorkingCopy';
import type { Article } from '../../payload-types';

/**
 * Tells those who are newly assigned to an article, and all assigned when its deadline moves. The
 * e-mails go out with the server's next round.
 */
export const tellAssigned: CollectionAfterChangeHook<Article> = async ({
  doc,
  previousDoc,
  req,
}) => {
  if (actionOf(req) || !req.user) return doc;
  const before = previousDoc as Partial<Article> | undefined;
  const isMoved = Boolean(doc.deadline) && timeOf(doc.deadline) !== timeOf(before?.deadline);
  const known = idsOf(before?.assignedTo);
  const due = doc.deadline ? `, due ${doc.deadline.slice(0, 16).replace('T', ' ')} UTC` : '';
  const told = idsOf(doc.assignedTo).filter((user) => user !== String(req.user?.id));
  for (const user of told) {
    const isNew = !known.includes(user);
    if (!isNew && !isMoved) continue;
    await req.payload.db.create({
      collection: 'notices',
      data: {
        user,
        article: doc.id,
        action: 'assign',
        text: isNew
          ? `${req.user.name} assigned “${doc.headline}” to you${due}.`
          : `${req.user.name} moved the deadline of “${doc.headline}”${due}.`,
        at: new Date().toISOString(),
      },
      req,
    });
  }
  return doc;
};

function timeOf(date: string | null | undefined): number | null {
  return date ? Date.parse(date) : null;
}
