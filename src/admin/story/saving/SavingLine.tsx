import { Button } from '@payloadcms/ui';
import { useState } from 'react';

import { useWords } from '../../words/useWords';
import { PREVIEW_BUTTON } from '../preview/PreviewPane';
import type { Preview } from '../preview/usePreview';
import type { SavingState } from './createSaver';
import { MergeDialog } from './MergeDialog';
import type { StorySaving } from './useStorySaving';

/** Whether the words are safe, and who else is here: always in the same place. */
export function SavingLine({ saving, preview }: { saving: StorySaving; preview: Preview }) {
  const { say } = useWords();
  const { state, people, restoredFrom, choose } = saving;
  const [isComparing, setComparing] = useState(false);
  return (
    <div className="story__saving">
      <p className={`story__state story__state--${state.kind}`} role="status">
        {wordsOf(state)}
      </p>
      {state.kind === 'conflict' && (
        <Button
          buttonStyle="secondary"
          margin={false}
          onClick={() => setComparing(true)}
          size="small"
          type="button"
        >
          Compare and choose
        </Button>
      )}
      {restoredFrom !== null && (
        <p className="story__restored" role="status">
          Words of {clock(restoredFrom)} that had not been saved are back on this page.
        </p>
      )}
      {preview.url && (
        <button
          aria-keyshortcuts="Alt+Shift+P"
          aria-pressed={preview.isOpen}
          className="story-tool story__preview"
          id={PREVIEW_BUTTON}
          onClick={preview.toggle}
          title={say('preview:hint')}
          type="button"
        >
          {say('preview:title')}
        </button>
      )}
      {people.length > 0 && (
        <p className="story__people">Also here: {people.map(({ name }) => name).join(', ')}</p>
      )}
      {state.kind === 'conflict' && isComparing && (
        <MergeDialog
          conflicts={state.conflicts}
          onCancel={() => setComparing(false)}
          onChoose={(choices) => {
            setComparing(false);
            choose(choices);
          }}
        />
      )}
    </div>
  );
}

function wordsOf(state: SavingState): string {
  switch (state.kind) {
    case 'saved':
      return state.at === null ? 'Everything is saved' : `Saved at ${clock(state.at)}`;
    case 'waiting':
    case 'saving':
      return 'Saving…';
    case 'offline':
      return 'Offline: kept in this browser until the connection returns';
    case 'signedOut':
      return 'You are signed out. Your words are kept in this browser: sign in again in another tab';
    case 'refused':
      return `Not saved: ${state.message}`;
    case 'conflict':
      return 'Somebody else changed the same words. Yours are kept on this page';
  }
}

function clock(at: number): string {
  return new Date(at).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });
}
