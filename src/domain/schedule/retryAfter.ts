const FIRST_MS = 500;
const LONGEST_MS = 60_000;

/** Tries that fit into about ten minutes; a fault that lasts longer needs a person. */
const MAX_ATTEMPTS = 16;

/**
 * How many ms to wait before an order that met a passing fault is tried again: doubling from half a
 * second up to a minute. Null when it has been tried often enough.
 *
 * @param attempts how often it has been tried, at least 1.
 */
export function retryAfter(attempts: number): number | null {
  if (attempts >= MAX_ATTEMPTS) return null;
  return Math.min(LONGEST_MS, FIRST_MS * 2 ** (attempts - 1));
}
