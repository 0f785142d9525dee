'use client';

import { useCallback, useEffect, useRef, useState } from 'react';

import { NOTICES_READ } from '../notices/NoticesBell';

/**
 * What an address answers, kept up to date: read anew whenever the notices are, which is twice a
 * minute and when somebody comes back to the page.
 */
export function useLatest<T>(address: string): {
  latest: T | null;
  hasFailed: boolean;
  reload: () => Promise<void>;
} {
  const [latest, setLatest] = useState<T | null>(null);
  const [hasFailed, setFailed] = useState(false);
  const asked = useRef(0);

  const reload = useCallback(async () => {
    asked.current += 1;
    const turn = asked.current;
    const response = await fetch(address, { credentials: 'include' }).catch(() => null);
    const answer = response?.ok ? ((await response.json().catch(() => null)) as T | null) : null;
    // A slow answer must not replace one that was asked for later.
    if (turn !== asked.current) return;
    if (answer) setLatest(answer);
    setFailed(!answer);
  }, [address]);

  useEffect(() => {
    const follow = () => void reload();
    follow();
    window.addEventListener(NOTICES_READ, follow);
    return () => window.removeEventListener(NOTICES_READ, follow);
  }, [reload]);

  return { latest, hasFailed, reload };
}
