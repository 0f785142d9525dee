/** Beyond this a text repeats one letter, and any of the places is as good. */
const MOST_PLACES = 500;

/** Where a piece stands in a text, from its beginning on, overlaps included (UTF-16 offsets). */
export function occurrences(text: string, piece: string): number[] {
  const found: number[] = [];
  for (
    let at = text.indexOf(piece);
    at >= 0 && found.length < MOST_PLACES;
    at = text.indexOf(piece, at + 1)
  ) {
    found.push(at);
  }
  return found;
}
