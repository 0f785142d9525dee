/**
 * Shows passages in the look that story.css has for `::highlight(name)`, without a change of the
 * document (CSS Custom Highlight API): the text stays one text for the editor, undo and screen
 * readers. Each kind of mark has names of its own, and none takes another's away.
 */
export function paintPassages(name: string, ranges: readonly Range[]): void {
  if (!('highlights' in CSS)) return;
  if (ranges.length === 0) CSS.highlights.delete(name);
  else CSS.highlights.set(name, new Highlight(...ranges));
}
