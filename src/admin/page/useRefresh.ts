'use client';

import { useEffect } from 'react';

/** Loads now, at intervals (ms), and whenever somebody comes back to the page. */
export function useRefresh(load: () => Promise<unknown>, everyMs: number): void {
  useEffect(() => {
    const reload = () => void load();
    reload();
    const timer = setInterval(reload, everyMs);
    window.addEventListener('focus', reload);
    return () => {
      clearInterval(timer);
      window.removeEventListener('focus', reload);
    };
  }, [load, everyMs]);
}
