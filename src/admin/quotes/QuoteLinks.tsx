'use client';

import { NavLink } from '../page/NavLink';
import { useWords } from '../words/useWords';

import './verification.css';

/** The verification desk and the report about quotations, below the collections. */
export function QuoteLinks() {
  const { say } = useWords();
  return (
    <ul className="quote-links">
      <li>
        <NavLink path="/collections/quotes/desk" label={say('search:verification')} />
      </li>
      <li>
        <NavLink path="/collections/quotes/voices" label={say('search:voices')} />
      </li>
    </ul>
  );
}
