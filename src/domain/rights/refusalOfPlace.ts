import type { Actor, ArticleState } from '../workflow/ArticleState';
import { refuse, type Refusal } from '../workflow/refuse';
import { may } from './rights';

/**
 * Whether an article lies within somebody's reach: a writer's own ones, an editor's all, and whoever is
 * limited to a desk those with a topic of it, own ones apart. The same rule for saves and for actions.
 */
export function refusalOfPlace({
  user,
  article,
  notYours,
  isOwnEnough,
}: {
  user: Actor;
  article: Pick<ArticleState, 'ownedBy' | 'topics'>;
  /** What a writer hears about somebody else's article. */
  notYours: string;
  /** Whether that it is their own one lets them in, whatever their desk. */
  isOwnEnough: boolean;
}): Refusal | null {
  const isOwn = isOwnEnough && article.ownedBy.includes(user.id);
  if (isOwnEnough && !isOwn && !may(user, 'edit')) return refuse('NOT_YOUR_ARTICLE', notYours);
  const desk = user.deskTopics ?? [];
  if (!isOwn && desk.length > 0 && !article.topics.some((topic) => desk.includes(topic)))
    return refuse(
      'OUTSIDE_YOUR_DESK',
      'This article has no topic of your desk: ask its own desk, or have a topic added.',
    );
  return null;
}
