import type { Article } from '../../payload-types';
import { articleState } from '../load/articleState';
import type { ActionResult } from '../workflow/ActionResult';
import type { OrderRow } from './OrderRow';

/** What a change of the schedule answers: the article's standing, which it leaves alone, and the order. */
export function scheduleResult({
  action,
  article,
  order,
}: {
  action: ActionResult['action'];
  article: Article;
  order: OrderRow;
}): ActionResult {
  const { stage, publicationState, onHold } = articleState(article, { openOrder: null });
  const { _id, kind, state, at, wallTime, zone, group = null } = order;
  return {
    action,
    articleId: article.id,
    stage,
    publicationState,
    onHold,
    edition: null,
    sequence: null,
    publication: { id: String(_id), kind, state, at: at.toISOString(), wallTime, zone, group },
  };
}
