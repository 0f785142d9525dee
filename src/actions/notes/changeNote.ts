import type { PayloadRequest } from 'payload';

import type { Note } from '../../domain/notes/Note';
import type { Article, Note as NoteDocument } from '../../payload-types';
import { inTransaction, type ActionCall } from '../transaction/inTransaction';
import { loadArticle } from '../load/loadArticle';
import { loadNote, noteOf } from './loadNotes';

/** A note of an article, by ids. */
export interface NoteCall extends ActionCall {
  articleId: string;
  noteId: string;
  now: Date;
}

interface Standing {
  article: Article;
  note: Note;
  document: NoteDocument;
  req: PayloadRequest;
}

/**
 * Changes a note in one transaction. Whoever changes the same note at the same moment comes after
 * or before, so that of two replies neither is lost. `change` answers what is new of it; null: the
 * whole note goes.
 *
 * @throws Refusal NOT_FOUND 404, and what `change` refuses.
 */
export async function changeNote({
  articleId,
  noteId,
  change,
  ...call
}: Omit<NoteCall, 'now'> & {
  change: (standing: Standing) => Promise<Partial<NoteDocument> | null>;
}): Promise<Note | null> {
  return inTransaction({
    ...call,
    work: async (req) => {
      const article = await loadArticle(articleId, req);
      const standing = { ...(await loadNote({ articleId, noteId, req })), article, req };
      const data = await change(standing);
      const one = { collection: 'notes', id: noteId, overrideAccess: true, depth: 0, req } as const;
      if (data === null) {
        await req.payload.delete(one);
        return null;
      }
      return noteOf(await req.payload.update({ ...one, data }));
    },
  });
}
