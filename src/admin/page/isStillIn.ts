/**
 * Whether somebody is still where they were when they asked for something: what came of it may take
 * the focus then. Whoever went elsewhere while the answer was under way is not called back.
 *
 * @param place the part of the page that they asked from.
 */
export function isStillIn(place: Element | null): boolean {
  const { activeElement } = document;
  // Nothing has the focus once the button that had it is gone, or cannot be pressed again.
  if (activeElement === null || activeElement === document.body) return true;
  return place?.contains(activeElement) === true;
}
