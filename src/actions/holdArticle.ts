import {
  performTransition,
  type ActionInput,
  type ActionResult,
  type ArticleActionCall,
} from './workflow/performTransition';

/**
 * Keeps an article from going out, whatever is approved or scheduled, until it is released.
 *
 * @throws Refusal as `performTransition` does.
 */
export function holdArticle({
  reason,
  ...call
}: ArticleActionCall & Required<Pick<ActionInput, 'reason'>>): Promise<ActionResult> {
  return performTransition({ ...call, action: 'hold', input: { reason } });
}
