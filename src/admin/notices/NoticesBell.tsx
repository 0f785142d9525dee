'use client';

import { useConfig } from '@payloadcms/ui';
import Link from 'next/link';
import { useCallback, useEffect, useState } from 'react';

import { Ago } from '../history/Ago';
import { useWords } from '../words/useWords';

import './notices.css';

/** The notices were looked up anew, and what else shows the state of things may follow. */
export const NOTICES_READ = 'standfirst:notices-read';

interface Notice {
  id: string;
  text: string;
  at: string;
  article?: string | null;
  readAt?: string | null;
}

/** Often enough for somebody who waits for an approval, and no load for the server. */
const POLL_MS = 30_000;
const SHOWN = 15;

/** What this person should hear of, with a count of what they have not read. */
export function NoticesBell() {
  const { config } = useConfig();
  const { say } = useWords();
  const [notices, setNotices] = useState<Notice[]>([]);
  const address = `${config.routes.api}/notices`;

  const load = useCallback(async () => {
    const response = await fetch(`${address}?limit=${SHOWN}&depth=0`, {
      credentials: 'include',
    }).catch(() => null);
    if (response?.ok) setNotices(((await response.json()) as { docs: Notice[] }).docs);
    window.dispatchEvent(new Event(NOTICES_READ));
  }, [address]);

  useEffect(() => {
    const reload = () => void load();
    reload();
    const timer = setInterval(reload, POLL_MS);
    window.addEventListener('focus', reload);
    return () => {
      clearInterval(timer);
      window.removeEventListener('focus', reload);
    };
  }, [load]);

  const unread = notices.filter(({ readAt }) => !readAt);
  const tickOff = async (read: readonly Notice[]) => {
    const readAt = new Date().toISOString();
    await Promise.all(
      read.map(({ id }) =>
        fetch(`${address}/${id}`, {
          method: 'PATCH',
          credentials: 'include',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ readAt }),
        }),
      ),
    );
    await load();
  };

  return (
    <details className="notices">
      <summary aria-label={say('notices:label', { count: unread.length })}>
        <svg aria-hidden="true" height="18" viewBox="0 0 24 24" width="18">
          <path
            d="M12 3a6 6 0 0 0-6 6v4l-2 3h16l-2-3V9a6 6 0 0 0-6-6Zm-2 15a2 2 0 0 0 4 0"
            fill="none"
            stroke="currentColor"
            strokeWidth="1.6"
          />
        </svg>
        {unread.length > 0 && <span className="notices__count">{unread.length}</span>}
      </summary>
      <div className="notices__list">
        {notices.length === 0 && <p>{say('notices:none')}</p>}
        <ul>
          {notices.map((notice) => (
            <li key={notice.id} className={notice.readAt ? '' : 'notices__unread'}>
              <Link
                href={`${config.routes.admin}/collections/articles/${notice.article ?? ''}`}
                onClick={() => void tickOff([notice])}
              >
                {notice.text}
              </Link>{' '}
              <Ago at={notice.at} />
            </li>
          ))}
        </ul>
        {unread.length > 0 && (
          <button type="button" onClick={() => void tickOff(unread)}>
            {say('notices:readAll')}
          </button>
        )}
      </div>
    </details>
  );
}
