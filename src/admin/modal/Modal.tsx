'use client';

import { useId, useLayoutEffect, useRef } from 'react';
import { createPortal } from 'react-dom';

import './modal.css';

/**
 * A question over the page. The element's own modal mode traps the focus, closes on Escape and
 * returns the focus. It stands outside of the document's form, since a form cannot stand inside
 * another.
 */
export function Modal({
  title,
  onCancel,
  children,
}: {
  title: string;
  onCancel: () => void;
  children: React.ReactNode;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useLayoutEffect(() => {
    const opened = dialog.current;
    opened?.showModal();
    // Only one that is closed, and not merely gone, gives the focus back.
    return () => opened?.close();
  }, []);
  return createPortal(
    <dialog
      ref={dialog}
      className="action-dialog"
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        onCancel();
      }}
    >
      <h2 id={titleId}>{title}</h2>
      {children}
    </dialog>,
    document.body,
  );
}
