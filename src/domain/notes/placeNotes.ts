import { anchorIn } from '../quotations/anchorIn';
import { lexicalText } from '../richText/lexicalText';
import type { WholeStory } from '../story/WholeStory';
import { findAnchor, findWords } from './findAnchor';
import type { Note, NoteSpot } from './Note';

/** A part of a story with its words now. */
export interface SpotText extends NoteSpot {
  text: string;
}

/** The parts of a story in the order in which they are read. */
export function spotsOf({ headline, standfirst, sections }: WholeStory): SpotText[] {
  return [
    { place: 'headline', section: null, text: headline },
    { place: 'standfirst', section: null, text: standfirst ?? '' },
    ...sections.flatMap(({ id, heading, body }): SpotText[] => [
      { place: 'heading', section: id, text: heading ?? '' },
      { place: 'body', section: id, text: lexicalText(body) },
    ]),
  ];
}

type Placed = Pick<Note, 'place' | 'section' | 'anchor'>;

/**
 * Notes in the order of the text, each where its words stand now. Where the part that they stood in
 * no longer has them, they are looked for in the others: a section may have been split or joined.
 */
export function placeNotes<N extends Placed>(notes: readonly N[], spots: readonly SpotText[]): N[] {
  return notes
    .map((note) => {
      const { index, placed } = placeNote(note, spots);
      return { index, note: { ...note, ...placed } };
    })
    .toSorted(
      (a, b) => a.index - b.index || (a.note.anchor.start ?? 0) - (b.note.anchor.start ?? 0),
    )
    .map(({ note }) => note);
}

function placeNote(
  { place, section, anchor }: Placed,
  spots: readonly SpotText[],
): { index: number; placed: Placed } {
  const own = spots.findIndex((spot) => spot.place === place && spot.section === section);
  const at = (index: number, find: typeof findAnchor) => {
    const spot = spots[index];
    const span = spot && find(spot.text, anchor);
    if (!spot || !span) return null;
    const found = { place: spot.place, section: spot.section, anchor: anchorIn(spot.text, span) };
    return { index, placed: found };
  };
  const there = at(own, findAnchor);
  if (there) return there;
  for (const index of spots.keys()) {
    const elsewhere = index === own ? null : at(index, findWords);
    if (elsewhere) return elsewhere;
  }
  const gone = { ...anchor, start: null, end: null };
  return { index: spots.length, placed: { place, section, anchor: gone } };
}
