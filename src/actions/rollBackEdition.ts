import {
  performTransition,
  type ActionInput,
  type ActionResult,
  type ArticleActionCall,
} from './workflow/performTransition';

/**
 * Shows an earlier edition of a live article again; the working copy stays as it is.
 *
 * @throws Refusal as `performTransition` does.
 */
export function rollBackEdition({
  edition,
  change,
  ...call
}: ArticleActionCall &
  Required<Pick<ActionInput, 'edition'>> &
  Pick<ActionInput, 'change'>): Promise<ActionResult> {
  return performTransition({ ...call, action: 'rollBack', input: { edition, change } });
}
