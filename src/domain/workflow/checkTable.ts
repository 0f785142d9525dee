import { may, type Right } from '../rights/rights';
import { refuse, type Refusal } from './refuse';

/** Where a check stands; an embargo has a time instead. */
export type CheckState = 'not_needed' | 'required' | 'complete';

/** What an article is kept back by, besides the hold, which has actions of its own. */
export interface Checks {
  legal: CheckState;
  factCheck: CheckState;
  /** ISO 8601. */
  embargo: string | null;
}

export type CheckName = keyof Checks;

/** To raise is to ask for more: a check, a later embargo. To lower is to do without. */
export type CheckMove = 'raise' | 'complete' | 'lower';

/**
 * Who may do what to a check, of those who may save the article or complete the check. To hold and to
 * release takes an editor too: those are actions, in their own definitions.
 */
/* prettier-ignore */
const checkTable = {
  legal:     { raise: 'useNewsroom', complete: 'edit',         lower: 'edit'         },
  factCheck: { raise: 'useNewsroom', complete: 'verifyQuotes', lower: 'verifyQuotes' },
  embargo:   { raise: 'useNewsroom', complete: 'edit',         lower: 'edit'         },
} as const satisfies Record<CheckName, Record<CheckMove, Right>>;

/* prettier-ignore */
const refusals = {
  legal: {
    complete: 'An editor completes the legal check.',
    lower:    'An editor says that no legal check is needed.',
  },
  factCheck: {
    complete: 'A fact-checker or an editor completes the fact check.',
    lower:    'A fact-checker or an editor says that no fact check is needed.',
  },
  embargo: {
    complete: 'An editor ends or shortens an embargo.',
    lower:    'An editor ends or shortens an embargo.',
  },
} as const satisfies Record<CheckName, Record<Exclude<CheckMove, 'raise'>, string>>;

export interface CheckChange {
  check: CheckName;
  move: CheckMove;
  /** In words, for the history. */
  from: string;
  to: string;
}

/** What a save changes of the checks of an article. */
export function checkChanges(before: Checks, after: Checks): CheckChange[] {
  const flags = (['legal', 'factCheck'] as const).flatMap((check): CheckChange[] => {
    const [from, to] = [before[check], after[check]];
    if (from === to) return [];
    const move = to === 'required' ? 'raise' : to === 'complete' ? 'complete' : 'lower';
    return [{ check, move, from: inWords(from), to: inWords(to) }];
  });
  const [from, to] = [Date.parse(before.embargo ?? ''), Date.parse(after.embargo ?? '')];
  if (before.embargo === after.embargo || from === to) return flags;
  // Written so that what cannot be read counts as lowering.
  const isRaised = after.embargo !== null && (before.embargo === null || to > from);
  return [
    ...flags,
    {
      check: 'embargo',
      move: isRaised ? 'raise' : 'lower',
      from: before.embargo ?? 'none',
      to: after.embargo ?? 'none',
    },
  ];
}

/** Why somebody may not make one of these changes; null when they may make all. */
export function refusalOfChecks(
  user: object | null,
  changes: readonly CheckChange[],
): Refusal | null {
  for (const { check, move } of changes) {
    if (may(user, checkTable[check][move])) continue;
    const message =
      move === 'raise' ? 'Sign in as a member of the newsroom to do this.' : refusals[check][move];
    return refuse('ROLE_NOT_ALLOWED', message);
  }
  return null;
}

function inWords(state: CheckState): string {
  return state.replaceAll('_', ' ');
}
