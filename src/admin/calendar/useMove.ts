import { useConfig } from '@payloadcms/ui';
import { useState } from 'react';

import type { CalendarItem, CalendarOrder } from '../../domain/schedule/CalendarItem';
import { useWords } from '../words/useWords';
import { runAction, type ActionProblem } from '../workflow/useArticleActions';
import type { GivenTime } from './TimeFields';
import { useTimes } from './timesInWords';

/** What was last done or refused, said to everybody, with the way back where there is one. */
export interface CalendarStatus {
  message: string;
  isRefusal?: boolean;
  undo?: () => Promise<void>;
}

/**
 * Moves orders to other times. An item shows at its new time at once and goes back to where it was
 * when the server refuses.
 */
export function useMove({
  zone,
  load,
  tell,
}: {
  /** The newsroom's. */
  zone: string;
  load: () => Promise<void>;
  tell: (status: CalendarStatus) => void;
}) {
  const { config } = useConfig();
  const { api } = config.routes;
  const { say } = useWords();
  const { whenInWords } = useTimes();
  const [moving, setMoving] = useState<{ id: string; wallTime: string } | null>(null);

  const reschedule = (articleId: string, { kind }: CalendarOrder, time: GivenTime) =>
    runAction({
      address: `${api}/articles/${articleId}`,
      action: 'reschedule',
      body: { kind, ...time },
      say,
    });

  /** Back to the instant that it had, also where its wall time comes twice. */
  const undo = async ({ articleId, headline, at, wallTime, order }: CalendarItem) => {
    if (!order) return;
    const former = { wallTime: order.wallTime, zone: order.zone, overlap: null };
    let answer = await reschedule(articleId, order, former);
    if (!answer.ok) {
      const choice = answer.problem.choices.find((each) => each.at === at);
      if (choice) {
        answer = await reschedule(articleId, order, { ...former, overlap: choice.overlap });
      }
    }
    await load();
    tell(
      answer.ok
        ? { message: say('calendar:isBack', { headline, when: whenInWords(wallTime) }) }
        : { message: answer.problem.message, isRefusal: true },
    );
  };

  const move = async (item: CalendarItem, time: GivenTime): Promise<ActionProblem | null> => {
    const { id, articleId, headline, standing, order } = item;
    if (!order) return null;
    if (time.zone === zone) setMoving({ id, wallTime: time.wallTime });
    const answer = await reschedule(articleId, order, time);
    await load();
    setMoving(null);
    if (!answer.ok) {
      const { message } = answer.problem;
      tell({ message: say('calendar:stays', { headline, message }), isRefusal: true });
      return answer.problem;
    }
    const elsewhere = time.zone === zone ? '' : ` (${time.zone})`;
    tell({
      message: say('calendar:isMoved', {
        headline,
        when: `${whenInWords(time.wallTime)}${elsewhere}`,
      }),
      // What was blocked was due in the past, where nothing can go back to.
      ...(standing === 'blocked' ? {} : { undo: () => undo(item) }),
    });
    return null;
  };

  /** The items as they are to be shown while a move is under way. */
  const placed = (items: readonly CalendarItem[]): readonly CalendarItem[] =>
    items.map((item) => (item.id === moving?.id ? { ...item, wallTime: moving.wallTime } : item));

  return { move, placed };
}
