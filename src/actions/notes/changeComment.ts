import { idsOf } from '../../domain/edition/WorkingCopy';
import { mentionsIn } from '../../domain/notes/mentionsIn';
import type { Note } from '../../domain/notes/Note';
import { mayChangeComment } from '../../domain/notes/noteRights';
import { changeNote, type NoteCall } from './changeNote';
import { loadColleagues } from '../load/loadColleagues';
import { Refusal } from '../Refusal';
import { sendNoticesSoon } from '../record/sendNotices';
import { tellOfComment } from './tellOfComment';

/**
 * Changes one's own last comment, or with `text` null takes it back; with its only comment the whole
 * note goes. Who is mentioned only now is told now.
 *
 * @throws Refusal NOT_FOUND 404, NOT_YOUR_COMMENT 403, COMMENT_ANSWERED 409.
 */
export async function changeComment({
  commentId,
  text,
  now,
  ...call
}: NoteCall & { commentId: string; text: string | null }): Promise<Note | null> {
  const note = await changeNote({
    ...call,
    change: async ({ article, note: standing, document, req }) => {
      const comments = document.comments ?? [];
      const old = comments.find(({ id }) => id === commentId);
      if (!old) {
        throw new Refusal({
          code: 'NOT_FOUND',
          status: 404,
          message: 'There is no such comment any more.',
        });
      }
      if (!mayChangeComment(standing, commentId, String(call.user?.id)))
        throw refusal(standing, commentId, call);
      if (text === null) {
        return comments.length === 1 ? null : { comments: comments.slice(0, -1) };
      }
      if (text === old.text) return {};
      const mentions = mentionsIn(text, await loadColleagues(req));
      const known = idsOf(old.mentions);
      await tellOfComment(
        {
          articleId: call.articleId,
          headline: article.headline ?? '',
          noteId: call.noteId,
          text,
          mentioned: mentions.filter((id) => !known.includes(id)),
          participants: [],
          at: now,
        },
        req,
      );
      const changed = { ...old, text, mentions, editedAt: now.toISOString() };
      return { comments: [...comments.slice(0, -1), changed] };
    },
  });
  sendNoticesSoon(call.payload);
  return note;
}

function refusal({ comments }: Note, commentId: string, { user }: Pick<NoteCall, 'user'>): Refusal {
  const isOwn = comments.some(({ id, author }) => id === commentId && author === user?.id);
  return isOwn
    ? new Refusal({
        code: 'COMMENT_ANSWERED',
        status: 409,
        message: 'Somebody has answered this comment, so it stays. Add another one below.',
      })
    : new Refusal({
        code: 'NOT_YOUR_COMMENT',
        status: 403,
        message: 'This comment is somebody else’s: only they can change it. Answer it instead.',
      });
}
