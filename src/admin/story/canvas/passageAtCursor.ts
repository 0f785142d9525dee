import type { MarkedWords, Passage } from './findPassages';

/** The first passage that the cursor is in; nothing while words are selected. */
export function passageAtCursor<M extends MarkedWords>(
  passages: readonly Passage<M>[],
): Passage<M> | undefined {
  const { anchorNode, anchorOffset, isCollapsed } = window.getSelection() ?? {};
  if (!anchorNode || !isCollapsed) return undefined;
  return passages.find(({ range }) => range.isPointInRange(anchorNode, anchorOffset ?? 0));
}
