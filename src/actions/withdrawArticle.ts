import {
  performTransition,
  type ActionInput,
  type ActionResult,
  type ArticleActionCall,
} from './workflow/performTransition';

/**
 * Takes a live article away from readers, who find the notice in its place (HTTP 410).
 *
 * @throws Refusal as `performTransition` does.
 */
export function withdrawArticle({
  reason,
  notice,
  ...call
}: ArticleActionCall & Required<Pick<ActionInput, 'reason' | 'notice'>>): Promise<ActionResult> {
  return performTransition({ ...call, action: 'withdraw', input: { reason, notice } });
}
