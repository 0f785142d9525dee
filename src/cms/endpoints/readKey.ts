import type { PayloadRequest } from 'payload';

import { Refusal } from '../../actions/Refusal';

/** Longer than a UUID or any hash; a key is a name, not a place to keep things. */
const MAX_KEY_LENGTH = 200;

/**
 * The key under which a client may repeat this request.
 *
 * @throws Refusal INPUT_INVALID 400 when it is too long.
 */
export function readKey(req: PayloadRequest): string | null {
  const key = req.headers.get('idempotency-key');
  if (key && key.length > MAX_KEY_LENGTH) {
    throw new Refusal({
      code: 'INPUT_INVALID',
      status: 400,
      message: `An Idempotency-Key has at most ${MAX_KEY_LENGTH} characters.`,
    });
  }
  return key || null;
}
