import type { Actor, ArticleState } from '../workflow/ArticleState';
import { refuse, type Refusal } from '../workflow/refuse';
import { refusalOfPlace } from './refusalOfPlace';
import { may } from './rights';

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
  if (!may(user, 'write'))
    return refuse(
      'ROLE_NOT_ALLOWED',
      'Your role does not allow you to edit articles: ask the writer or an editor.',
    );
  const notYours = 'You can edit your own articles only: ask an editor to assign this one to you.';
  const refused = refusalOfPlace({ user, article, notYours, isOwnEnough: true });
  if (refused) return refused;
  if (article.stage === 'spiked')
    return refuse(
      'STAGE_NOT_ALLOWED',
      'This article is spiked: have an editor unspike it before you edit it.',
    );
  return { ok: true };
}
