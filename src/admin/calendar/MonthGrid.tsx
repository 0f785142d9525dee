'use client';

import { byPlace, type GridProps } from './gridProps';
import { ItemChip } from './ItemChip';
import { Place } from './Place';
import { useWords } from '../words/useWords';
import { useTimes } from './timesInWords';

const WEEK = 7;

/** More of a day is told in its own view. */
const SHOWN = 5;

/** When a day is chosen rather than an hour. */
const MORNING = 'T09:00';

/** A month by its weeks. */
export function MonthGrid(props: GridProps & { month: string }) {
  const { say } = useWords();
  const { dayInWords } = useTimes();
  const { days, items, month, nowOnTheWall, canSchedule, target, handlers } = props;
  const { onSlot, onDrop, onShowDay } = props;
  const places = byPlace(items, 10);
  const weeks = Array.from({ length: days.length / WEEK }, (_, week) =>
    days.slice(week * WEEK, (week + 1) * WEEK),
  );
  const today = nowOnTheWall.slice(0, 10);
  return (
    <table className="calendar__month">
      <thead>
        <tr>
          {(weeks[0] ?? []).map((day) => (
            <th key={day} scope="col">
              {dayInWords(day, 'short').split(/[ ,]/)[0]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week[0]}>
            {week.map((day) => {
              const here = places.get(day) ?? [];
              return (
                <Place
                  key={day}
                  as="td"
                  place={day}
                  isPast={day < today}
                  isTarget={target?.slice(0, 10) === day}
                  isOutside={day.slice(0, 7) !== month}
                  onDrop={onDrop}
                >
                  <button
                    type="button"
                    className="calendar__date"
                    aria-current={day === today ? 'date' : undefined}
                    aria-label={`${dayInWords(day)}, ${here.length === 0 ? say('calendar:nothing') : here.length}`}
                    onClick={() => onShowDay(day)}
                  >
                    {Number(day.slice(8))}
                  </button>
                  {here.slice(0, SHOWN).map((item) => (
                    <ItemChip key={item.id} item={item} handlers={handlers} />
                  ))}
                  {here.length > SHOWN && (
                    <button type="button" className="calendar__more" onClick={() => onShowDay(day)}>
                      {say('calendar:more', { count: here.length - SHOWN })}
                    </button>
                  )}
                  {canSchedule && day >= today && (
                    <button
                      type="button"
                      className="calendar__slot"
                      aria-label={say('calendar:scheduleOn', { day: dayInWords(day) })}
                      onClick={() => onSlot(`${day}${MORNING}`)}
                    />
                  )}
                </Place>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
