import type { CalendarAnswer } from '../../domain/schedule/CalendarItem';
import { shiftDay, shiftMonth } from '../../domain/schedule/wallClock';
import { useWords, type Say } from '../words/useWords';
import { VIEWS, type CalendarState } from './calendarState';
import { useTimes, type Times } from './timesInWords';

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
  const { say } = useWords();
  const times = useTimes();
  const { view, day, topic, person } = state;
  const turned = (direction: 1 | -1) =>
    view === 'month' ? shiftMonth(day, direction) : shiftDay(day, direction * STEP[view]);
  return (
    <div className="calendar__toolbar">
      <div className="calendar__turn">
        <button type="button" onClick={() => onChange({ day: turned(-1) })}>
          <span aria-hidden="true">‹</span>
          <span className="calendar__hidden">{say(`calendar:${view}Before`)}</span>
        </button>
        <button type="button" onClick={() => onChange({ day: today })}>
          {say('calendar:today')}
        </button>
        <button type="button" onClick={() => onChange({ day: turned(1) })}>
          <span aria-hidden="true">›</span>
          <span className="calendar__hidden">{say(`calendar:${view}After`)}</span>
        </button>
        <h2 aria-live="polite">{titleOf({ view, day, days, times, say })}</h2>
      </div>
      <div className="calendar__choices">
        <Choice
          label={say('board:topic')}
          value={topic}
          options={answer?.topics ?? []}
          onChange={(id) => onChange({ topic: id })}
        />
        <Choice
          label={say('calendar:byline')}
          value={person}
          options={answer?.people ?? []}
          onChange={(id) => onChange({ person: id })}
        />
        <div role="group" aria-label={say('calendar:view')} className="calendar__views">
          {VIEWS.map((each) => (
            <button
              key={each}
              type="button"
              aria-pressed={each === view}
              onClick={() => onChange({ view: each })}
            >
              {say(`calendar:${each}`)}
            </button>
          ))}
        </div>
      </div>
    </div>
  );
}

function titleOf({
  view,
  day,
  days,
  times: { dayInWords, monthInWords },
  say,
}: Pick<CalendarState, 'view' | 'day'> & {
  days: readonly string[];
  times: Times;
  say: Say;
}): string {
  if (view === 'day') return dayInWords(day);
  if (view === 'month') return monthInWords(day);
  return say('calendar:span', {
    from: dayInWords(days[0] ?? day, 'short'),
    to: dayInWords(days.at(-1) ?? day, 'short'),
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
  const { say } = useWords();
  return (
    <label>
      {label}{' '}
      <select value={value} onChange={({ target }) => onChange(target.value)}>
        <option value="">{say('board:any')}</option>
        {options.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
