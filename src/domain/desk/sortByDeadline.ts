import type { DeskArticle } from './Desk';

/** What is due first comes first, and what has no deadline after it, as it was. */
export function sortByDeadline<Row extends Pick<DeskArticle, 'deadline'>>(
  rows: readonly Row[],
): Row[] {
  return rows.toSorted((a, b) => dueOf(a) - dueOf(b) || 0);
}

function dueOf({ deadline }: Pick<DeskArticle, 'deadline'>): number {
  // Not infinity: the difference of two of them is no number.
  return deadline ? Date.parse(deadline) : Number.MAX_SAFE_INTEGER;
}
