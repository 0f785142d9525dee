'use client';

import { NavLink } from '../page/NavLink';
import { useWords } from '../words/useWords';

import './desk.css';

/** The desk and the report about quotations, below the collections. */
export function DeskLinks() {
  const { say } = useWords();
  return (
    <ul className="desk-links">
      <li>
        <NavLink path="/collections/quotes/desk" label={say('search:verification')} />
      </li>
      <li>
        <NavLink path="/collections/quotes/voices" label={say('search:voices')} />
      </li>
    </ul>
  );
}
