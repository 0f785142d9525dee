import type { CalendarSpan } from '../../domain/schedule/wallClock';

/** What of the calendar is looked at: all of it stands in the address. */
export interface CalendarState {
  view: CalendarSpan;
  /** `YYYY-MM-DD`, a day of the view. */
  day: string;
  /** Ids; empty: of all. */
  topic: string;
  person: string;
}

export const VIEWS = ['month', 'week', 'day'] as const satisfies readonly CalendarSpan[];

/** The state that an address means; what it leaves out or gets wrong is as by default. */
export function readState(query: URLSearchParams, today: string): CalendarState {
  const day = query.get('day') ?? '';
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(Date.parse(day));
  return {
    view: VIEWS.find((view) => view === query.get('view')) ?? 'week',
    day: isDay ? day : today,
    topic: query.get('topic') ?? '',
    person: query.get('person') ?? '',
  };
}

/** The address's query for a state. */
export function queryOf(state: CalendarState): string {
  const given = Object.entries(state).filter(([, value]) => value !== '');
  return new URLSearchParams(given as [string, string][]).toString();
}
