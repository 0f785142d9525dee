'use client';

import { Link, useAuth, useConfig } from '@payloadcms/ui';
import { usePathname } from 'next/navigation';

import { hasRole, ROLES } from '../../domain/workflow/Role';

/** The way to the import, for those who may make articles. */
export function ImportLink() {
  const { config } = useConfig();
  const { user } = useAuth();
  const href = `${config.routes.admin}/import`;
  const isHere = usePathname() === href;
  const held = ROLES.filter((role) => (user?.roles as string[] | undefined)?.includes(role));
  if (!hasRole(held, 'writer')) return null;
  return (
    <Link
      className="nav__link"
      href={href}
      prefetch={false}
      {...(isHere ? { 'aria-current': 'page' } : {})}
    >
      {isHere && <div className="nav__link-indicator" />}
      <span className="nav__link-label">Import</span>
    </Link>
  );
}
