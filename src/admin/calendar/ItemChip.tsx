import type { KeyboardEvent } from 'react';

import type { CalendarItem } from '../../domain/schedule/CalendarItem';
import { useWords } from '../words/useWords';
import { useTimes } from './timesInWords';

/** How the grids tell the view what somebody does with an item. */
export interface ItemHandlers {
  /** Whether an item may be moved at all; the server decides on the time. */
  isMovable: (item: CalendarItem) => boolean;
  onOpen: (item: CalendarItem) => void;
  onDragStart: (item: CalendarItem) => void;
  onDragEnd: () => void;
  onKeyDown: (event: KeyboardEvent, item: CalendarItem) => void;
  onBlur: () => void;
}

/** An item of the calendar as a button: it opens, can be dragged, and moved with the keyboard. */
export function ItemChip({ item, handlers }: { item: CalendarItem; handlers: ItemHandlers }) {
  const { say } = useWords();
  const { ownTime, standingInWords } = useTimes();
  const own = ownTime(item);
  const isMovable = handlers.isMovable(item);
  const time = item.wallTime.slice(11);
  const isPlain = item.standing === 'scheduled' && item.order?.kind === 'publish';
  return (
    <button
      type="button"
      className={`calendar-item calendar-item--${item.standing}`}
      data-item={item.id}
      draggable={isMovable}
      title={item.headline}
      {...(isMovable ? { 'aria-keyshortcuts': 'M' } : {})}
      onClick={() => handlers.onOpen(item)}
      onKeyDown={(event) => handlers.onKeyDown(event, item)}
      onBlur={handlers.onBlur}
      onDragStart={(event) => {
        event.dataTransfer.effectAllowed = 'move';
        event.dataTransfer.setData('text/plain', item.headline);
        handlers.onDragStart(item);
      }}
      onDragEnd={handlers.onDragEnd}
    >
      <span className="calendar-item__time">
        {time}
        {own && (
          <span className="calendar-item__own">
            {' '}
            · {own} <span className="calendar__hidden">{say('calendar:ownClock')}</span>
          </span>
        )}
      </span>{' '}
      <span className={isPlain ? 'calendar__hidden' : 'calendar-item__standing'}>
        {standingInWords(item)}
      </span>{' '}
      <span className="calendar-item__headline">{item.headline}</span>
    </button>
  );
}
