'use client';

import { useEffect, useState } from 'react';

import { useWords } from '../words/useWords';
import { exactTime, timeWords } from './timeWords';

const TICK_MS = 30_000;

/** A time in words that stay true while the page is open, with the exact time on hover. */
export function Ago({ at }: { at: string }) {
  const { language } = useWords();
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), TICK_MS);
    return () => clearInterval(timer);
  }, []);
  // The server drew it a moment earlier, and in its own zone.
  return (
    <time dateTime={at} suppressHydrationWarning title={exactTime(at, language)}>
      {timeWords(at, now, language)}
    </time>
  );
}
