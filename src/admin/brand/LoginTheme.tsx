'use client';

import { useEffect } from 'react';

/**
 * Light or dark as the system has it. Payload follows the system only once somebody is signed in,
 * and before that a hint that few browsers send.
 */
export function LoginTheme() {
  useEffect(() => {
    const isChosen = /(?:^|; )payload-theme=/.test(document.cookie);
    if (isChosen) return;
    const isDark = matchMedia('(prefers-color-scheme: dark)').matches;
    document.documentElement.setAttribute('data-theme', isDark ? 'dark' : 'light');
  }, []);
  return null;
}
