'use client';

import { Link, useConfig } from '@payloadcms/ui';

import type { ImportFile, ImportState, ToldStory } from './useImport';

const STATES: Readonly<Record<ImportState, string>> = {
  waiting: 'Waiting',
  reading: 'Reading …',
  read: 'Ready to import',
  importing: 'Importing …',
  done: 'Done',
  failed: 'Not imported',
};

const OUTCOMES: Readonly<Record<NonNullable<ToldStory['outcome']>, string>> = {
  created: 'A new draft',
  updated: 'A new draft of the article that it became before',
  unchanged: 'Imported before, nothing changed',
  separate: 'A draft of its own: an editor has changed the article since',
};

/** One file with the stories found in it. */
export function ImportRow({
  file: { file, state, stories, problems },
  onRemove,
  onReadAgain,
}: {
  file: ImportFile;
  onRemove: () => void;
  onReadAgain: () => void;
}) {
  const isBusy = state === 'reading' || state === 'importing' || state === 'waiting';
  return (
    <li className={`import__file import__file--${state}`}>
      <div className="import__head">
        <strong>{file.name}</strong>
        <span className="import__state">{STATES[state]}</span>
        {state === 'failed' && (
          <button type="button" onClick={onReadAgain}>
            Read again
          </button>
        )}
        {!isBusy && (
          <button type="button" onClick={onRemove} aria-label={`Take ${file.name} off the list`}>
            Remove
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
      {stories.map((story, index) => (
        <Story key={`${story.headline} ${index}`} story={story} isOpen={stories.length === 1} />
      ))}
    </li>
  );
}

function Story({ story, isOpen }: { story: ToldStory; isOpen: boolean }) {
  const { config } = useConfig();
  const { headline, standfirst, sections, people, quotes, outcome, articleId, problem } = story;
  const paragraphs = sections.reduce((sum, section) => sum + section.paragraphs.length, 0);
  if (outcome && articleId) {
    return (
      <p className="import__outcome">
        <Link href={`${config.routes.admin}/collections/articles/${articleId}`}>{headline}</Link>
        {': '}
        {OUTCOMES[outcome]}.
      </p>
    );
  }
  return (
    <details className="import__story" open={isOpen}>
      <summary>
        {headline}{' '}
        <span className="import__counts">
          {[
            counted(sections.length, 'section'),
            counted(paragraphs, 'paragraph'),
            counted(quotes.length, 'quotation'),
            counted(people.length, 'person', 'people'),
          ].join(', ')}
        </span>
      </summary>
      {problem && <p className="import__problems">{problem}</p>}
      {standfirst && <p className="import__standfirst">{standfirst}</p>}
      <ol className="import__sections">
        {sections.map(({ heading, paragraphs: [first = '', ...rest] }, index) => (
          <li key={`${heading ?? ''} ${index}`}>
            <strong>{heading ?? 'Lead'}</strong>
            <span>{first}</span>
            {rest.length > 0 && <em>and {counted(rest.length, 'more paragraph')}</em>}
          </li>
        ))}
      </ol>
      {quotes.length > 0 && (
        <>
          <h3>Quotations</h3>
          <ul className="import__quotes">
            {quotes.map(({ text, speaker }, index) => (
              <li key={`${text} ${index}`}>
                “{text}” <em>{speaker ?? 'nobody named'}</em>
              </li>
            ))}
          </ul>
        </>
      )}
      {people.length > 0 && (
        <>
          <h3>People</h3>
          <p>{people.join(', ')}</p>
        </>
      )}
    </details>
  );
}

function counted(many: number, one: string, more = `${one}s`): string {
  return `${many} ${many === 1 ? one : more}`;
}
