'use client';

import { useState } from 'react';

import { Ago } from '../history/Ago';
import { useWords } from '../words/useWords';

/** When something is due; what is late says so in words and not by its colour alone. */
export function Deadline({ at }: { at: string }) {
  const { say } = useWords();
  const [now] = useState(() => Date.now());
  const isLate = Date.parse(at) < now;
  return (
    <span suppressHydrationWarning className={isLate ? 'deadline deadline--late' : 'deadline'}>
      <span suppressHydrationWarning>{say(isLate ? 'desk:late' : 'desk:due')}</span> <Ago at={at} />
    </span>
  );
}
