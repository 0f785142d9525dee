import type { IncomingMessage } from 'node:http';

import type { Payload } from 'payload';

import { isStaff } from './roles';
import { seesDrafts } from './who';

/** Who sent a request that does not go through Payload: by the same cookie, token or API key. */
export function whoAsks(payload: Payload) {
  return async ({ headers: given }: IncomingMessage): Promise<'staff' | 'preview' | null> => {
    // Nearly every reader comes without, and is not looked up.
    if (!given.authorization && !given.cookie) return null;
    const headers = new Headers();
    for (const [name, value] of Object.entries(given)) {
      if (typeof value === 'string') headers.set(name, value);
    }
    const { user } = await payload.auth({ headers });
    if (isStaff(user)) return 'staff';
    return seesDrafts(user) ? 'preview' : null;
  };
}
