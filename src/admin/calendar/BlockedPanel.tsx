import type { CalendarItem } from '../../domain/schedule/CalendarItem';
import { useWords } from '../words/useWords';
import { useTimes } from './timesInWords';

/** What should have gone out and did not, whatever its day: somebody must decide. */
export function BlockedPanel({
  blocked,
  canSchedule,
  onOpen,
}: {
  blocked: readonly CalendarItem[];
  canSchedule: boolean;
  onOpen: (item: CalendarItem) => void;
}) {
  const { say } = useWords();
  const { whenInWords } = useTimes();
  if (blocked.length === 0) return null;
  return (
    <section className="calendar__blocked" aria-label={say('calendar:notOut')}>
      <h2>{say('calendar:blockedCount', { count: blocked.length })}</h2>
      <ul>
        {blocked.map((item) => (
          <li key={item.id}>
            <p>
              <strong>{item.headline}</strong>{' '}
              {say('calendar:wasDue', { when: whenInWords(item.wallTime) })}{' '}
              {item.order?.blockedReason}
            </p>
            <button type="button" onClick={() => onOpen(item)}>
              {say(canSchedule ? 'calendar:decide' : 'calendar:lookAt')}
              <span className="calendar__hidden"> {item.headline}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
