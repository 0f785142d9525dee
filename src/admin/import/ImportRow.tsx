'use client';

import { Link, useConfig } from '@payloadcms/ui';

import type { TrackedChanges } from '../../domain/formats/WordText';
import { useWords } from '../words/useWords';
import { ReceiptList } from './ReceiptList';
import type { ImportFile, ToldStory } from './useImport';

const TRACKED = new Set<string>([
  'insertedText',
  'deletedText',
  'insertionLeftOut',
  'deletionKept',
]);

/** One file with the stories found in it. */
export function ImportRow({
  file: { file, state, stories, problems, receipt, tracked },
  onRemove,
  onReadAgain,
}: {
  file: ImportFile;
  onRemove: () => void;
  onReadAgain: (tracked?: TrackedChanges) => void;
}) {
  const { say } = useWords();
  const isBusy = state === 'reading' || state === 'importing' || state === 'waiting';
  return (
    <li className={`import__file import__file--${state}`}>
      <div className="import__head">
        <strong>{file.name}</strong>
        <span className="import__state">{say(`import:${state}`)}</span>
        {state === 'failed' && (
          <button type="button" onClick={() => onReadAgain()}>
            {say('import:readAgain')}
          </button>
        )}
        {!isBusy && (
          <button
            type="button"
            onClick={onRemove}
            aria-label={say('import:takeOff', { name: file.name })}
          >
            {say('import:remove')}
          </button>
        )}
      </div>
      {problems.length > 0 && (
        <ul className="import__problems">
          {problems.map((problem) => (
            <li key={problem}>{problem}</li>
          ))}
        </ul>
      )}
      {state === 'read' && stories.some(hasTrackedChanges) && (
        <fieldset className="import__tracked">
          <legend>{say('import:tracked')}</legend>
          {(['accepted', 'original'] as const).map((each) => (
            <label key={each}>
              <input
                checked={tracked === each}
                name={`tracked ${file.name}`}
                onChange={() => onReadAgain(each)}
                type="radio"
              />
              {say(`import:${each}`)}
            </label>
          ))}
        </fieldset>
      )}
      {stories.map((story, index) => (
        <Story key={`${story.headline} ${index}`} story={story} isOpen={stories.length === 1} />
      ))}
      <ReceiptList receipt={receipt} title={say('import:fileHas')} />
    </li>
  );
}

function hasTrackedChanges({ receipt }: ToldStory): boolean {
  return receipt.some(({ code }) => TRACKED.has(code));
}

function Story({ story, isOpen }: { story: ToldStory; isOpen: boolean }) {
  const { config } = useConfig();
  const { say } = useWords();
  const { headline, standfirst, sections, people, quotes, outcome, articleId, problem } = story;
  const receipt = <ReceiptList receipt={story.receipt} title={say('import:otherwise')} />;
  const paragraphs = sections.reduce((sum, section) => sum + section.paragraphs.length, 0);
  if (outcome && articleId) {
    return (
      <>
        <p className="import__outcome">
          <Link href={`${config.routes.admin}/collections/articles/${articleId}`}>{headline}</Link>
          {': '}
          {say(`import:${outcome}`)}.
        </p>
        {outcome !== 'unchanged' && receipt}
      </>
    );
  }
  return (
    <details className="import__story" open={isOpen}>
      <summary>
        {headline}{' '}
        <span className="import__counts">
          {[
            say('import:sections', { count: sections.length }),
            say('import:paragraphs', { count: paragraphs }),
            say('voices:quotations', { count: quotes.length }),
            say('import:persons', { count: people.length }),
          ].join(', ')}
        </span>
      </summary>
      {problem && <p className="import__problems">{problem}</p>}
      {standfirst && <p className="import__standfirst">{standfirst}</p>}
      <ol className="import__sections">
        {sections.map(({ heading, paragraphs: [first = '', ...rest] }, index) => (
          <li key={`${heading ?? ''} ${index}`}>
            <strong>{heading ?? say('story:lead')}</strong>
            <span>{first}</span>
            {rest.length > 0 && <em>{say('import:more', { count: rest.length })}</em>}
          </li>
        ))}
      </ol>
      {quotes.length > 0 && (
        <>
          <h3>{say('tab:quotations')}</h3>
          <ul className="import__quotes">
            {quotes.map(({ text, speaker }, index) => (
              <li key={`${text} ${index}`}>
                “{text}” <em>{speaker ?? say('dialog:nobody')}</em>
              </li>
            ))}
          </ul>
        </>
      )}
      {people.length > 0 && (
        <>
          <h3>{say('search:people')}</h3>
          <p>{people.join(', ')}</p>
        </>
      )}
      {receipt}
    </details>
  );
}
