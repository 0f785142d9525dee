import type { PayloadRequest } from 'payload';

import { Refusal } from '../../actions/Refusal';
import type { User } from '../../payload-types';
import { may } from '../../domain/rights/rights';

/**
 * The member of the newsroom who asks. Custom endpoints are open to everybody unless they ask
 * (payload-traps 20).
 *
 * @throws Refusal NOT_SIGNED_IN 401, ROLE_NOT_ALLOWED 403.
 */
export function requireStaff({ user }: PayloadRequest): User {
  if (user && may(user, 'useNewsroom')) return user;
  throw new Refusal({
    code: user ? 'ROLE_NOT_ALLOWED' : 'NOT_SIGNED_IN',
    status: user ? 403 : 401,
    message: 'Sign in as a member of the newsroom to do this.',
  });
}
