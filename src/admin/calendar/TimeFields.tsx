'use client';

import { useState } from 'react';

import { resolveWallTime, type Overlap } from '../../domain/schedule/resolveWallTime';
import { useWords } from '../words/useWords';
import { ownZone, useTimes } from './timesInWords';

/** A time as a person gives it. */
export interface GivenTime {
  /** `YYYY-MM-DDTHH:mm`, empty until chosen. */
  wallTime: string;
  zone: string;
  /** Which is meant of a time that comes twice. */
  overlap: Overlap | null;
}

/**
 * A day and a time, and the zone they are of. Says what the reader's own clock will show, and asks at
 * once where a change of clocks skips the time or repeats it. The server decides all the same.
 */
export function TimeFields({
  time,
  onChange,
}: {
  time: GivenTime;
  onChange: (time: GivenTime) => void;
}) {
  const { say } = useWords();
  const { whenInWords } = useTimes();
  const [openedAt] = useState(() => new Date().toISOString());
  const zones = Intl.supportedValuesOf('timeZone');
  const change = (more: Partial<GivenTime>) => onChange({ ...time, overlap: null, ...more });
  const resolved = time.wallTime ? resolveWallTime({ ...time, now: openedAt }) : null;
  const choices = askFor(time, openedAt);
  return (
    <>
      <div className="action-dialog__times">
        <label className="action-dialog__field">
          {say('dialog:time')}
          <input
            type="datetime-local"
            required
            value={time.wallTime}
            onChange={({ target }) => change({ wallTime: target.value })}
          />
        </label>
        <label className="action-dialog__field">
          {say('dialog:zone')}
          <select value={time.zone} onChange={({ target }) => change({ zone: target.value })}>
            {[...new Set([time.zone, 'UTC', ...zones])].map((zone) => (
              <option key={zone}>{zone}</option>
            ))}
          </select>
        </label>
      </div>
      {choices && (
        <fieldset className="action-dialog__field" role="radiogroup">
          <legend>{choices.message}</legend>
          {choices.offered.map((choice) => (
            <label key={choice.at} className="action-dialog__choice">
              <input
                type="radio"
                name="clock-change"
                required
                checked={time.wallTime === choice.wallTime && time.overlap === choice.overlap}
                onChange={() =>
                  onChange({ ...time, wallTime: choice.wallTime, overlap: choice.overlap })
                }
              />
              {whenInWords(choice.wallTime)} ({choice.offset})
            </label>
          ))}
        </fieldset>
      )}
      <p className="action-dialog__hint" aria-live="polite">
        {resolved && !resolved.ok && !choices && resolved.message}
        {resolved?.ok && time.zone !== ownZone() && <OwnClock at={resolved.at} />}
      </p>
    </>
  );
}

function OwnClock({ at }: { at: string }) {
  const { say, language } = useWords();
  const words = new Date(at).toLocaleString(language, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
  });
  return <>{say('calendar:ownClockIs', { zone: ownZone(), words })}</>;
}

/** The two times to choose from, also once one of them is chosen. */
function askFor({ wallTime, zone }: GivenTime, now: string) {
  if (!wallTime) return null;
  const resolved = resolveWallTime({ wallTime, zone, now });
  return resolved.ok || !resolved.choices
    ? null
    : { message: resolved.message, offered: resolved.choices };
}
