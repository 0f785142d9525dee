import type { ActionErrorCode } from './actionErrorStatus';
import type { ActionName } from './ActionName';
import type { StandingRequest } from './decideTransition';
import type { PublishIssue } from './PublishIssue';
import { refusalOfStanding } from './refusalOfStanding';
import { transitions, type InputName } from './transitions';

export type ActionAvailability =
  | {
      action: ActionName;
      isAllowed: true;
      /** What the person must give along; "change" when the action replaces live text. */
      needs: (InputName | 'change')[];
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
  return transitions
    .filter(({ role }) => role !== 'clock')
    .map((row) => {
      const { action } = row;
      const refusal = refusalOfStanding(row, { ...request, action });
      if (refusal) {
        const { code, message, issues } = refusal;
        return { action, isAllowed: false, code, message, ...(issues && { issues }) };
      }
      const asksForChange =
        request.article.publicationState === 'live' &&
        (row.to.publicationState === 'live' || action === 'schedule');
      return {
        action,
        isAllowed: true,
        needs: [...row.needs, ...(asksForChange ? ['change' as const] : [])],
      };
    });
}
