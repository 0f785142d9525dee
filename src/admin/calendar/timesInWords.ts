import { useMemo } from 'react';

import type { CalendarItem } from '../../domain/schedule/CalendarItem';
import { wallTimeAt } from '../../domain/schedule/newsroomDays';
import { useWords } from '../words/useWords';

/** The zone of the browser. */
export function ownZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** Days and times in words, in the language of the panel. */
export interface Times {
  /** A day or the day of a wall time. */
  dayInWords: (wallTime: string, length?: 'short' | 'long') => string;
  monthInWords: (day: string) => string;
  /** A day and a time. */
  whenInWords: (wallTime: string) => string;
  /** "17:30", with the day where that is another one; null where the reader's clock shows the same. */
  ownTime: (item: Pick<CalendarItem, 'at' | 'wallTime'>) => string | null;
  /** What an item is, in a word or two. */
  standingInWords: (item: CalendarItem) => string;
  /** A number of ms as people say it: "0.4 s", "12 s", "5 min". */
  durationInWords: (ms: number) => string;
}

export function useTimes(): Times {
  const { say, language } = useWords();
  return useMemo(() => {
    const dateOf = (wallTime: string) => new Date(`${wallTime.slice(0, 10)}T00:00Z`);
    const dayInWords: Times['dayInWords'] = (wallTime, length = 'long') =>
      dateOf(wallTime).toLocaleDateString(language, {
        timeZone: 'UTC',
        weekday: length,
        day: 'numeric',
        month: length,
        ...(length === 'long' ? { year: 'numeric' } : {}),
      });
    return {
      dayInWords,
      monthInWords: (day) =>
        dateOf(day).toLocaleDateString(language, {
          timeZone: 'UTC',
          month: 'long',
          year: 'numeric',
        }),
      whenInWords: (wallTime) => `${dayInWords(wallTime, 'short')}, ${wallTime.slice(11, 16)}`,
      ownTime: ({ at, wallTime }) => {
        const own = wallTimeAt(at, ownZone());
        if (own === wallTime) return null;
        const isSameDay = own.slice(0, 10) === wallTime.slice(0, 10);
        return isSameDay ? own.slice(11) : `${dayInWords(own, 'short')} ${own.slice(11)}`;
      },
      standingInWords: ({ standing, order }) =>
        standing === 'scheduled' && order?.kind === 'withdraw'
          ? say('calendar:to_withdraw')
          : say(`calendar:${standing}`),
      durationInWords: (ms) => {
        const [amount, unit, digits] =
          ms < 10_000
            ? ([ms / 1000, 'second', 1] as const)
            : ms < 120_000
              ? ([Math.round(ms / 1000), 'second', 0] as const)
              : ([Math.round(ms / 60_000), 'minute', 0] as const);
        return amount.toLocaleString(language, {
          style: 'unit',
          unit,
          unitDisplay: 'narrow',
          minimumFractionDigits: digits,
          maximumFractionDigits: digits,
        });
      },
    };
  }, [language, say]);
}
