import { ApiError } from './ApiError';
import { PATHS, type Operations } from './apiTypes';

export interface Client {
  /**
   * Reads from the API: `client.get('getArticle', { slug })`. For what is made of the answer
   * `onHeaders` is told how long it may be kept (Cache-Control), among others.
   *
   * @throws ApiError with the status and code of a refusal; WITHDRAWN (410) has the public notice as
   *   its message.
   */
  get: <O extends keyof Operations>(
    operation: O,
    input: Operations[O]['input'],
    onHeaders?: (headers: Headers) => void,
  ) => Promise<Operations[O]['output']>;
}

/**
 * A typed client of the delivery API for servers and browsers. It carries on the newest state that
 * it has seen, so that behind a balancer it never gets an older edition after a newer one.
 */
export function createClient({
  baseUrl,
  fetch: ask = fetch,
}: {
  /** With `/v1`, without a slash at the end. */
  baseUrl: string;
  fetch?: typeof fetch;
}): Client {
  let newest = 0;
  return {
    get: async (operation, input, onHeaders) => {
      const query = new URLSearchParams();
      let path: string = PATHS[operation];
      for (const [name, value] of Object.entries(input as Record<string, string | number>)) {
        const inPath = `{${name}}`;
        if (path.includes(inPath)) path = path.replace(inPath, encodeURIComponent(value));
        else query.set(name, String(value));
      }
      const search = query.size > 0 ? `?${query.toString()}` : '';
      const answer = await ask(`${baseUrl}${path}${search}`, {
        headers: newest > 0 ? { 'standfirst-sequence': String(newest) } : {},
      });
      onHeaders?.(answer.headers);
      newest = Math.max(newest, Number(answer.headers.get('standfirst-sequence') ?? 0));
      // Other kinds of JSON (JSON-LD, feeds) are documents to pass on as they are.
      const isJson = /^application\/json\b/.test(answer.headers.get('content-type') ?? '');
      const body: unknown = isJson ? await answer.json() : await answer.text();
      if (answer.ok) return body as never;
      const { code = 'UNKNOWN', message = answer.statusText } =
        (body as { error?: { code?: string; message?: string } }).error ?? {};
      throw new ApiError(answer.status, code, message);
    },
  };
}
