import type { PayloadRequest } from 'payload';
import type { z } from 'zod';

import { Refusal } from '../../actions/Refusal';

/**
 * The JSON body of a request, an empty one as {}.
 *
 * @throws Refusal BODY_NOT_JSON 400, INPUT_INVALID 400 naming each field.
 */
export async function readInput<S extends z.ZodType>(
  req: PayloadRequest,
  schema: S,
): Promise<z.infer<S>> {
  const text = (await req.text?.()) ?? '';
  let body: unknown;
  try {
    body = text.trim() === '' ? {} : JSON.parse(text);
  } catch {
    throw new Refusal({
      code: 'BODY_NOT_JSON',
      status: 400,
      message: 'The body of this request is a JSON object, or empty.',
    });
  }
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map(({ path, message }) =>
    [path.join('.'), message].filter(Boolean).join(': '),
  );
  throw new Refusal({
    code: 'INPUT_INVALID',
    status: 400,
    message: `This is not usable. ${problems.join('. ')}.`,
    details: { problems },
  });
}
