import { useState, type KeyboardEvent } from 'react';

import type { CalendarItem } from '../../domain/schedule/CalendarItem';
import { shiftWallTime, type CalendarSpan } from '../../domain/schedule/wallClock';
import { useWords } from '../words/useWords';
import { useTimes } from './timesInWords';

const HOUR = 60;
const QUARTER = 15;
const DAY = 24 * HOUR;
const WEEK = 7 * DAY;

/**
 * Takes an item up with M, moves it with the arrows (with Shift by quarters of an hour) and sets it
 * down with Enter; Escape or leaving it leaves it where it was. Each step is said.
 */
export function useKeyboardMove({
  view,
  isMovable,
  tell,
  onMove,
}: {
  view: CalendarSpan;
  isMovable: (item: CalendarItem) => boolean;
  tell: (message: string) => void;
  onMove: (item: CalendarItem, wallTime: string) => void;
}) {
  const { say } = useWords();
  const { whenInWords } = useTimes();
  const [inHand, setInHand] = useState<{ id: string; wallTime: string } | null>(null);

  const onKeyDown = (event: KeyboardEvent, item: CalendarItem) => {
    const { headline } = item;
    if (inHand?.id !== item.id) {
      if (event.key.toLowerCase() !== 'm' || !isMovable(item)) return;
      event.preventDefault();
      setInHand({ id: item.id, wallTime: item.wallTime });
      tell(say('calendar:takenUp', { headline, when: whenInWords(item.wallTime) }));
      return;
    }
    const minutes = minutesOf(event, view);
    if (minutes !== null) {
      event.preventDefault();
      const wallTime = shiftWallTime(inHand.wallTime, minutes);
      setInHand({ id: item.id, wallTime });
      tell(say('calendar:over', { headline, when: whenInWords(wallTime) }));
    } else if (event.key === 'Enter' || event.key === 'Escape') {
      event.preventDefault();
      setInHand(null);
      if (event.key === 'Enter' && inHand.wallTime !== item.wallTime) onMove(item, inHand.wallTime);
      else tell(say('calendar:staysAt', { headline, when: whenInWords(item.wallTime) }));
    }
  };

  return { target: inHand?.wallTime ?? null, onKeyDown, leave: () => setInHand(null) };
}

function minutesOf({ key, shiftKey }: KeyboardEvent, view: CalendarSpan): number | null {
  const down = shiftKey ? QUARTER : view === 'month' ? WEEK : HOUR;
  switch (key) {
    case 'ArrowDown':
      return down;
    case 'ArrowUp':
      return -down;
    case 'ArrowRight':
      return DAY;
    case 'ArrowLeft':
      return -DAY;
    default:
      return null;
  }
}
