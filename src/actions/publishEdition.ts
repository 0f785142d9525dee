import {
  performTransition,
  type ActionInput,
  type ActionResult,
  type ArticleActionCall,
} from './workflow/performTransition';

/**
 * Shows the approved edition to readers. Where another text is live, `change` says what kind of change
 * this is: a correction, clarification or update with a public note, or a minor one with a reason.
 *
 * @throws Refusal as `performTransition` does.
 */
export function publishEdition({
  edition,
  change,
  ...call
}: ArticleActionCall & Pick<ActionInput, 'edition' | 'change'>): Promise<ActionResult> {
  return performTransition({ ...call, action: 'publish', input: { edition, change } });
}
