import type { ActionName } from '../workflow/actionTable';
import type { Column } from './Desk';

/* prettier-ignore */
const MOVES: Partial<Record<`${Column} ${Column}`, ActionName>> = {
  'draft in_review': 'submit',
  'changes_requested in_review': 'submit',
  'in_review changes_requested': 'requestChanges',
  'in_review approved': 'approve',
  'approved scheduled': 'schedule',
  'approved live': 'publish',
  'scheduled approved': 'unschedule',
  'scheduled live': 'publish',
};

/** The action that takes an article from one column of the board to another; null where none does. */
export function boardMove(from: Column, to: Column): ActionName | null {
  return MOVES[`${from} ${to}`] ?? null;
}
