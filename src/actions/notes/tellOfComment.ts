import type { PayloadRequest } from 'payload';

/** What an e-mail and the list of notices can show; the rest is a click away. */
const SHOWN = 300;

/**
 * Tells those whom a comment calls, and those who take part in its thread, each once and never the
 * one who wrote it; in the same transaction as the comment. The e-mails follow (`sendNotices`).
 */
export async function tellOfComment(
  {
    articleId,
    headline,
    noteId,
    text,
    mentioned,
    participants,
    at,
  }: {
    articleId: string;
    headline: string;
    noteId: string;
    text: string;
    /** Ids of users. */
    mentioned: readonly string[];
    participants: readonly string[];
    at: Date;
  },
  req: PayloadRequest,
): Promise<void> {
  const who = req.user?.name ?? '';
  const shown = text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
  const told = new Set([...mentioned, ...participants]);
  told.delete(String(req.user?.id));
  for (const user of told) {
    await req.payload.db.create({
      collection: 'notices',
      data: {
        user,
        article: articleId,
        note: noteId,
        action: 'note',
        text: mentioned.includes(user)
          ? `${who} mentioned you in a note on “${headline}”: “${shown}”`
          : `${who} answered a note on “${headline}”: “${shown}”`,
        at: at.toISOString(),
      },
      req,
    });
  }
}
