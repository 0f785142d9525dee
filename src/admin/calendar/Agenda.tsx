'use client';

import { byPlace, type GridProps } from './gridProps';
import { ItemChip } from './ItemChip';
import { useWords } from '../words/useWords';
import { useTimes } from './timesInWords';

const MORNING = 'T09:00';

/** The days one under the other, for narrow screens; of a month only those with something. */
export function Agenda({
  days,
  items,
  nowOnTheWall,
  canSchedule,
  handlers,
  onSlot,
}: Pick<GridProps, 'days' | 'items' | 'nowOnTheWall' | 'canSchedule' | 'handlers' | 'onSlot'>) {
  const { say } = useWords();
  const { dayInWords } = useTimes();
  const places = byPlace(items, 10);
  const today = nowOnTheWall.slice(0, 10);
  const shown = days.length > 7 ? days.filter((day) => places.has(day)) : days;
  return (
    <div className="calendar__agenda">
      {shown.length === 0 && <p>{say('calendar:emptyMonth')}</p>}
      {shown.map((day) => (
        <section key={day} aria-label={dayInWords(day)}>
          <h3 aria-current={day === today ? 'date' : undefined}>{dayInWords(day)}</h3>
          {!places.has(day) && <p>{say('calendar:emptyDay')}</p>}
          <ul>
            {(places.get(day) ?? []).map((item) => (
              <li key={item.id}>
                <ItemChip item={item} handlers={handlers} />
              </li>
            ))}
          </ul>
          {canSchedule && day >= today && (
            <button
              type="button"
              className="calendar__more"
              onClick={() => onSlot(`${day}${MORNING}`)}
            >
              {say('calendar:scheduleHere')}
            </button>
          )}
        </section>
      ))}
    </div>
  );
}
