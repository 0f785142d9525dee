'use client';

import { useEffect, useRef } from 'react';

/** A dialog that is open as long as it is drawn; the element itself traps and returns the focus. */
export function useModalDialog() {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const element = dialog.current;
    if (!element?.open) element?.showModal();
  }, []);
  return dialog;
}
