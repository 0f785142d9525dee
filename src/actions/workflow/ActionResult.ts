import type { ActionName } from '../../domain/workflow/actionTable';
import type { ArticleState, OpenOrder } from '../../domain/workflow/ArticleState';

/** Where the article stands after an action. */
export interface ActionResult {
  action: ActionName;
  articleId: string;
  stage: ArticleState['stage'];
  publicationState: ArticleState['publicationState'];
  onHold: boolean;
  /** The edition that was frozen, or that readers see from now on; null where neither happened. */
  edition: { id: string; number: number; hash: string } | null;
  /** The number of the event, when readers see something else from now on. */
  sequence: number | null;
  /** The order that was placed, moved or cancelled, of the actions on the schedule. */
  publication?: OrderResult;
}

/** An order to publish or withdraw; `at` in ISO 8601 UTC. */
export interface OrderResult {
  id: string;
  kind: OpenOrder['kind'];
  state: string;
  at: string;
  wallTime: string;
  zone: string;
  group: string | null;
}
