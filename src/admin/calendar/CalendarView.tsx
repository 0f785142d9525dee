'use client';

import { Gutter, SetStepNav, useConfig } from '@payloadcms/ui';
import { useSearchParams } from 'next/navigation';
import { useState, useSyncExternalStore } from 'react';

import type { CalendarItem } from '../../domain/schedule/CalendarItem';
import { wallTimeAt } from '../../domain/schedule/newsroomDays';
import { useWords } from '../words/useWords';
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
  const { say } = useWords();
  return (
    <Gutter className="calendar">
      <SetStepNav nav={[{ label: say('calendar:title') }]} />
      <h1>{say('calendar:title')}</h1>
      {isInBrowser ? <Calendar {...props} /> : <p>{say('calendar:loading')}</p>}
    </Gutter>
  );
}

function Calendar({ zone, today, canSchedule }: CalendarViewProps) {
  const { say } = useWords();
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
    tell: (message) => setStatus({ message }),
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
      {answer?.isCut && <p>{say('calendar:cut')}</p>}
      {answer && !isStale && answer.items.length === 0 && (
        <p className="calendar__empty">
          {say(state.topic || state.person ? 'calendar:emptyChoice' : 'calendar:empty')}
        </p>
      )}
      {!grid && !problem && <p>{say('calendar:loading')}</p>}
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
      {canSchedule && !isNarrow && <p className="calendar__help">{say('calendar:help')}</p>}
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
  const { say } = useWords();
  return (
    <div className="calendar__status" data-refused={status?.isRefusal ?? false}>
      <p role="status">{status?.message}</p>
      {status?.undo && (
        <button type="button" onClick={() => void status.undo?.()}>
          {say('story:undo')}
        </button>
      )}
      {status && (
        <button type="button" onClick={onClose}>
          {say('search:close')}
        </button>
      )}
    </div>
  );
}

function Clocks({ zone }: { zone: string }) {
  const { config } = useConfig();
  const { say } = useWords();
  const own = ownZone();
  return (
    <p className="calendar__clocks">
      {own === zone ? say('calendar:clock', { zone }) : say('calendar:clocks', { zone, own })}{' '}
      <a href={`${config.routes.admin}/account`}>{say('calendar:follow')}</a>
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
