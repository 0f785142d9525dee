import { useState, type KeyboardEvent } from 'react';

import type { CalendarItem } from '../../domain/schedule/CalendarItem';
import { shiftWallTime, type CalendarSpan } from '../../domain/schedule/wallClock';
import { whenInWords } from './timesInWords';

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
  say,
  onMove,
}: {
  view: CalendarSpan;
  isMovable: (item: CalendarItem) => boolean;
  say: (message: string) => void;
  onMove: (item: CalendarItem, wallTime: string) => void;
}) {
  const [inHand, setInHand] = useState<{ id: string; wallTime: string } | null>(null);

  const onKeyDown = (event: KeyboardEvent, item: CalendarItem) => {
    if (inHand?.id !== item.id) {
      if (event.key.toLowerCase() !== 'm' || !isMovable(item)) return;
      event.preventDefault();
      setInHand({ id: item.id, wallTime: item.wallTime });
      say(
        `“${item.headline}” is taken up. Arrows move it, Enter sets it down, Escape leaves it at ${whenInWords(item.wallTime)}.`,
      );
      return;
    }
    const minutes = minutesOf(event, view);
    if (minutes !== null) {
      event.preventDefault();
      const wallTime = shiftWallTime(inHand.wallTime, minutes);
      setInHand({ id: item.id, wallTime });
      say(`${whenInWords(wallTime)}. Enter moves “${item.headline}” here.`);
    } else if (event.key === 'Enter' || event.key === 'Escape') {
      event.preventDefault();
      setInHand(null);
      if (event.key === 'Enter' && inHand.wallTime !== item.wallTime) onMove(item, inHand.wallTime);
      else say(`“${item.headline}” stays at ${whenInWords(item.wallTime)}.`);
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
