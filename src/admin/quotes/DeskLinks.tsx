import { NavLink } from '../page/NavLink';

import './desk.css';

/** The desk and the report about quotations, below the collections. */
export function DeskLinks() {
  return (
    <ul className="desk-links">
      <li>
        <NavLink path="/collections/quotes/desk" label="Verification desk" />
      </li>
      <li>
        <NavLink path="/collections/quotes/voices" label="Who is quoted" />
      </li>
    </ul>
  );
}
