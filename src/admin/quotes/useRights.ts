import { useAuth } from '@payloadcms/ui';

import { may } from '../../domain/rights/rights';

/** What this person may do about quotations; fact-checkers and writers each read what the others did. */
export function useRights() {
  const { user } = useAuth();
  return {
    mayDecide: may(user, 'write'),
    mayVerify: may(user, 'verifyQuotes'),
    mayOverride: may(user, 'overrideFindings'),
    mayVouch: may(user, 'vouchForQuotes'),
    maySayGenerated: may(user, 'vouchForQuotes') || may(user, 'sayGenerated'),
    mayUnsay: may(user, 'unsayGenerated'),
    userId: user ? String(user.id) : null,
  };
}
