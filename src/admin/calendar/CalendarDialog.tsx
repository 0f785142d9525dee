'use client';

import { useEffect, useId, useRef, type ReactNode } from 'react';
import { createPortal } from 'react-dom';

import { useWords } from '../words/useWords';
import { BlockerList } from '../workflow/BlockerList';
import type { ActionProblem } from '../workflow/useArticleActions';

import '../workflow/workflow.css';

/** A question over the calendar; it stays open with the answer when that is a no. */
export function CalendarDialog({
  title,
  problem,
  onClose,
  children,
}: {
  title: string;
  problem: ActionProblem | null;
  onClose: () => void;
  children: ReactNode;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  const { say } = useWords();
  useEffect(() => {
    // The element's own modal mode traps the focus, closes on Escape and returns the focus.
    dialog.current?.showModal();
  }, []);
  return createPortal(
    <dialog
      ref={dialog}
      className="action-dialog calendar-dialog"
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <h2 id={titleId}>{title}</h2>
      {children}
      {problem && (
        <div className="action-dialog__problem" role="alert">
          {problem.issues.length === 0 && <p>{problem.message}</p>}
          <BlockerList issues={problem.issues} title={say('bar:notDone')} />
        </div>
      )}
    </dialog>,
    document.body,
  );
}
