import { setTimeout as pause } from 'node:timers/promises';

/** With doubling pauses from 10 ms this waits about 3 s in all: longer than any save holds a lock. */
const ATTEMPTS = 10;
const LONGEST_PAUSE_MS = 1_000;

/** A request is kept until it is answered; a large upload would be kept twice. */
const LARGEST_KEPT_BYTES = 4 * 1024 * 1024;

const CODE = 'SAVE_CONFLICT';

/** GraphQL tells of what it refused in an answer that is 200 itself. */
export const GRAPHQL_STATUSES = [200, 409];

type Handler<Rest extends unknown[]> = (request: Request, ...rest: Rest) => Promise<Response>;

/**
 * Repeats a request whose transaction met that of another one in the database. Nothing of it was
 * written then, so doing it again is what the answer "try again" (409, `SAVE_CONFLICT`) asks of the
 * client. Two saves of the same person meet as well: one of the article, one of a section in it.
 */
export function repeatConflicts<Rest extends unknown[]>(
  handle: Handler<Rest>,
  /** What a conflict may be answered with. No other answer is read here: saves are large. */
  statuses: readonly number[] = [409],
): Handler<Rest> {
  return async (request, ...rest) => {
    const length = Number(request.headers.get('content-length') ?? 0);
    if (length > LARGEST_KEPT_BYTES) return handle(request, ...rest);
    for (let attempt = 1; ; attempt += 1) {
      const response = await handle(request.clone(), ...rest);
      if (attempt === ATTEMPTS || !statuses.includes(response.status)) return response;
      if (!(await isConflict(response))) return response;
      const longest = Math.min(LONGEST_PAUSE_MS, 10 * 2 ** attempt);
      await pause(longest * (0.5 + Math.random() / 2));
    }
  };
}

/** Payload's REST answers with the error alone; GraphQL with one for each field that was asked for. */
async function isConflict(response: Response): Promise<boolean> {
  const text = await response.clone().text();
  if (!text.includes(CODE)) return false;
  const { data, errors } = JSON.parse(text) as {
    data?: Record<string, unknown> | null;
    errors?: { data?: { code?: string }; extensions?: { data?: { code?: string } } }[];
  };
  // Another mutation of the same request may have been done: that one must not be done again.
  if (Object.keys(data ?? {}).length > 1) return false;
  return (errors ?? []).some((error) => (error.data ?? error.extensions?.data)?.code === CODE);
}
