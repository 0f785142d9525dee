import type { PayloadRequest } from 'payload';

import { canonicalHash } from '../../domain/edition/canonicalHash';
import { FORMAT } from '../../domain/edition/EditionContent';
import { readEdition } from '../../domain/edition/readEdition';
import { idOf } from '../../domain/edition/WorkingCopy';
import type { ActionInput } from '../../domain/workflow/ActionInput';
import { actionErrorStatus } from '../../domain/workflow/actionErrorStatus';
import { actionRow, type ActionName } from '../../domain/workflow/actionTable';
import { isLiveChange, type ArticleState } from '../../domain/workflow/ArticleState';
import type { Article, Edition } from '../../payload-types';
import { loadEdition } from '../load/loadEdition';
import { Refusal } from '../Refusal';

/** Whether an edition says what it changes, or was made before that was a part of it. */
export function noteOf(edition: Edition | null): ArticleState['noteOfApproved'] {
  if (!edition) return undefined;
  const { format = FORMAT } = (edition.content ?? {}) as { format?: number };
  if (format < FORMAT) return 'late';
  return isLiveChange(readEdition(edition).change) ? 'told' : 'missing';
}

/**
 * What a person gave along, with the note that was approved with the edition that is to go out. Only of
 * an edition older than such notes, and to go back to an earlier edition, the publisher says it.
 *
 * @throws Refusal CHANGE_ALREADY_APPROVED 409 where another note is sent than the approved one.
 */
export async function withApprovedChange({
  action,
  input,
  article,
  req,
}: {
  action: ActionName;
  input: ActionInput;
  article: Article;
  req: PayloadRequest;
}): Promise<ActionInput> {
  const { publishes } = actionRow(action);
  const approved = idOf(article.workflow?.approvedEdition);
  const isOther = !publishes || action === 'rollBack' || input.kind === 'withdraw';
  if (isOther || !approved) return input;
  const edition = await loadEdition(approved, req);
  if (!edition || noteOf(edition) === 'late') return input;
  const { change } = readEdition(edition);
  const told = isLiveChange(change) ? { kind: change.kind, note: change.note } : null;
  if (input.change && canonicalHash(input.change) !== canonicalHash(told) && told) {
    throw new Refusal({
      code: 'CHANGE_ALREADY_APPROVED',
      status: actionErrorStatus.CHANGE_ALREADY_APPROVED,
      message: `Another note was approved with this edition: “${told.note}” Publish without a note, or change it in the story and have it approved again.`,
    });
  }
  return { ...input, change: told };
}
