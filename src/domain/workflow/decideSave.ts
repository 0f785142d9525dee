import type { Actor, ArticleState } from './ArticleState';
import { refuse, type Refusal } from './refuse';
import { hasRole } from './Role';

/**
 * Whether a person may save the text of an article at all: writers their own ones, editors every
 * one, and whoever is limited to a desk those with a topic of it; nobody a spiked one.
 */
export function decideSave({
  user,
  article,
}: {
  user: Actor;
  article: Pick<ArticleState, 'stage' | 'ownedBy' | 'topics'>;
}): { ok: true } | Refusal {
  const isOwn = article.ownedBy.includes(user.id);
  if (!hasRole(user.roles, 'writer'))
    return refuse(
      'ROLE_NOT_ALLOWED',
      'Your role does not allow you to edit articles: ask the writer or an editor.',
    );
  if (!isOwn && !hasRole(user.roles, 'editor'))
    return refuse(
      'NOT_YOUR_ARTICLE',
      'You can edit your own articles only: ask an editor to assign this one to you.',
    );
  const desk = user.deskTopics ?? [];
  if (!isOwn && desk.length > 0 && !article.topics.some((topic) => desk.includes(topic)))
    return refuse(
      'OUTSIDE_YOUR_DESK',
      'This article has no topic of your desk: ask its own desk, or have a topic added.',
    );
  if (article.stage === 'spiked')
    return refuse(
      'STAGE_NOT_ALLOWED',
      'This article is spiked: have an editor unspike it before you edit it.',
    );
  return { ok: true };
}
