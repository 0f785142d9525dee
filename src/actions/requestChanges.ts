import {
  performTransition,
  type ActionInput,
  type ActionResult,
  type ArticleActionCall,
} from './workflow/performTransition';

/**
 * Sends an article in review back to its writer, with a note on what to change.
 *
 * @throws Refusal as `performTransition` does.
 */
export function requestChanges({
  note,
  ...call
}: ArticleActionCall & Required<Pick<ActionInput, 'note'>>): Promise<ActionResult> {
  return performTransition({ ...call, action: 'requestChanges', input: { note } });
}
