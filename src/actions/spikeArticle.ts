import {
  performTransition,
  type ActionInput,
  type ActionResult,
  type ArticleActionCall,
} from './workflow/performTransition';

/**
 * Gives up an article that is not live; nothing is deleted.
 *
 * @throws Refusal as `performTransition` does.
 */
export function spikeArticle({
  reason,
  ...call
}: ArticleActionCall & Required<Pick<ActionInput, 'reason'>>): Promise<ActionResult> {
  return performTransition({ ...call, action: 'spike', input: { reason } });
}
