import type { PayloadRequest } from 'payload';

import { idOf } from '../../domain/edition/WorkingCopy';
import type { Note } from '../../domain/notes/Note';
import type { Note as NoteDocument } from '../../payload-types';
import { findByIds } from '../load/findByIds';
import { Refusal } from '../Refusal';

/** All notes of an article as they are stored, the oldest first. */
export async function loadNotes(articleId: string, req: PayloadRequest): Promise<Note[]> {
  const { docs } = await req.payload.find({
    collection: 'notes',
    where: { article: { equals: articleId } },
    sort: 'createdAt',
    depth: 0,
    pagination: false,
    overrideAccess: true,
    req,
  });
  return docs.map(noteOf);
}

/**
 * One note of an article.
 *
 * @throws Refusal NOT_FOUND 404.
 */
export async function loadNote({
  articleId,
  noteId,
  req,
}: {
  articleId: string;
  noteId: string;
  req: PayloadRequest;
}): Promise<{ note: Note; document: NoteDocument }> {
  const [document] = await findByIds({ collection: 'notes', ids: [noteId], req });
  if (document && idOf(document.article) === articleId) {
    return { note: noteOf(document), document };
  }
  throw new Refusal({
    code: 'NOT_FOUND',
    status: 404,
    message: 'There is no such note any more: whoever wrote it has taken it back.',
  });
}

export function noteOf({
  id,
  section,
  place,
  about,
  anchor,
  comments,
  resolvedAt,
  resolvedBy,
}: NoteDocument): Note {
  return {
    id,
    section: idOf(section),
    place,
    about: about ?? '',
    anchor: {
      exact: anchor?.exact ?? '',
      prefix: anchor?.prefix ?? '',
      suffix: anchor?.suffix ?? '',
      start: anchor?.start ?? null,
      end: anchor?.end ?? null,
    },
    comments: (comments ?? []).map((comment) => ({
      id: String(comment.id),
      author: idOf(comment.author),
      authorName: comment.authorName ?? '',
      text: comment.text ?? '',
      at: comment.at ?? '',
      editedAt: comment.editedAt ?? null,
    })),
    resolvedAt: resolvedAt ?? null,
    resolvedBy: resolvedBy ?? null,
  };
}
