import { Button } from '@payloadcms/ui';
import { useState } from 'react';

import { useWords, type Say } from '../../words/useWords';
import { PREVIEW_BUTTON } from '../preview/PreviewPane';
import type { Preview } from '../preview/usePreview';
import type { SavingState } from './createSaver';
import { MergeDialog } from './MergeDialog';
import type { StorySaving } from './useStorySaving';

/** Whether the words are safe, and who else is here: always in the same place. */
export function SavingLine({ saving, preview }: { saving: StorySaving; preview: Preview }) {
  const { say, language } = useWords();
  const { state, people, restoredFrom, choose } = saving;
  const [isComparing, setComparing] = useState(false);
  return (
    <div className="story__saving">
      <p className={`story__state story__state--${state.kind}`} role="status">
        {wordsOf(state, say, language)}
      </p>
      {state.kind === 'conflict' && (
        <Button
          buttonStyle="secondary"
          margin={false}
          onClick={() => setComparing(true)}
          size="small"
          type="button"
        >
          {say('saving:compare')}
        </Button>
      )}
      {restoredFrom !== null && (
        <p className="story__restored" role="status">
          {say('saving:restored', { time: clock(restoredFrom, language) })}
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
        <p className="story__people">
          {say('saving:alsoHere', { names: people.map(({ name }) => name).join(', ') })}
        </p>
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

function wordsOf(state: SavingState, say: Say, language: string): string {
  switch (state.kind) {
    case 'saved':
      return state.at === null
        ? say('saving:allSaved')
        : say('saving:savedAt', { time: clock(state.at, language) });
    case 'waiting':
    case 'saving':
      return say('saving:saving');
    case 'offline':
      return say('saving:offline');
    case 'signedOut':
      return say('saving:signedOut');
    case 'refused':
      return say('saving:refused', { message: state.message ?? say('saving:refusedPlainly') });
    case 'conflict':
      return say('saving:conflict');
  }
}

function clock(at: number, language: string): string {
  return new Date(at).toLocaleTimeString(language, { hour: '2-digit', minute: '2-digit' });
}
