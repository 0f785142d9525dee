import {
  performTransition,
  type ActionResult,
  type ArticleActionCall,
} from './workflow/performTransition';

/**
 * Sends the working copy to review. The submitter is remembered, for four eyes.
 *
 * @throws Refusal as `performTransition` does.
 */
export function submitForReview(call: ArticleActionCall): Promise<ActionResult> {
  return performTransition({ ...call, action: 'submit' });
}
