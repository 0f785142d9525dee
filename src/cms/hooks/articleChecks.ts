import type { Checks, CheckState } from '../../domain/workflow/checkTable';
import type { Article } from '../../payload-types';

type CheckFields = Partial<Pick<Article, 'flags' | 'embargoUntil'>>;

const NONE: Checks = { legal: 'not_needed', factCheck: 'not_needed', embargo: null };

/** The checks of an article as a save leaves them: what is not sent stays, what is emptied is none. */
export function articleChecks(saved: CheckFields | null | undefined, before = NONE): Checks {
  const flag = (name: 'legal' | 'factCheck'): CheckState => {
    const flags = saved?.flags;
    return flags && name in flags && flags[name] !== undefined
      ? (flags[name] ?? 'not_needed')
      : before[name];
  };
  const embargo: unknown = saved?.embargoUntil;
  return {
    legal: flag('legal'),
    factCheck: flag('factCheck'),
    embargo: embargo === undefined ? before.embargo : embargo ? isoOf(embargo) : null,
  };
}

function isoOf(time: unknown): string {
  return time instanceof Date ? time.toISOString() : String(time);
}
