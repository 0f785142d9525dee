'use client';

import { useConfig } from '@payloadcms/ui';
import { useEffect, useState } from 'react';

import type { Found } from '../../domain/search/Found';

/** Long enough to wait for the next letter, too short to be noticed. */
const PAUSE_MS = 120;

/** What the newsroom has by these words; null while nothing is asked for or the answer is awaited. */
export function useFound(words: string): { found: Found[] | null; hasFailed: boolean } {
  const { config } = useConfig();
  const [answer, setAnswer] = useState<{ words: string; found: Found[] | null } | null>(null);
  const address = `${config.routes.api}/quick-search`;

  useEffect(() => {
    if (!words) return;
    const asking = new AbortController();
    const timer = setTimeout(() => {
      fetch(`${address}?q=${encodeURIComponent(words)}`, {
        credentials: 'include',
        signal: asking.signal,
      })
        .then(async (response) =>
          setAnswer({
            words,
            found: response.ok ? ((await response.json()) as { found: Found[] }).found : null,
          }),
        )
        .catch(() => {
          if (!asking.signal.aborted) setAnswer({ words, found: null });
        });
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      asking.abort();
    };
  }, [address, words]);

  if (!words) return { found: null, hasFailed: false };
  // While the next letters are looked up the answer for those before them stays.
  return { found: answer?.found ?? null, hasFailed: answer?.words === words && !answer.found };
}
