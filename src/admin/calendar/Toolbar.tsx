import type { CalendarAnswer } from '../../domain/schedule/CalendarItem';
import { shiftDay, shiftMonth } from '../../domain/schedule/wallClock';
import { VIEWS, type CalendarState } from './calendarState';
import { dayInWords } from './timesInWords';

const VIEW_WORDS = { month: 'Month', week: 'Week', day: 'Day' } as const;
const STEP = { week: 7, day: 1 } as const;

/** What of the calendar is shown: all of it goes into the address. */
export function Toolbar({
  state,
  days,
  today,
  answer,
  onChange,
}: {
  state: CalendarState;
  days: readonly string[];
  today: string;
  answer: CalendarAnswer | null;
  onChange: (more: Partial<CalendarState>) => void;
}) {
  const { view, day, topic, person } = state;
  const turned = (direction: 1 | -1) =>
    view === 'month' ? shiftMonth(day, direction) : shiftDay(day, direction * STEP[view]);
  return (
    <div className="calendar__toolbar">
      <div className="calendar__turn">
        <button type="button" onClick={() => onChange({ day: turned(-1) })}>
          <span aria-hidden="true">‹</span>
          <span className="calendar__hidden">The {view} before</span>
        </button>
        <button type="button" onClick={() => onChange({ day: today })}>
          Today
        </button>
        <button type="button" onClick={() => onChange({ day: turned(1) })}>
          <span aria-hidden="true">›</span>
          <span className="calendar__hidden">The {view} after</span>
        </button>
        <h2 aria-live="polite">{titleOf(view, day, days)}</h2>
      </div>
      <div className="calendar__choices">
        <Choice
          label="Topic"
          value={topic}
          options={answer?.topics ?? []}
          onChange={(id) => onChange({ topic: id })}
        />
        <Choice
          label="Byline"
          value={person}
          options={answer?.people ?? []}
          onChange={(id) => onChange({ person: id })}
        />
        <div role="group" aria-label="View" className="calendar__views">
          {VIEWS.map((each) => (
            <button
              key={each}
              type="button"
              aria-pressed={each === view}
              onClick={() => onChange({ view: each })}
            >
              {VIEW_WORDS[each]}
            </button>
          ))}
        </div>
      </div>
    </div>
  );
}

function titleOf(view: CalendarState['view'], day: string, days: readonly string[]): string {
  if (view === 'day') return dayInWords(day);
  if (view === 'week') {
    return `${dayInWords(days[0] ?? day, 'short')} to ${dayInWords(days.at(-1) ?? day, 'short')}`;
  }
  return new Date(`${day}T00:00Z`).toLocaleDateString(undefined, {
    timeZone: 'UTC',
    month: 'long',
    year: 'numeric',
  });
}

function Choice({
  label,
  value,
  options,
  onChange,
}: {
  label: string;
  value: string;
  options: CalendarAnswer['topics'];
  onChange: (id: string) => void;
}) {
  return (
    <label>
      {label}{' '}
      <select value={value} onChange={({ target }) => onChange(target.value)}>
        <option value="">All</option>
        {options.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
