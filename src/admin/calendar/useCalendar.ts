import { useConfig } from '@payloadcms/ui';
import { useCallback, useState } from 'react';

import type { CalendarAnswer } from '../../domain/schedule/CalendarItem';
import { daysOf, shiftDay } from '../../domain/schedule/wallClock';
import { useRefresh } from '../page/useRefresh';
import { useWords } from '../words/useWords';
import type { CalendarState } from './calendarState';

const POLL_MS = 20_000;

/** The calendar of the days in view, read anew when they change, at intervals and on `load`. */
export function useCalendar({ view, day, topic, person }: CalendarState) {
  const { config } = useConfig();
  const { say } = useWords();
  const days = daysOf(view, day);
  const query = new URLSearchParams({
    from: days[0] ?? day,
    to: shiftDay(days.at(-1) ?? day, 1),
    ...(topic ? { topic } : {}),
    ...(person ? { person } : {}),
  });
  const address = `${config.routes.api}/calendar?${query.toString()}`;
  const [shown, setShown] = useState<{ address: string; answer: CalendarAnswer } | null>(null);
  const [problem, setProblem] = useState<string | null>(null);

  const load = useCallback(async () => {
    const response = await fetch(address, { credentials: 'include' }).catch(() => null);
    const answer = (await response?.json().catch(() => null)) as
      (CalendarAnswer & { errors?: { message: string }[] }) | null;
    if (response?.ok && answer) setShown({ address, answer });
    setProblem(response?.ok ? null : (answer?.errors?.[0]?.message ?? say('calendar:stale')));
  }, [address, say]);

  useRefresh(load, POLL_MS);

  return {
    answer: shown?.answer ?? null,
    /** Whether the answer is that of other days or another choice, which is under way. */
    isStale: shown?.address !== address,
    days,
    problem,
    load,
  };
}
