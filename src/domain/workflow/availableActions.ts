import type { ActionErrorCode } from './actionErrorStatus';
import type { NeededInput } from './ActionDefinition';
import { personsActions, type ActionName } from './actionTable';
import type { StandingRequest } from './decideTransition';
import type { PublishIssue } from './PublishIssue';
import { refusalOfStanding } from './refusalOfStanding';

export type ActionAvailability =
  | {
      action: ActionName;
      isAllowed: true;
      /** What the person must give along; "change" when the action replaces live text. */
      needs: (NeededInput | 'change')[];
    }
  | {
      action: ActionName;
      isAllowed: false;
      code: ActionErrorCode;
      message: string;
      issues?: PublishIssue[];
    };

/**
 * Every action that people take, in the order of the table: open to this user now, and what it
 * asks for, or why not. What the person gives along is judged by `decideTransition` only.
 */
export function availableActions(request: Omit<StandingRequest, 'action'>): ActionAvailability[] {
  return personsActions.map((row) => {
    const { name: action } = row;
    const refusal = refusalOfStanding(row, { ...request, action });
    if (refusal) {
      const { code, message, issues } = refusal;
      return { action, isAllowed: false, code, message, ...(issues && { issues }) };
    }
    const { publicationState, noteOfApproved } = request.article;
    const isAsked =
      row.publishes &&
      publicationState === 'live' &&
      (action === 'rollBack' || noteOfApproved === 'late');
    const isAnswer = request.issues?.some(({ answeredBy }) => answeredBy === 'change');
    // What replaces a scheduled edition is the kind of change that was declared for that one.
    const asksForChange =
      row.takes.includes('change') && action !== 'replaceEdition' && (isAsked || isAnswer);
    return {
      action,
      isAllowed: true,
      needs: [...row.needs, ...(asksForChange ? ['change' as const] : [])],
    };
  });
}
