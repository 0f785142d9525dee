import type { IncomingMessage } from 'node:http';

import type { Payload } from 'payload';

import { may } from '../../domain/rights/rights';

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
    if (may(user, 'useNewsroom')) return 'staff';
    return may(user, 'seeDrafts') ? 'preview' : null;
  };
}
