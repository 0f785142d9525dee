'use client';

import { Button, Link, useConfig } from '@payloadcms/ui';
import { useState, type FormEvent } from 'react';

import type { CalendarItem, CalendarOrder } from '../../domain/schedule/CalendarItem';
import { shiftWallTime } from '../../domain/schedule/wallClock';
import type { ActionName } from '../../domain/workflow/ActionName';
import { useWords } from '../words/useWords';
import { runAction, type ActionProblem } from '../workflow/useArticleActions';
import { CalendarDialog } from './CalendarDialog';
import { TimeFields, type GivenTime } from './TimeFields';
import { durationInWords, ownTime, standingInWords, whenInWords } from './timesInWords';

const STEPS = [
  ['An hour earlier', -60],
  ['An hour later', 60],
  ['A day later', 24 * 60],
] as const;

/** All there is to an item, and what can be done with it: move it, publish it now, cancel it. */
export function ItemDialog({
  item,
  zone,
  target,
  canSchedule,
  onMove,
  onDone,
  onClose,
}: {
  item: CalendarItem;
  /** The newsroom's. */
  zone: string;
  /** The wall time to begin with where it was dropped on one that needs a choice. */
  target?: string | undefined;
  canSchedule: boolean;
  onMove: (item: CalendarItem, time: GivenTime) => Promise<ActionProblem | null>;
  onDone: (message: string) => void;
  onClose: () => void;
}) {
  const { config } = useConfig();
  const { say } = useWords();
  const { order, standing } = item;
  const [time, setTime] = useState<GivenTime>({
    wallTime: target ?? item.wallTime,
    zone,
    overlap: null,
  });
  const [problem, setProblem] = useState<ActionProblem | null>(null);
  const [isBusy, setBusy] = useState(false);
  const isOpenOrder = order && standing !== 'going_out' && canSchedule;

  const move = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    const refused = await onMove(item, time);
    setBusy(false);
    setProblem(refused);
    if (!refused) onClose();
  };
  const act = async (action: ActionName, body: object, done: string) => {
    setBusy(true);
    const address = `${config.routes.api}/articles/${item.articleId}`;
    const answer = await runAction({ address, action, body, say });
    setBusy(false);
    setProblem(answer.ok ? null : answer.problem);
    if (answer.ok) onDone(done);
  };

  return (
    <CalendarDialog title={item.headline} problem={problem} onClose={onClose}>
      <ItemFacts item={item} zone={zone} />
      {isOpenOrder && standing === 'blocked' && (
        <PublishNow order={order} isBusy={isBusy} onConfirm={act} />
      )}
      {isOpenOrder && (
        <form onSubmit={(event) => void move(event)} className="calendar-dialog__move">
          <h3>Move to another time</h3>
          <div className="calendar-dialog__steps">
            {STEPS.map(([label, minutes]) => (
              <button
                key={label}
                type="button"
                onClick={() =>
                  setTime({
                    ...time,
                    wallTime: shiftWallTime(time.wallTime, minutes),
                    overlap: null,
                  })
                }
              >
                {label}
              </button>
            ))}
          </div>
          <TimeFields time={time} onChange={setTime} />
          {order.isInGroup && <p>It is released together with others: all of them move.</p>}
          <Button disabled={isBusy} margin={false} type="submit">
            {isBusy ? 'One moment…' : 'Move'}
          </Button>
        </form>
      )}
      <div className="action-dialog__buttons">
        {isOpenOrder && (
          <Button
            buttonStyle="secondary"
            disabled={isBusy}
            margin={false}
            onClick={() =>
              void act(
                'unschedule',
                { kind: order.kind, reason: 'Cancelled in the calendar.' },
                `“${item.headline}” is not scheduled any more.`,
              )
            }
          >
            Cancel the schedule
          </Button>
        )}
        <Link
          className="calendar-dialog__link"
          href={`${config.routes.admin}/collections/articles/${item.articleId}`}
          prefetch={false}
        >
          Open the article
        </Link>
        <Button buttonStyle="secondary" margin={false} onClick={onClose}>
          Close
        </Button>
      </div>
    </CalendarDialog>
  );
}

function ItemFacts({ item, zone }: { item: CalendarItem; zone: string }) {
  const own = ownTime(item);
  return (
    <dl className="calendar-dialog__facts">
      <dt>{standingInWords(item)}</dt>
      <dd>
        {whenInWords(item.wallTime)} ({zone}){own && `, on your own clock ${own}`}
      </dd>
      {item.order && (
        <>
          <dt>Edition</dt>
          <dd>
            {item.order.editionNumber}
            {item.order.zone !== zone &&
              `, ordered for ${item.order.wallTime.replace('T', ' ')} (${item.order.zone})`}
          </dd>
        </>
      )}
      {item.latenessMs !== null && (
        <>
          <dt>Sent by the clock</dt>
          <dd>{durationInWords(item.latenessMs)} after its time</dd>
        </>
      )}
      {item.order?.blockedReason && (
        <>
          <dt>Why it did not go out</dt>
          <dd className="calendar-dialog__reason">{item.order.blockedReason}</dd>
        </>
      )}
    </dl>
  );
}

/** What the clock was to do, done by a person: exactly the edition that was pinned. */
function PublishNow({
  order: { kind, edition, change, reason, notice, isInGroup },
  isBusy,
  onConfirm,
}: {
  order: CalendarOrder;
  isBusy: boolean;
  onConfirm: (action: ActionName, body: object, done: string) => Promise<void>;
}) {
  const isPublish = kind === 'publish';
  return (
    <div className="calendar-dialog__now">
      <p>
        {isPublish ? 'Publish now?' : 'Withdraw now?'} The checks are made again.
        {isInGroup && ' The others of its release stay blocked.'}
      </p>
      <Button
        disabled={isBusy}
        margin={false}
        onClick={() =>
          void (isPublish
            ? onConfirm('publish', { edition, change }, 'Published. Readers see it now.')
            : onConfirm('withdraw', { reason, notice }, 'Withdrawn. Readers find the notice.'))
        }
      >
        {isPublish ? 'Publish now' : 'Withdraw now'}
      </Button>
    </div>
  );
}
