'use client';

import { Button } from '@payloadcms/ui';
import { useId, useState } from 'react';

import { useWords, type WordKey } from '../words/useWords';
import { singleKeys } from './shortcuts';
import { useModalDialog } from '../modal/useModalDialog';

/* prettier-ignore */
const GROUPS: readonly { title: WordKey; keys: readonly [key: string, does: WordKey][] }[] = [
  {
    title: 'keys:everywhere',
    keys: [
      ['Ctrl K · ⌘ K', 'keys:search'],
      ['?', 'keys:map'],
      ['Ctrl S · ⌘ S', 'keys:save'],
      ['Esc', 'keys:close'],
    ],
  },
  {
    title: 'keys:inStory',
    keys: [
      ['Ctrl Alt 2', 'keys:section'],
      ['Ctrl Alt 3', 'keys:subheading'],
      ['Ctrl Alt 0', 'keys:paragraph'],
      ['Alt ⇧ ↑ · Alt ⇧ ↓', 'keys:moveSection'],
      ['Ctrl K · ⌘ K', 'keys:link'],
      ['Ctrl Alt M · ⌘ ⌥ M', 'keys:note'],
      ['Alt ⇧ P', 'keys:preview'],
      ['Alt Enter', 'keys:quotation'],
    ],
  },
  {
    title: 'keys:onBoard',
    keys: [
      ['← ↑ ↓ →', 'keys:walk'],
      ['⇧ ← · ⇧ →', 'keys:moveCard'],
      ['Enter', 'keys:openCard'],
    ],
  },
];

/** A dialog begins at its first control otherwise: here at the end of a list to be read. */
const startHere = (title: HTMLElement | null) => title?.setAttribute('autofocus', '');

/** Every key that the panel answers to. */
export function KeyMap({ onClose }: { onClose: () => void }) {
  const { say } = useWords();
  const dialog = useModalDialog();
  const titleId = useId();
  const [areOn, setOn] = useState(singleKeys.areOn);
  return (
    <dialog ref={dialog} className="key-map" aria-labelledby={titleId} onClose={onClose}>
      <h2 id={titleId} ref={startHere} tabIndex={-1}>
        {say('keys:title')}
      </h2>
      <div className="key-map__groups">
        {GROUPS.map(({ title, keys }) => (
          <section key={title}>
            <h3>{say(title)}</h3>
            <dl>
              {keys.map(([key, does]) => (
                <div key={does}>
                  <dt>
                    <kbd>{key}</kbd>
                  </dt>
                  <dd>{say(does)}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <label>
        <input
          type="checkbox"
          checked={areOn}
          onChange={({ target }) => {
            singleKeys.set(target.checked);
            setOn(target.checked);
          }}
        />
        {say('keys:singleKeys')}
      </label>
      <p>{say('keys:notWhileTyping')}</p>
      <Button buttonStyle="secondary" margin={false} onClick={() => dialog.current?.close()}>
        {say('search:close')}
      </Button>
    </dialog>
  );
}
