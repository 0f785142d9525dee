import { Button } from '@payloadcms/ui';
import { useState } from 'react';

import { diffText } from '../../../domain/edition/diffText';
import type { Choice, StoryConflict } from '../../../domain/story/mergeStory';
import { Words } from '../../edition/Words';
import { Modal } from '../../modal/Modal';
import { useWords, type WordKey } from '../../words/useWords';

import '../../workflow/workflow.css';

const PARTS: Record<StoryConflict['part'], WordKey> = {
  headline: 'story:headline',
  standfirst: 'story:standfirst',
  heading: 'story:headingHint',
  text: 'conflict:body',
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
  const { say, language } = useWords();
  const [choices, setChoices] = useState<Record<string, Choice>>({});
  const isComplete = conflicts.every(({ id }) => choices[id]);
  return (
    <Modal className="story-merge" onCancel={onCancel} title={say('merge:title')}>
      <p>{say('merge:help')}</p>
      {conflicts.map(({ id, part, mine, theirs }) => (
        <fieldset className="story-merge__conflict" key={id}>
          <legend>{say(PARTS[part])}</legend>
          <Words words={diffText(theirs, mine)} say={say} language={language} />
          {(
            [
              ['theirs', say('merge:theirs'), theirs],
              ['mine', say('merge:mine'), mine],
              ...(part === 'text' ? [['both', say('merge:both'), null] as const] : []),
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
                  <span className="story-merge__words">{words || say('conflict:nothing')}</span>
                )}
              </span>
            </label>
          ))}
        </fieldset>
      ))}
      <div className="action-dialog__buttons">
        <Button buttonStyle="secondary" margin={false} onClick={onCancel} type="button">
          {say('merge:back')}
        </Button>
        <Button
          disabled={!isComplete}
          margin={false}
          onClick={() => onChoose(choices)}
          type="button"
        >
          {say('merge:join')}
        </Button>
      </div>
    </Modal>
  );
}
