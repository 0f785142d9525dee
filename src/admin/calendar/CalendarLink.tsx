import { NavLink } from '../page/NavLink';

/** The way to the calendar, above the collections. */
export function CalendarLink() {
  return <NavLink path="/calendar" label="Calendar" />;
}
