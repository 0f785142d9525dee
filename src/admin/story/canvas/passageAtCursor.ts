import type { MarkedWords, Passage } from './findPassages';

/**
 * The first passage that the cursor is in. With words selected it is the one where they begin, but
 * only where that is asked for: whoever selects with the mouse wants the words and nothing else.
 */
export function passageAtCursor<M extends MarkedWords>(
  passages: readonly Passage<M>[],
  { isAsked = false }: { isAsked?: boolean } = {},
): Passage<M> | undefined {
  const { anchorNode, anchorOffset, isCollapsed } = window.getSelection() ?? {};
  if (!anchorNode || !(isCollapsed || isAsked)) return undefined;
  return passages.find(({ range }) => range.isPointInRange(anchorNode, anchorOffset ?? 0));
}
