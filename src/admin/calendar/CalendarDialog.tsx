'use client';

import type { ReactNode } from 'react';

import { Modal } from '../modal/Modal';
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
  const { say } = useWords();
  return (
    <Modal className="calendar-dialog" onCancel={onClose} title={title}>
      {children}
      {problem && (
        <div className="action-dialog__problem" role="alert">
          {problem.issues.length === 0 && <p>{problem.message}</p>}
          <BlockerList issues={problem.issues} title={say('bar:notDone')} />
        </div>
      )}
    </Modal>
  );
}
