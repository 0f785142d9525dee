import type { CalendarItem } from '../../domain/schedule/CalendarItem';
import type { ItemHandlers } from './ItemChip';

/** What every way to show the calendar is given. */
export interface GridProps {
  days: readonly string[];
  items: readonly CalendarItem[];
  /** The newsroom's wall time now: what lies before it is no slot any more. */
  nowOnTheWall: string;
  canSchedule: boolean;
  /** The wall time that a move with the keyboard is at. */
  target: string | null;
  handlers: ItemHandlers;
  /** Somebody wants to schedule something then. */
  onSlot: (wallTime: string) => void;
  /** The item in hand was let go over an hour (`YYYY-MM-DDTHH`) or a day (`YYYY-MM-DD`). */
  onDrop: (place: string) => void;
  onShowDay: (day: string) => void;
}

/** Items by the hour or the day that they stand at, so many characters of their wall time. */
export function byPlace(
  items: readonly CalendarItem[],
  length: 10 | 13,
): Map<string, CalendarItem[]> {
  const places = new Map<string, CalendarItem[]>();
  for (const item of items) {
    const place = item.wallTime.slice(0, length);
    places.set(place, [...(places.get(place) ?? []), item]);
  }
  return places;
}
