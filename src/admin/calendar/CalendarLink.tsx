'use client';

import { NavLink } from '../page/NavLink';
import { useWords } from '../words/useWords';

/** The way to the calendar, above the collections. */
export function CalendarLink() {
  const { say } = useWords();
  return <NavLink path="/calendar" label={say('calendar:title')} />;
}
