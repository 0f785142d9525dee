import { useAuth } from '@payloadcms/ui';

import { hasRole, rolesAmong } from '../../domain/workflow/Role';

/** What this person may do about quotations; fact-checkers and writers each read what the others did. */
export function useRights(): { mayDecide: boolean; mayVerify: boolean; mayOverride: boolean } {
  const { user } = useAuth();
  const roles = rolesAmong(user?.roles);
  return {
    mayDecide: hasRole(roles, 'writer'),
    mayVerify: hasRole(roles, 'fact-checker') || hasRole(roles, 'editor'),
    mayOverride: hasRole(roles, 'editor'),
  };
}
