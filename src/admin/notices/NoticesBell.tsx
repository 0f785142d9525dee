'use client';

import { useConfig } from '@payloadcms/ui';
import Link from 'next/link';
import { useCallback, useEffect, useState } from 'react';

import { Ago } from '../history/Ago';

import './notices.css';

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
const UNREAD = 'where[readAt][exists]=false';

/** What this person should hear of, with a count of what they have not read. */
export function NoticesBell() {
  const { config } = useConfig();
  const [notices, setNotices] = useState<Notice[]>([]);
  const [unreadCount, setUnreadCount] = useState(0);
  const address = `${config.routes.api}/notices`;

  const load = useCallback(async () => {
    const get = async <T,>(query: string): Promise<T | null> => {
      const response = await fetch(address + query, { credentials: 'include' }).catch(() => null);
      return response?.ok ? ((await response.json()) as T) : null;
    };
    const [newest, unread] = await Promise.all([
      get<{ docs: Notice[] }>(`?limit=${SHOWN}&depth=0`),
      get<{ totalDocs: number }>(`/count?${UNREAD}`),
    ]);
    if (newest) setNotices(newest.docs);
    if (unread) setUnreadCount(unread.totalDocs);
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

  /** One notice, or all that a query finds. */
  const tickOff = async (which: string) => {
    await fetch(address + which, {
      method: 'PATCH',
      credentials: 'include',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ readAt: new Date().toISOString() }),
    }).catch(() => null);
    await load();
  };

  return (
    <details className="notices">
      <summary aria-label={`Notices, ${unreadCount} unread`}>
        <svg aria-hidden="true" height="18" viewBox="0 0 24 24" width="18">
          <path
            d="M12 3a6 6 0 0 0-6 6v4l-2 3h16l-2-3V9a6 6 0 0 0-6-6Zm-2 15a2 2 0 0 0 4 0"
            fill="none"
            stroke="currentColor"
            strokeWidth="1.6"
          />
        </svg>
        {unreadCount > 0 && <span className="notices__count">{unreadCount}</span>}
      </summary>
      <div className="notices__list">
        {notices.length === 0 && <p>No notices. You hear here of what concerns your articles.</p>}
        <ul>
          {notices.map((notice) => (
            <li key={notice.id} className={notice.readAt ? '' : 'notices__unread'}>
              <Link
                href={`${config.routes.admin}/collections/articles/${notice.article ?? ''}`}
                onClick={() => void tickOff(`/${notice.id}`)}
              >
                {notice.text}
              </Link>{' '}
              <Ago at={notice.at} />
            </li>
          ))}
        </ul>
        {unreadCount > 0 && (
          <button type="button" onClick={() => void tickOff(`?${UNREAD}`)}>
            Mark all as read
          </button>
        )}
      </div>
    </details>
  );
}
