import type { CalendarItem } from '../../domain/schedule/CalendarItem';
import { whenInWords } from './timesInWords';

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
  if (blocked.length === 0) return null;
  return (
    <section className="calendar__blocked" aria-label="Did not go out">
      <h2>{blocked.length === 1 ? 'One did not go out' : `${blocked.length} did not go out`}</h2>
      <ul>
        {blocked.map((item) => (
          <li key={item.id}>
            <p>
              <strong>{item.headline}</strong>, due {whenInWords(item.wallTime)}.{' '}
              {item.order?.blockedReason}
            </p>
            <button type="button" onClick={() => onOpen(item)}>
              {canSchedule ? 'Publish now or move' : 'Look at it'}
              <span className="calendar__hidden"> {item.headline}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
