import type { OrderFigures } from '../../domain/schedule/orderFigures';
import { useWords } from '../words/useWords';
import { useTimes } from './timesInWords';

/** Whether the schedule does what it promises, in a few figures. */
export function FiguresPanel({ figures }: { figures: OrderFigures }) {
  const { say } = useWords();
  const { durationInWords } = useTimes();
  const { pending, claimed, overdue, longestOverdueMs, blocked, fired, lateness } = figures;
  return (
    <section className="calendar__figures" aria-label={say('calendar:punctual')}>
      <dl>
        <div>
          <dt>{say('calendar:waiting')}</dt>
          <dd>{pending + claimed}</dd>
        </div>
        <div className={overdue > 0 ? 'calendar__alarm' : ''}>
          <dt>{say('calendar:overdue')}</dt>
          <dd>
            {overdue > 0
              ? say('calendar:longest', {
                  number: overdue,
                  duration: durationInWords(longestOverdueMs),
                })
              : overdue}
          </dd>
        </div>
        <div className={blocked > 0 ? 'calendar__alarm' : ''}>
          <dt>{say('calendar:blocked')}</dt>
          <dd>{blocked}</dd>
        </div>
        <div>
          <dt>{say('calendar:wentOut')}</dt>
          <dd>{fired}</dd>
        </div>
        {lateness && (
          <div>
            <dt>{say('calendar:lateness')}</dt>
            <dd>
              {say('calendar:latenessFigures', {
                half: durationInWords(lateness.p50),
                most: durationInWords(lateness.p99),
                longest: durationInWords(lateness.max),
              })}
            </dd>
          </div>
        )}
      </dl>
    </section>
  );
}
