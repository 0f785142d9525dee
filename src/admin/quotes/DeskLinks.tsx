'use client';

import { useConfig } from '@payloadcms/ui';
import Link from 'next/link';
import { usePathname } from 'next/navigation';

import './desk.css';

const LINKS = [
  { label: 'Verification desk', path: '/collections/quotes/desk' },
  { label: 'Who is quoted', path: '/collections/quotes/voices' },
];

/** The desk and the report about quotations, below the collections. */
export function DeskLinks() {
  const { config } = useConfig();
  const here = usePathname();
  return (
    <ul className="desk-links">
      {LINKS.map(({ label, path }) => {
        const address = `${config.routes.admin}${path}`;
        return (
          <li key={path}>
            <Link
              aria-current={here === address ? 'page' : undefined}
              className="nav__link"
              href={address}
              prefetch={false}
            >
              {label}
            </Link>
          </li>
        );
      })}
    </ul>
  );
}
