'use client';

import { Gutter, SetStepNav, useConfig } from '@payloadcms/ui';
import { useSearchParams } from 'next/navigation';
import { useState, useSyncExternalStore } from 'react';

import type { CalendarItem } from '../../domain/schedule/CalendarItem';
import { wallTimeAt } from '../../domain/schedule/newsroomDays';
import { Agenda } from './Agenda';
import { BlockedPanel } from './BlockedPanel';
import { queryOf, readState, type CalendarState } from './calendarState';
import { FiguresPanel } from './FiguresPanel';
import type { GridProps } from './gridProps';
import { HourGrid } from './HourGrid';
import { ItemDialog } from './ItemDialog';
import { MonthGrid } from './MonthGrid';
import { SlotDialog } from './SlotDialog';
import { ownZone } from './timesInWords';
import { Toolbar } from './Toolbar';
import { useCalendar } from './useCalendar';
import { useKeyboardMove } from './useKeyboardMove';
import { useMove, type CalendarStatus } from './useMove';

import './calendar.css';

type OpenDialog =
  { kind: 'item'; item: CalendarItem; target?: string } | { kind: 'slot'; wallTime: string };

const NARROW = '(max-width: 768px)';

interface CalendarViewProps {
  /** The newsroom's. */
  zone: string;
  /** There, `YYYY-MM-DD`. */
  today: string;
  canSchedule: boolean;
}

/**
 * What is scheduled, went out, is under embargo or blocked, by the newsroom's clock. Drawn by the
 * browser alone: its days and times are in the reader's language and zone, which no server knows.
 */
export function CalendarView(props: CalendarViewProps) {
  const isInBrowser = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  return (
    <Gutter className="calendar">
      <SetStepNav nav={[{ label: 'Calendar' }]} />
      <h1>Calendar</h1>
      {isInBrowser ? <Calendar {...props} /> : <p>Loading the calendar…</p>}
    </Gutter>
  );
}

function Calendar({ zone, today, canSchedule }: CalendarViewProps) {
  const state = readState(useSearchParams(), today);
  const { answer, isStale, days, problem, load } = useCalendar(state);
  const [dialog, setDialog] = useState<OpenDialog | null>(null);
  const [status, setStatus] = useState<CalendarStatus | null>(null);
  const { move, placed } = useMove({ zone, load, tell: setStatus });
  const [dragged, setDragged] = useState<CalendarItem | null>(null);
  const isNarrow = useIsNarrow();

  const show = (more: Partial<CalendarState>) =>
    window.history.pushState(null, '', `?${queryOf({ ...state, ...more })}`);

  /** Moves without a question, unless the new time needs an answer. */
  const moveTo = async (item: CalendarItem, wallTime: string) => {
    if (wallTime === item.wallTime) return;
    const refused = await move(item, { wallTime, zone, overlap: null });
    if (refused && refused.choices.length > 0) setDialog({ kind: 'item', item, target: wallTime });
    focusItem(item.id);
  };
  const isMovable = ({ order, standing }: CalendarItem) =>
    canSchedule && order !== null && standing !== 'going_out';
  const keyboard = useKeyboardMove({
    view: state.view,
    isMovable,
    say: (message) => setStatus({ message }),
    onMove: (item, wallTime) => void moveTo(item, wallTime),
  });
  const done = (message: string) => {
    setDialog(null);
    setStatus({ message });
    void load();
  };

  const grid: GridProps | null = answer && {
    days,
    items: placed(answer.items),
    nowOnTheWall: wallTimeAt(answer.now, zone),
    canSchedule,
    target: keyboard.target,
    handlers: {
      isMovable,
      onOpen: (item) => setDialog({ kind: 'item', item }),
      onDragStart: setDragged,
      onDragEnd: () => setDragged(null),
      onKeyDown: keyboard.onKeyDown,
      onBlur: keyboard.leave,
    },
    onSlot: (wallTime) => setDialog({ kind: 'slot', wallTime }),
    onDrop: (place) => {
      if (!dragged) return;
      setDragged(null);
      void moveTo(dragged, `${place}${dragged.wallTime.slice(place.length)}`);
    },
    onShowDay: (day) => show({ view: 'day', day }),
  };

  return (
    <>
      <Clocks zone={zone} />
      {answer && (
        <BlockedPanel
          blocked={answer.blocked}
          canSchedule={canSchedule}
          onOpen={(item) => setDialog({ kind: 'item', item })}
        />
      )}
      <Toolbar state={state} days={days} today={today} answer={answer} onChange={show} />
      {problem && (
        <p className="calendar__problem" role="alert">
          {problem}
        </p>
      )}
      {answer?.isCut && <p>There is more in these days than is shown: look at fewer of them.</p>}
      {answer && !isStale && answer.items.length === 0 && (
        <p className="calendar__empty">
          {state.topic || state.person
            ? 'Nothing of this choice in these days.'
            : 'Nothing is scheduled, published or under embargo in these days.'}
        </p>
      )}
      {!grid && !problem && <p>Loading the calendar…</p>}
      {grid && (
        <div className="calendar__grid" aria-busy={isStale}>
          {isNarrow ? (
            <Agenda {...grid} />
          ) : state.view === 'month' ? (
            <MonthGrid {...grid} month={state.day.slice(0, 7)} />
          ) : (
            <HourGrid {...grid} />
          )}
        </div>
      )}
      {canSchedule && !isNarrow && (
        <p className="calendar__help">
          Drag an item to another time, or press M on it and use the arrow keys. A click shows all
          about it. Free places take an approved article.
        </p>
      )}
      {answer && <FiguresPanel figures={answer.figures} />}
      <Status status={status} onClose={() => setStatus(null)} />
      {dialog?.kind === 'item' && (
        <ItemDialog
          key={dialog.item.id}
          item={dialog.item}
          zone={zone}
          target={dialog.target}
          canSchedule={canSchedule}
          onMove={move}
          onDone={done}
          onClose={() => setDialog(null)}
        />
      )}
      {dialog?.kind === 'slot' && (
        <SlotDialog
          wallTime={dialog.wallTime}
          zone={zone}
          onDone={done}
          onClose={() => setDialog(null)}
        />
      )}
    </>
  );
}

/** Said and shown until the next thing happens; the way back stands beside it. */
function Status({ status, onClose }: { status: CalendarStatus | null; onClose: () => void }) {
  return (
    <div className="calendar__status" data-refused={status?.isRefusal ?? false}>
      <p role="status">{status?.message}</p>
      {status?.undo && (
        <button type="button" onClick={() => void status.undo?.()}>
          Undo
        </button>
      )}
      {status && (
        <button type="button" onClick={onClose}>
          Close
        </button>
      )}
    </div>
  );
}

function Clocks({ zone }: { zone: string }) {
  const { config } = useConfig();
  const own = ownZone();
  return (
    <p className="calendar__clocks">
      Times are those of the newsroom ({zone})
      {own !== zone && `; where your own clock (${own}) shows another, it stands beside`}.{' '}
      <a href={`${config.routes.admin}/account`}>Follow it in your own calendar program</a>
    </p>
  );
}

const never = () => () => undefined;

function useIsNarrow(): boolean {
  return useSyncExternalStore(
    (onChange) => {
      const query = window.matchMedia(NARROW);
      query.addEventListener('change', onChange);
      return () => query.removeEventListener('change', onChange);
    },
    () => window.matchMedia(NARROW).matches,
    () => false,
  );
}

/** An item that moved is drawn anew elsewhere: the keyboard goes with it. */
function focusItem(id: string): void {
  requestAnimationFrame(() =>
    document.querySelector<HTMLElement>(`[data-item="${id}"]`)?.focus({ preventScroll: true }),
  );
}
