'use client';

import { useRef, useState, type KeyboardEvent } from 'react';

import { byPlace, type GridProps } from './gridProps';
import { ItemChip } from './ItemChip';
import { Place } from './Place';
import { useWords } from '../words/useWords';
import { useTimes } from './timesInWords';

const HOURS = Array.from({ length: 24 }, (_, hour) => String(hour).padStart(2, '0'));

/** More of an hour is told in the day's own view. */
const SHOWN_IN_WEEK = 6;

/** A morning hour: where the keyboard begins. */
const FIRST_ROW = 9;

/** A week or a day by its hours. The free hours are one stop of the Tab key, and arrows go on from there. */
export function HourGrid(props: GridProps) {
  const { say } = useWords();
  const { dayInWords, whenInWords } = useTimes();
  const { days, items, nowOnTheWall, canSchedule, target, handlers } = props;
  const { onSlot, onDrop, onShowDay } = props;
  const places = byPlace(items, 13);
  const table = useRef<HTMLTableElement>(null);
  const [at, setAt] = useState({ row: FIRST_ROW, column: 0 });
  const limit = days.length > 1 ? SHOWN_IN_WEEK : Infinity;
  const today = nowOnTheWall.slice(0, 10);

  const onArrow = (event: KeyboardEvent, row: number, column: number) => {
    const [down, right] = ARROWS[event.key] ?? [0, 0];
    if (!down && !right) return;
    event.preventDefault();
    // The next free hour in that direction; at the edge one stays.
    for (let step = 1; step < HOURS.length; step += 1) {
      const next = { row: row + down * step, column: column + right * step };
      const slot = table.current?.querySelector<HTMLElement>(
        `[data-slot="${next.row} ${next.column}"]`,
      );
      if (!slot) continue;
      setAt(next);
      slot.focus();
      return;
    }
  };
  const isFree = (row: number, column: number) =>
    canSchedule && `${days[column] ?? ''}T${HOURS[row] ?? ''}:59` > nowOnTheWall;
  const stop = isFree(at.row, at.column) ? at : firstFree(days.length, isFree);

  return (
    <table ref={table} className={`calendar__hours calendar__hours--${days.length}`}>
      <thead>
        <tr>
          <th scope="col">
            <span className="calendar__hidden">{say('calendar:hour')}</span>
          </th>
          {days.map((day) => (
            <th key={day} scope="col" aria-current={day === today ? 'date' : undefined}>
              {days.length > 1 ? (
                <button type="button" onClick={() => onShowDay(day)}>
                  {dayInWords(day, 'short')}
                </button>
              ) : (
                dayInWords(day)
              )}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {HOURS.map((hour, row) => (
          <tr key={hour}>
            <th scope="row">{hour}:00</th>
            {days.map((day, column) => {
              const place = `${day}T${hour}`;
              const here = places.get(place) ?? [];
              return (
                <Place
                  key={day}
                  as="td"
                  place={place}
                  isPast={`${place}:59` <= nowOnTheWall}
                  isTarget={target?.slice(0, 13) === place}
                  onDrop={onDrop}
                >
                  {here.slice(0, limit).map((item) => (
                    <ItemChip key={item.id} item={item} handlers={handlers} />
                  ))}
                  {here.length > limit && (
                    <button type="button" className="calendar__more" onClick={() => onShowDay(day)}>
                      {say('calendar:more', { count: here.length - limit })}
                    </button>
                  )}
                  {isFree(row, column) && (
                    <button
                      type="button"
                      className="calendar__slot"
                      data-slot={`${row} ${column}`}
                      tabIndex={stop.row === row && stop.column === column ? 0 : -1}
                      aria-label={say(here.length === 0 ? 'calendar:slotFree' : 'calendar:slot', {
                        when: whenInWords(`${place}:00`),
                      })}
                      onKeyDown={(event) => onArrow(event, row, column)}
                      onFocus={() => setAt({ row, column })}
                      onClick={() => onSlot(`${place}:00`)}
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

const ARROWS: Record<string, [down: number, right: number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

function firstFree(columns: number, isFree: (row: number, column: number) => boolean) {
  for (let column = 0; column < columns; column += 1) {
    for (let row = 0; row < HOURS.length; row += 1) {
      if (isFree(row, column)) return { row, column };
    }
  }
  return { row: -1, column: -1 };
}
