'use client';

import { useConfig } from '@payloadcms/ui';
import Link from 'next/link';
import { useCallback, useState } from 'react';

import { Ago } from '../history/Ago';
import { useRefresh } from '../page/useRefresh';
import { useWords } from '../words/useWords';

import './notices.css';

/** The notices were looked up anew, and what else shows the state of things may follow. */
export const NOTICES_READ = 'standfirst:notices-read';

interface Notice {
  id: string;
  text: string;
  at: string;
  article?: string | null;
  /** The note on the text that it is about: its page opens there. */
  note?: string | null;
  readAt?: string | null;
}

/** Often enough for somebody who waits for an approval, and no load for the server. */
const POLL_MS = 30_000;
const SHOWN = 15;
/** More than anybody leaves unread; of more the button is pressed twice. */
const AT_ONCE = 200;
const UNREAD = 'where[readAt][exists]=false';

/** What this person should hear of, with a count of what they have not read. */
export function NoticesBell() {
  const { config } = useConfig();
  const { say } = useWords();
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
    window.dispatchEvent(new Event(NOTICES_READ));
  }, [address]);

  useRefresh(load, POLL_MS);

  const tickOff = async (read: readonly { id: string }[]) => {
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
    ).catch(() => null);
    await load();
  };
  const tickOffAll = async () => {
    const query = `?${UNREAD}&limit=${AT_ONCE}&depth=0&select[readAt]=true`;
    const response = await fetch(address + query, { credentials: 'include' }).catch(() => null);
    if (response?.ok) await tickOff(((await response.json()) as { docs: { id: string }[] }).docs);
  };

  return (
    <details className="notices">
      <summary aria-label={say('notices:label', { count: unreadCount })}>
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
        {notices.length === 0 && <p>{say('notices:none')}</p>}
        <ul>
          {notices.map((notice) => (
            <li key={notice.id} className={notice.readAt ? '' : 'notices__unread'}>
              <Link
                href={`${config.routes.admin}/collections/articles/${notice.article ?? ''}${notice.note ? `?note=${notice.note}` : ''}`}
                onClick={() => void tickOff([notice])}
              >
                {notice.text}
              </Link>{' '}
              <Ago at={notice.at} />
            </li>
          ))}
        </ul>
        {unreadCount > 0 && (
          <button type="button" onClick={() => void tickOffAll()}>
            {say('notices:readAll')}
          </button>
        )}
      </div>
    </details>
  );
}
