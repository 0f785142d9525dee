'use client';

import { Link, useConfig } from '@payloadcms/ui';
import { usePathname } from 'next/navigation';

/** The way to the calendar, above the collections. */
export function CalendarLink() {
  const { config } = useConfig();
  const href = `${config.routes.admin}/calendar`;
  const isHere = usePathname() === href;
  return (
    <Link
      className="nav__link"
      href={href}
      prefetch={false}
      {...(isHere ? { 'aria-current': 'page' } : {})}
    >
      {isHere && <div className="nav__link-indicator" />}
      <span className="nav__link-label">Calendar</span>
    </Link>
  );
}
