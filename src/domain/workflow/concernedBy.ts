import type { ActionRow } from './actionTable';
import type { ArticleState } from './ArticleState';

/**
 * Who is told of an action, and in which words; null for actions that concern nobody else. What the
 * editors are told concerns those assigned to the article, or all of them where none is; everything
 * else those whose article it is. Nobody is told of what they did themselves.
 */
export function concernedBy({
  action: { tells },
  article,
  editors,
  actor,
}: {
  action: Pick<ActionRow, 'tells'>;
  article: Pick<ArticleState, 'ownedBy' | 'submittedBy'>;
  /** Ids of the users who may approve this article. */
  editors: readonly string[];
  /** Who acted; null for the clock. */
  actor: string | null;
}): { users: string[]; verb: string } | null {
  if (!tells) return null;
  const assigned = editors.filter((editor) => article.ownedBy.includes(editor));
  const users =
    tells.whom === 'editors'
      ? assigned.length > 0
        ? assigned
        : editors
      : [...article.ownedBy, ...(article.submittedBy ? [article.submittedBy] : [])];
  const others = [...new Set(users)].filter((user) => user !== actor);
  return others.length > 0 ? { users: others, verb: tells.does.en } : null;
}
