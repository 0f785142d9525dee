import { idOf, idsOf } from '../../domain/edition/WorkingCopy';
import { mentionsIn } from '../../domain/notes/mentionsIn';
import type { Note } from '../../domain/notes/Note';
import { changeNote, type NoteCall } from './changeNote';
import { loadColleagues } from '../load/loadColleagues';
import { Refusal } from '../Refusal';
import { sendNoticesSoon } from '../record/sendNotices';
import { tellOfComment } from './tellOfComment';

/** A thread of that length is a meeting. */
const MOST_COMMENTS = 200;

/**
 * Answers in a thread, and opens it again where it was resolved: an answer that nobody sees helps
 * nobody. The same words sent twice by one person within a moment are one answer.
 *
 * @throws Refusal NOT_FOUND 404, TOO_MANY_COMMENTS 409.
 */
export async function replyToNote({
  text,
  now,
  ...call
}: NoteCall & { text: string }): Promise<Note | null> {
  const note = await changeNote({
    ...call,
    change: async ({ article, document, req }) => {
      const comments = document.comments ?? [];
      const last = comments.at(-1);
      const isRepeated =
        last?.text === text &&
        idOf(last.author) === call.user?.id &&
        now.getTime() - Date.parse(last.at ?? '') < REPEATED_MS;
      if (isRepeated) return {};
      if (comments.length >= MOST_COMMENTS) {
        throw new Refusal({
          code: 'TOO_MANY_COMMENTS',
          status: 409,
          message: `A note has at most ${MOST_COMMENTS} comments. Begin another one.`,
        });
      }
      const mentions = mentionsIn(text, await loadColleagues(req));
      await tellOfComment(
        {
          articleId: call.articleId,
          headline: article.headline ?? '',
          noteId: call.noteId,
          text,
          mentioned: mentions,
          participants: comments.flatMap(({ author, mentions: called }) => [
            ...(idOf(author) ? [String(idOf(author))] : []),
            ...idsOf(called),
          ]),
          at: now,
        },
        req,
      );
      const comment = {
        author: call.user?.id,
        authorName: call.user?.name,
        text,
        mentions,
        at: now.toISOString(),
      };
      return { comments: [...comments, comment], resolvedAt: null, resolvedBy: null };
    },
  });
  sendNoticesSoon(call.payload);
  return note;
}

/** A request whose answer was lost is sent again within this time. */
const REPEATED_MS = 60_000;
