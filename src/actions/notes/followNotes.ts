import type { PayloadRequest } from 'payload';

import { placeNotes, spotsOf } from '../../domain/notes/placeNotes';
import { loadNotes } from './loadNotes';
import { readStory } from '../story/readStory';

/**
 * Lets the notes of an article go with their words after a save of its text: each save changes
 * little, so that a note keeps to its words however much they change in the end.
 */
export async function followNotes(articleId: string, req: PayloadRequest): Promise<void> {
  const notes = await loadNotes(articleId, req);
  if (notes.length === 0) return;
  const before = new Map(notes.map((note) => [note.id, note]));
  for (const { id, place, section, anchor } of placeNotes(
    notes,
    spotsOf(await readStory(articleId, req)),
  )) {
    const was = before.get(id);
    if (was?.place === place && was.section === section && isSame(was.anchor, anchor)) continue;
    await req.payload.update({
      collection: 'notes',
      id,
      data: { place, section, anchor },
      depth: 0,
      overrideAccess: true,
      req,
    });
  }
}

type Anchor = ReturnType<typeof placeNotes>[number]['anchor'];

/** The position is a hint: words that only moved along with others are found by themselves. */
function isSame(was: Anchor, now: Anchor): boolean {
  return (
    was.exact === now.exact &&
    was.prefix === now.prefix &&
    was.suffix === now.suffix &&
    (was.start === null) === (now.start === null)
  );
}
