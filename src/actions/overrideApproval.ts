import {
  performTransition,
  type ActionInput,
  type ActionResult,
  type ArticleActionCall,
} from './workflow/performTransition';

/**
 * Approves without four eyes or open checks, by an admin, with a reason that the history keeps.
 *
 * @throws Refusal as `performTransition` does.
 */
export function overrideApproval({
  contentHash,
  reason,
  ...call
}: ArticleActionCall &
  Required<Pick<ActionInput, 'contentHash' | 'reason'>>): Promise<ActionResult> {
  return performTransition({ ...call, action: 'override', input: { contentHash, reason } });
}
