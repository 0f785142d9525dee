import type { ReactNode } from 'react';

import type { Say } from '../words/useWords';

import './edition.css';

/** Two states of one thing, the older on the left, or above where there is no room. */
export function Sides({ say, before, after }: { say: Say; before: ReactNode; after: ReactNode }) {
  return (
    <div className="diff__sides">
      <div>
        <p className="diff__side">{say('diff:before')}</p>
        {before}
      </div>
      <div>
        <p className="diff__side">{say('diff:after')}</p>
        {after}
      </div>
    </div>
  );
}
