import type { PayloadRequest } from 'payload';
import type { z } from 'zod';

import { Refusal } from '../../actions/Refusal';
import { checkInput } from './checkInput';

/**
 * The JSON body of a request, an empty one as {}.
 *
 * @throws Refusal BODY_NOT_JSON 400, INPUT_INVALID 400 naming each field.
 */
export async function readInput<S extends z.ZodType>(
  req: PayloadRequest,
  schema: S,
): Promise<z.infer<S>> {
  return checkInput(schema, await readJson(req, 'this request'));
}

/**
 * The same unchecked; `what` names the request in the message.
 *
 * @throws Refusal BODY_NOT_JSON 400.
 */
export async function readJson(req: PayloadRequest, what: string): Promise<unknown> {
  const text = (await req.text?.()) ?? '';
  if (text.trim() === '') return {};
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new Refusal({
      code: 'BODY_NOT_JSON',
      status: 400,
      message: `The body of ${what} is a JSON object, or empty.`,
    });
  }
}
