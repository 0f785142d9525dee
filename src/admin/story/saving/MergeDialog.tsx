import { Button } from '@payloadcms/ui';
import { useEffect, useId, useRef, useState } from 'react';
import { createPortal } from 'react-dom';

import { diffText } from '../../../domain/edition/diffText';
import type { Choice, StoryConflict } from '../../../domain/story/mergeStory';
import { Words } from '../../history/DiffView';

import '../../workflow/workflow.css';

const PARTS: Record<StoryConflict['part'], string> = {
  headline: 'Headline',
  standfirst: 'Standfirst',
  heading: 'Heading of a section',
  text: 'Text',
};

/** The places that two people changed, each with both texts: one of them, or both, stand. */
export function MergeDialog({
  conflicts,
  onChoose,
  onCancel,
}: {
  conflicts: readonly StoryConflict[];
  onChoose: (choices: Record<string, Choice>) => void;
  onCancel: () => void;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  const [choices, setChoices] = useState<Record<string, Choice>>({});
  useEffect(() => dialog.current?.showModal(), []);
  const isComplete = conflicts.every(({ id }) => choices[id]);
  return createPortal(
    <dialog
      aria-labelledby={titleId}
      className="action-dialog story-merge"
      onCancel={(event) => {
        event.preventDefault();
        onCancel();
      }}
      ref={dialog}
    >
      <h2 id={titleId}>Two people changed the same words</h2>
      <p>
        Everything else is joined already. Choose what stands here; the other text stays in the
        versions.
      </p>
      {conflicts.map(({ id, part, mine, theirs }) => (
        <fieldset className="story-merge__conflict" key={id}>
          <legend>{PARTS[part]}</legend>
          <Words words={diffText(theirs, mine)} />
          {(
            [
              ['theirs', 'What the other saved', theirs],
              ['mine', 'What I wrote', mine],
              ...(part === 'text' ? [['both', 'Both, one after the other', null] as const] : []),
            ] as const
          ).map(([choice, label, words]) => (
            <label className="story-merge__choice" key={choice}>
              <input
                checked={choices[id] === choice}
                name={id}
                onChange={() => setChoices({ ...choices, [id]: choice })}
                type="radio"
              />
              <span>
                <strong>{label}</strong>
                {words !== null && (
                  <span className="story-merge__words">{words || '(nothing)'}</span>
                )}
              </span>
            </label>
          ))}
        </fieldset>
      ))}
      <div className="action-dialog__buttons">
        <Button buttonStyle="secondary" margin={false} onClick={onCancel} type="button">
          Back to my page
        </Button>
        <Button
          disabled={!isComplete}
          margin={false}
          onClick={() => onChoose(choices)}
          type="button"
        >
          Join the two
        </Button>
      </div>
    </dialog>,
    document.body,
  );
}
