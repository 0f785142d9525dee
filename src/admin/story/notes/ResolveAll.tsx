import { Button } from '@payloadcms/ui';
import { useState } from 'react';
import { flushSync } from 'react-dom';

import type { Note } from '../../../domain/notes/Note';
import { Modal } from '../../modal/Modal';
import { useWords } from '../../words/useWords';
import type { StoryNotes } from './useNotes';

/** Puts away all open notes at once, after saying how many they are; each can be opened again. */
export function ResolveAll({
  open,
  notes,
  onDone,
}: {
  open: readonly Note[];
  notes: StoryNotes;
  onDone: (words: string) => void;
}) {
  const { say } = useWords();
  /** Those that are asked about: one that comes meanwhile stays open. */
  const [asked, setAsked] = useState<readonly Note[] | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  if (!asked && (open.length < 2 || !open.every(notes.mayResolve))) return null;

  const resolve = async (chosen: readonly Note[]) => {
    setBusy(true);
    const refused = await notes.resolveAll(chosen);
    setBusy(false);
    setProblem(refused);
    if (refused !== null) return;
    // Nothing outside of a dialog takes the focus until it is gone.
    flushSync(() => setAsked(null));
    onDone(say('notes:allResolved', { count: chosen.length }));
  };
  return (
    <>
      <button
        className="story-tool"
        onClick={() => {
          setProblem(null);
          setAsked(open);
        }}
        type="button"
      >
        {say('notes:resolveAll')}
      </button>
      {asked && (
        <Modal
          onCancel={() => setAsked(null)}
          title={say('notes:resolveAllTitle', { count: asked.length })}
        >
          <p>{say('notes:resolveAllHelp')}</p>
          {problem && (
            <p className="action-dialog__problem" role="alert">
              {problem}
            </p>
          )}
          <div className="action-dialog__buttons">
            <Button
              buttonStyle="secondary"
              margin={false}
              onClick={() => setAsked(null)}
              type="button"
            >
              {say('dialog:cancel')}
            </Button>
            <Button
              disabled={isBusy}
              margin={false}
              onClick={() => void resolve(asked)}
              type="button"
            >
              {say('notes:resolveAllConfirm', { count: asked.length })}
            </Button>
          </div>
        </Modal>
      )}
    </>
  );
}
