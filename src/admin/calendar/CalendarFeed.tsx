'use client';

import { useAuth, useConfig, useDocumentInfo } from '@payloadcms/ui';
import { useEffect, useState } from 'react';

import { useWords } from '../words/useWords';

import './calendar.css';

/** In one's own account: the link that a calendar program follows, and how to end it. */
export function CalendarFeed() {
  const { user } = useAuth();
  const { id } = useDocumentInfo();
  const { config } = useConfig();
  const { say } = useWords();
  const [url, setUrl] = useState('');
  const [told, setTold] = useState('');
  const isOwn = Boolean(user && id === user.id);
  const address = `${config.routes.api}/publications/calendar-link`;

  useEffect(() => {
    if (!isOwn) return;
    fetch(address, { credentials: 'include' })
      .then(async (response) => ((await response.json()) as { url?: string }).url ?? '')
      .then(setUrl)
      .catch(() => setTold(say('calendar:linkFailed')));
  }, [address, isOwn, say]);

  if (!isOwn) return null;
  const renew = async () => {
    const response = await fetch(address, { method: 'POST', credentials: 'include' }).catch(
      () => null,
    );
    const answer = (await response?.json().catch(() => null)) as { url?: string } | null;
    if (response?.ok && answer?.url) setUrl(answer.url);
    setTold(response?.ok ? say('calendar:linkRenewed') : say('calendar:linkKept'));
  };
  return (
    <section className="calendar-feed" aria-labelledby="calendar-feed">
      <h3 id="calendar-feed">{say('calendar:feedTitle')}</h3>
      <p>{say('calendar:feedHelp')}</p>
      <label>
        {say('calendar:feedAddress')}
        <input readOnly type="text" value={url} onFocus={({ target }) => target.select()} />
      </label>
      <button type="button" onClick={() => void renew()}>
        {say('calendar:feedRenew')}
      </button>
      <p role="status">{told}</p>
    </section>
  );
}
