import { useWords } from '../../words/useWords';
import { Tool } from '../Tool';

/** What asks for a note on the words that are selected. */
export const NOTE_ASKED = 'standfirst:note-asked';

/** Begins a note on the words that are selected. */
export function NoteTool() {
  const { say } = useWords();
  return (
    <Tool
      hint={say('notes:toolHint')}
      label={say('notes:toolLabel')}
      onClick={() => window.dispatchEvent(new Event(NOTE_ASKED))}
    >
      {say('notes:tool')}
    </Tool>
  );
}

/** For those who read the story and do not write it: they may still say something about it. */
export function ReadersToolbar() {
  const { say } = useWords();
  return (
    <div className="story-toolbar">
      <div aria-label={say('notes:reading')} className="story-toolbar__row" role="toolbar">
        <NoteTool />
      </div>
    </div>
  );
}
