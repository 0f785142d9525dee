'use client';

import { useLayoutEffect, useRef } from 'react';

/** A dialog that is open as long as it is drawn; the element itself traps and returns the focus. */
export function useModalDialog() {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const opened = dialog.current;
    opened?.showModal();
    // Only one that is closed, and not merely gone, gives the focus back.
    return () => opened?.close();
  }, []);
  return dialog;
}
