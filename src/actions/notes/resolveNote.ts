import type { Note } from '../../domain/notes/Note';
import { mayResolveAll } from '../../domain/notes/noteRights';
import { actorOf, articleState } from '../load/articleState';
import { changeNote, type NoteCall } from './changeNote';
import { Refusal } from '../Refusal';

/**
 * Says that a note is dealt with, or with `isResolved` false that it is not. Saying the same again
 * changes nothing.
 *
 * @throws Refusal NOT_FOUND 404, ROLE_NOT_ALLOWED 403.
 */
export function resolveNote({
  isResolved,
  now,
  ...call
}: NoteCall & { isResolved: boolean }): Promise<Note | null> {
  return changeNote({
    ...call,
    change: ({ article, note }) => {
      const isOwn = note.comments[0]?.author === call.user?.id;
      const state = articleState(article, { openOrder: null });
      if (!isOwn && !mayResolveAll(actorOf(call.user), state)) {
        throw new Refusal({
          code: 'ROLE_NOT_ALLOWED',
          status: 403,
          message:
            'Whoever began a note resolves it, or whoever may write this article. Answer it instead.',
        });
      }
      if (isResolved === (note.resolvedAt !== null)) return Promise.resolve({});
      return Promise.resolve(
        isResolved
          ? { resolvedAt: now.toISOString(), resolvedBy: call.user?.name ?? null }
          : { resolvedAt: null, resolvedBy: null },
      );
    },
  });
}
