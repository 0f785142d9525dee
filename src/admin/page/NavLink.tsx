'use client';

import { Link, useConfig } from '@payloadcms/ui';
import { usePathname } from 'next/navigation';

/** A page of our own in the panel's menu, marked as Payload marks the page that is open. */
export function NavLink({
  path,
  label,
}: {
  /** Below the panel. */
  path: `/${string}`;
  label: string;
}) {
  const { config } = useConfig();
  const href = `${config.routes.admin}${path}`;
  const isHere = usePathname() === href;
  return (
    <Link
      className="nav__link"
      href={href}
      prefetch={false}
      {...(isHere ? { 'aria-current': 'page' } : {})}
    >
      {isHere && <div className="nav__link-indicator" />}
      <span className="nav__link-label">{label}</span>
    </Link>
  );
}
