import { decideSave } from '../rights/decideSave';
import type { Actor, ArticleState } from '../workflow/ArticleState';
import { may } from '../rights/rights';
import type { Note } from './Note';

/**
 * Whether somebody may resolve and reopen every note of an article: those who may write its text,
 * and admins. Whoever began a thread may do so with that one.
 */
export function mayResolveAll(
  user: Actor,
  article: Pick<ArticleState, 'ownedBy' | 'topics'>,
): boolean {
  if (may(user, 'administer')) return true;
  return decideSave({ user, article: { ...article, stage: 'draft' } }).ok;
}

/**
 * Whether a comment may still be changed or taken back: by whoever wrote it, and only while nobody
 * has answered it.
 */
export function mayChangeComment(
  { comments }: Pick<Note, 'comments'>,
  commentId: string,
  userId: string,
): boolean {
  const last = comments.at(-1);
  return last?.id === commentId && last.author === userId;
}
