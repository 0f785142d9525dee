import { useWords } from '../../words/useWords';
import type { TakenSection } from './readTakenOut';

import '../story.css';

/** The sections that were taken out of a story, each with the way back. */
export function TakenOutList({
  sections,
  isBusy = false,
  onPutBack,
}: {
  sections: readonly TakenSection[];
  isBusy?: boolean;
  onPutBack: (section: TakenSection) => void;
}) {
  const { say } = useWords();
  if (sections.length === 0) return null;
  return (
    <details className="story-taken">
      <summary>{say('taken:title', { count: sections.length })}</summary>
      <p>{say('taken:help')}</p>
      <ul>
        {sections.map((section) => (
          <li key={section.id}>
            <span>{section.label}</span>
            <button
              aria-label={say('taken:putBackNamed', { name: section.label ?? '' })}
              className="story-tool"
              disabled={isBusy}
              onClick={() => onPutBack(section)}
              type="button"
            >
              {say('taken:putBack')}
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}
