'use client';

import { Button, useConfig } from '@payloadcms/ui';
import Link from 'next/link';

import { useWords } from '../words/useWords';

/** The heading of the desk's two pages, each a click from the other. */
export function DeskTabs({ current }: { current: 'desk' | 'board' }) {
  const { config } = useConfig();
  const { say } = useWords();
  const admin = config.routes.admin;
  const pages = [
    { page: 'desk', href: admin, label: say('desk:title') },
    { page: 'board', href: `${admin}/board`, label: say('board:title') },
  ] as const;
  return (
    <header className="newsdesk__head">
      <h1>{say(`${current}:title`)}</h1>
      <nav aria-label={say('desk:pages')} className="newsdesk__tabs">
        {pages.map(({ page, href, label }) => (
          <Link key={page} href={href} aria-current={page === current ? 'page' : undefined}>
            {label}
          </Link>
        ))}
      </nav>
      <Button
        className="newsdesk__write"
        el="link"
        margin={false}
        size="medium"
        to={`${admin}/collections/articles/create`}
      >
        {say('desk:write')}
      </Button>
    </header>
  );
}
