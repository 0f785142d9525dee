'use client';

import { useEffect } from 'react';

import type { ActionName } from '../../domain/workflow/actionTable';
import { ACTION_ASKED, takeAskedAction } from './askedAction';

/** Hears of actions that are asked for from elsewhere: the desk, the board and quick search. */
export function AskedAction({ onAsk }: { onAsk: (action: ActionName) => void }) {
  useEffect(() => {
    // A moment later: Next's router follows changes of the address only once it stands itself.
    const timer = setTimeout(() => {
      const asked = takeAskedAction();
      if (asked) onAsk(asked);
    });
    return () => clearTimeout(timer);
    // oxlint-disable-next-line react/exhaustive-deps -- the address asks once
  }, []);
  useEffect(() => {
    const hear = (event: Event) => onAsk((event as CustomEvent<ActionName>).detail);
    window.addEventListener(ACTION_ASKED, hear);
    return () => window.removeEventListener(ACTION_ASKED, hear);
  }, [onAsk]);
  return null;
}
