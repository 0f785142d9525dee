'use client';

import { useAuth } from '@payloadcms/ui';

import { hasRole, rolesAmong } from '../../domain/workflow/Role';
import { NavLink } from '../page/NavLink';

/** The way to the import, for those who may make articles. */
export function ImportLink() {
  const { user } = useAuth();
  return hasRole(rolesAmong(user?.roles), 'writer') ? (
    <NavLink path="/import" label="Import" />
  ) : null;
}
