import {
  performTransition,
  type ActionInput,
  type ActionResult,
  type ArticleActionCall,
} from './workflow/performTransition';

/**
 * Approves the text whose `canonicalHash` the approver read, and freezes exactly it as an edition.
 *
 * @throws Refusal as `performTransition` does.
 */
export function approveArticle({
  contentHash,
  ...call
}: ArticleActionCall & Required<Pick<ActionInput, 'contentHash'>>): Promise<ActionResult> {
  return performTransition({ ...call, action: 'approve', input: { contentHash } });
}
