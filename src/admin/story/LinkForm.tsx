import { useId, useState } from 'react';

import { useWords } from '../words/useWords';

/** Where a link leads: asked in the row under the toolbar, with the words still in sight. */
export function LinkForm({
  address,
  onDone,
}: {
  address: string | null;
  /** The address; null takes the link away; undefined leaves everything as it was. */
  onDone: (address: string | null | undefined) => void;
}) {
  const { say } = useWords();
  const [value, setValue] = useState(address ?? '');
  const [isWrong, setWrong] = useState(false);
  const errorId = useId();
  const set = () => {
    const typed = value.trim();
    const next = /^[\w-]+(\.[\w-]+)+(\/|$)/.test(typed) ? `https://${typed}` : typed;
    if (/^(https?:\/\/\S+|mailto:\S+@\S+)$/i.test(next)) onDone(next);
    else setWrong(true);
  };
  return (
    <div className="story-link-form">
      <input
        aria-describedby={isWrong ? errorId : undefined}
        aria-invalid={isWrong}
        aria-label={say('story:linkAddress')}
        autoFocus
        onChange={({ target }) => {
          setValue(target.value);
          setWrong(false);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onDone(undefined);
          if (event.key !== 'Enter') return;
          event.preventDefault();
          set();
        }}
        placeholder="https://"
        type="url"
        value={value}
      />
      <button className="story-tool" onClick={set} type="button">
        {say('story:setLink')}
      </button>
      {address !== null && (
        <button className="story-tool" onClick={() => onDone(null)} type="button">
          {say('story:removeLink')}
        </button>
      )}
      <button className="story-tool" onClick={() => onDone(undefined)} type="button">
        {say('dialog:cancel')}
      </button>
      {isWrong && (
        <span className="story-link-form__wrong" id={errorId} role="alert">
          {say('story:linkWrong')}
        </span>
      )}
    </div>
  );
}
