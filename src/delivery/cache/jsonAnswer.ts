import type { Answer } from './Answer';
import { CACHE_CONTROL } from './cacheControl';

/** A JSON body; published content stays public and cacheable unless `more` says otherwise. */
export function jsonAnswer(body: unknown, more: Partial<Omit<Answer, 'body'>> = {}): Answer {
  return {
    status: 200,
    contentType: 'application/json; charset=utf-8',
    cacheControl: CACHE_CONTROL.content,
    ...more,
    body: JSON.stringify(body),
  };
}

/** A refusal with a code for programs and a sentence for people. */
export function errorAnswer({
  status,
  code,
  message,
  ...more
}: { status: number; code: string; message: string; details?: unknown } & Pick<
  Answer,
  'tags' | 'cacheControl' | 'headers'
>): Answer {
  const { details, ...rest } = more;
  return jsonAnswer(
    { error: { code, message, ...(details === undefined ? {} : { details }) } },
    { cacheControl: CACHE_CONTROL.never, ...rest, status },
  );
}
