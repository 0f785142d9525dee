import type { ActionName } from './ActionName';
import type { ArticleState } from './ArticleState';

/** What the people concerned are told about, as it goes on after somebody's name. */
const TOLD: Partial<Record<ActionName, string>> = {
  submit: 'submitted',
  requestChanges: 'asked for changes to',
  approve: 'approved',
  override: 'approved, overriding the checks of,',
  publish: 'published',
  rollBack: 'went back to an earlier edition of',
  withdraw: 'withdrew',
  spike: 'spiked',
  hold: 'put on hold',
  release: 'released',
};

/**
 * Who is told of an action, and in which words; null for actions that concern nobody else. A
 * submission concerns the editors assigned to the article, or all editors where none is; everything
 * else those whose article it is. Nobody is told of what they did themselves.
 */
export function concernedBy({
  action,
  article,
  editors,
  actor,
}: {
  action: ActionName;
  article: Pick<ArticleState, 'ownedBy' | 'submittedBy'>;
  /** Ids of the users who may approve this article. */
  editors: readonly string[];
  /** Who acted; null for the clock. */
  actor: string | null;
}): { users: string[]; verb: string } | null {
  const verb = TOLD[action];
  if (!verb) return null;
  const assigned = editors.filter((editor) => article.ownedBy.includes(editor));
  const users =
    action === 'submit'
      ? assigned.length > 0
        ? assigned
        : editors
      : [...article.ownedBy, ...(article.submittedBy ? [article.submittedBy] : [])];
  const others = [...new Set(users)].filter((user) => user !== actor);
  return others.length > 0 ? { users: others, verb } : null;
}
