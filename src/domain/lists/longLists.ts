/**
 * For lists that come from files: spreading them into a call, `push(...more)`, puts every item on the
 * stack, and a hundred thousand are too many for it.
 */
export function addAll<T>(list: T[], more: readonly T[]): void {
  for (const each of more) list.push(each);
}

/** The smallest; Infinity of none. */
export function least(numbers: readonly number[]): number {
  return numbers.reduce((one, other) => Math.min(one, other), Infinity);
}

/** The largest; 0 of none. */
export function most(numbers: readonly number[]): number {
  return numbers.reduce((one, other) => Math.max(one, other), 0);
}
