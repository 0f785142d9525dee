import type { PayloadRequest } from 'payload';
import type { z } from 'zod';

import { Refusal } from '../../actions/Refusal';

/**
 * What a client sent, as its schema has it. `whatIsWrong` begins the message: "This is not usable."
 *
 * @throws Refusal INPUT_INVALID 400 naming each field.
 */
export function checkInput<S extends z.ZodType>(
  schema: S,
  sent: unknown,
  whatIsWrong = 'This is not usable.',
): z.infer<S> {
  const parsed = schema.safeParse(sent);
  if (parsed.success) return parsed.data;
  throw invalidInput(
    parsed.error.issues.map(({ path, message }) =>
      [path.join('.'), message].filter(Boolean).join(': '),
    ),
    whatIsWrong,
  );
}

export function invalidInput(problems: readonly string[], whatIsWrong: string): Refusal {
  return new Refusal({
    code: 'INPUT_INVALID',
    status: 400,
    message: `${whatIsWrong} ${problems.join('. ')}.`,
    details: { problems },
  });
}

/** The parameters of a query by name, those left empty as not sent. */
export function sentQuery({ searchParams }: PayloadRequest): Record<string, string> {
  return Object.fromEntries([...searchParams].filter(([, value]) => value !== ''));
}
