import type { PayloadRequest } from 'payload';

import { idsOf } from '../../domain/edition/WorkingCopy';
import type { ActionRow } from '../../domain/workflow/actionTable';
import { concernedBy } from '../../domain/workflow/concernedBy';
import { rolesFrom, type Role } from '../../domain/rights/Role';
import type { Article } from '../../payload-types';
import { actorOf, articleState } from '../load/articleState';

/**
 * Tells the people concerned, in the same transaction as the action itself: nobody hears of what
 * did not happen. The e-mails follow from these rows (`sendNotices`).
 */
export async function recordNotices(
  {
    action,
    article,
    words,
    at,
  }: {
    action: ActionRow;
    article: Article;
    /** What the acting person wrote along: a note, a reason. */
    words: string | null;
    at: Date;
  },
  req: PayloadRequest,
): Promise<void> {
  const told = concernedBy({
    action,
    article: articleState(article, { openOrder: null }),
    editors: action.tells?.whom === 'editors' ? await holdersOf('editor', article, req) : [],
    actor: req.user?.id ?? null,
  });
  if (!told) return;
  for (const user of told.users) {
    const who = req.user?.name ?? 'The clock';
    await req.payload.db.create({
      collection: 'notices',
      data: {
        user,
        article: article.id,
        action: action.name,
        text: `${who} ${told.verb} “${article.headline}”.${words ? ` “${words}”` : ''}`,
        at: at.toISOString(),
      },
      req,
    });
  }
}

/** Tells those who may take an article back of something that somebody found about it while it is live. */
export async function tellPublishers(
  { article, action, text, at }: { article: Article; action: string; text: string; at: Date },
  req: PayloadRequest,
): Promise<void> {
  for (const user of await holdersOf('publisher', article, req)) {
    if (user === req.user?.id) continue;
    await req.payload.db.create({
      collection: 'notices',
      data: { user, article: article.id, action, text, at: at.toISOString() },
      req,
    });
  }
}

/** Everyone with a role, or one that includes it, for the article: of its desk where they have one. */
async function holdersOf(role: Role, article: Article, req: PayloadRequest): Promise<string[]> {
  const { docs: users } = await req.payload.find({
    collection: 'users',
    where: { roles: { in: rolesFrom(role) } },
    depth: 0,
    pagination: false,
    overrideAccess: true,
    req,
  });
  const topics = idsOf(article.topics);
  return users
    .filter((user) => {
      const { deskTopics = [] } = actorOf(user);
      return deskTopics.length === 0 || topics.some((id) => deskTopics.includes(id));
    })
    .map(({ id }) => id);
}
