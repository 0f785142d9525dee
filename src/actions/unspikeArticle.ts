import {
  performTransition,
  type ActionInput,
  type ActionResult,
  type ArticleActionCall,
} from './workflow/performTransition';

/**
 * Takes a spiked article up again, as a draft.
 *
 * @throws Refusal as `performTransition` does.
 */
export function unspikeArticle({
  reason,
  ...call
}: ArticleActionCall & Required<Pick<ActionInput, 'reason'>>): Promise<ActionResult> {
  return performTransition({ ...call, action: 'unspike', input: { reason } });
}
