import type { PublicationFigures } from '../../domain/schedule/publicationFigures';
import { durationInWords } from './timesInWords';

/** Whether the schedule does what it promises, in a few figures. */
export function FiguresPanel({ figures }: { figures: PublicationFigures }) {
  const { pending, claimed, overdue, longestOverdueMs, blocked, fired, lateness } = figures;
  return (
    <section className="calendar__figures" aria-label="How punctual the schedule is">
      <dl>
        <div>
          <dt>Waiting</dt>
          <dd>{pending + claimed}</dd>
        </div>
        <div className={overdue > 0 ? 'calendar__alarm' : ''}>
          <dt>Overdue</dt>
          <dd>
            {overdue}
            {overdue > 0 && `, the longest for ${durationInWords(longestOverdueMs)}`}
          </dd>
        </div>
        <div className={blocked > 0 ? 'calendar__alarm' : ''}>
          <dt>Blocked</dt>
          <dd>{blocked}</dd>
        </div>
        <div>
          <dt>Went out in 24 hours</dt>
          <dd>{fired}</dd>
        </div>
        {lateness && (
          <div>
            <dt>After their time</dt>
            <dd>
              half within {durationInWords(lateness.p50)}, 99 % within{' '}
              {durationInWords(lateness.p99)}, at most {durationInWords(lateness.max)}
            </dd>
          </div>
        )}
      </dl>
    </section>
  );
}
