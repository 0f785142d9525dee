import { useLivePreviewContext } from '@payloadcms/ui';
import { useCallback, useEffect, useState } from 'react';

import { browserMemory } from '../../page/browserMemory';

export const DEVICES = { phone: 390, tablet: 820, desktop: 1280 } as const;

export type Device = keyof typeof DEVICES;

/** Below this the pane has no room beside the text, and covers it. */
const NARROW = '(width <= 64rem)';
const memory = browserMemory('standfirst-preview');

interface Remembered {
  isOpen: boolean;
  device: Device;
}

export interface Preview {
  /** Of the working copy's page; empty where there is none. */
  url: string;
  isOpen: boolean;
  isCovering: boolean;
  device: Device;
  toggle: () => void;
  choose: (device: Device) => void;
}

/** Whether the preview is open beside the text, and how wide: each browser remembers its own. */
export function usePreview(): Preview {
  const url = useLivePreviewContext().url ?? '';
  const [remembered, setRemembered] = useState(remember);
  const isCovering = useIsNarrow();
  // A page that begins with its text covered would be a riddle: there it opens when asked to.
  const [covers, setCovers] = useState(false);
  const isOpen = Boolean(url) && (isCovering ? covers : remembered.isOpen);

  const change = useCallback((next: Remembered) => {
    setRemembered(next);
    memory.write(next);
  }, []);
  const toggle = useCallback(() => {
    if (isCovering) setCovers(!covers);
    else change({ ...remembered, isOpen: !remembered.isOpen });
  }, [change, covers, isCovering, remembered]);

  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const isOurs = event.altKey && event.shiftKey && !event.ctrlKey && !event.metaKey;
      if (event.code !== 'KeyP' || !isOurs) return;
      event.preventDefault();
      toggle();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [toggle]);

  return {
    url,
    isOpen,
    isCovering,
    device: remembered.device,
    toggle,
    choose: (device) => change({ ...remembered, device }),
  };
}

function remember(): Remembered {
  const kept = memory.read() as Partial<Remembered> | null;
  const device = kept?.device && kept.device in DEVICES ? kept.device : 'phone';
  return { isOpen: kept?.isOpen === true, device };
}

function useIsNarrow(): boolean {
  const [isNarrow, setNarrow] = useState(
    () => typeof window !== 'undefined' && window.matchMedia(NARROW).matches,
  );
  useEffect(() => {
    const query = window.matchMedia(NARROW);
    const follow = () => setNarrow(query.matches);
    query.addEventListener('change', follow);
    return () => query.removeEventListener('change', follow);
  }, []);
  return isNarrow;
}
