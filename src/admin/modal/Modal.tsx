'use client';

import { useId } from 'react';
import { createPortal } from 'react-dom';

import { useModalDialog } from './useModalDialog';

import './modal.css';

/**
 * A question over the page. The element's own modal mode traps the focus, closes on Escape and
 * returns the focus. It stands outside of the document's form, since a form cannot stand inside
 * another.
 */
export function Modal({
  title,
  className = '',
  onCancel,
  children,
}: {
  title: string;
  className?: string;
  onCancel: () => void;
  children: React.ReactNode;
}) {
  const dialog = useModalDialog();
  const titleId = useId();
  return createPortal(
    <dialog
      ref={dialog}
      className={`action-dialog ${className}`}
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
