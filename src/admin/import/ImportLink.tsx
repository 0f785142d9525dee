'use client';

import { useAuth } from '@payloadcms/ui';

import { hasRole, rolesAmong } from '../../domain/workflow/Role';
import { NavLink } from '../page/NavLink';
import { useWords } from '../words/useWords';

/** The way to the import, for those who may make articles. */
export function ImportLink() {
  const { user } = useAuth();
  const { say } = useWords();
  return hasRole(rolesAmong(user?.roles), 'writer') ? (
    <NavLink path="/import" label={say('import:link')} />
  ) : null;
}
