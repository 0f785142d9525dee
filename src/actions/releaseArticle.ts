import {
  performTransition,
  type ActionInput,
  type ActionResult,
  type ArticleActionCall,
} from './workflow/performTransition';

/**
 * Ends a hold.
 *
 * @throws Refusal as `performTransition` does.
 */
export function releaseArticle({
  reason,
  ...call
}: ArticleActionCall & Required<Pick<ActionInput, 'reason'>>): Promise<ActionResult> {
  return performTransition({ ...call, action: 'release', input: { reason } });
}
