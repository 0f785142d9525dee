'use client';

import { useAuth, useConfig, useDocumentInfo } from '@payloadcms/ui';
import { useEffect, useState } from 'react';

import './calendar.css';

/** In one's own account: the link that a calendar program follows, and how to end it. */
export function CalendarFeed() {
  const { user } = useAuth();
  const { id } = useDocumentInfo();
  const { config } = useConfig();
  const [url, setUrl] = useState('');
  const [told, setTold] = useState('');
  const isOwn = Boolean(user && id === user.id);
  const address = `${config.routes.api}/publications/calendar-link`;

  useEffect(() => {
    if (!isOwn) return;
    fetch(address, { credentials: 'include' })
      .then(async (response) => ((await response.json()) as { url?: string }).url ?? '')
      .then(setUrl)
      .catch(() => setTold('The link could not be loaded. Reload the page.'));
  }, [address, isOwn]);

  if (!isOwn) return null;
  const renew = async () => {
    const response = await fetch(address, { method: 'POST', credentials: 'include' }).catch(
      () => null,
    );
    const answer = (await response?.json().catch(() => null)) as { url?: string } | null;
    if (response?.ok && answer?.url) setUrl(answer.url);
    setTold(
      response?.ok
        ? 'The link is a new one. The one before opens nothing any more.'
        : 'The server cannot be reached. The link is as before: try again.',
    );
  };
  return (
    <section className="calendar-feed" aria-labelledby="calendar-feed">
      <h3 id="calendar-feed">The calendar in your own calendar program</h3>
      <p>
        Subscribe to this address: it shows what is scheduled, blocked, out and under embargo.
        Whoever has it sees what you see, so keep it to yourself.
      </p>
      <label>
        Address to subscribe to
        <input readOnly type="text" value={url} onFocus={({ target }) => target.select()} />
      </label>
      <button type="button" onClick={() => void renew()}>
        Make a new address and end this one
      </button>
      <p role="status">{told}</p>
    </section>
  );
}
