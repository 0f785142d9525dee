'use client';

import { Button, Link, useConfig } from '@payloadcms/ui';
import { useState, type FormEvent } from 'react';

import type { CalendarItem, CalendarOrder } from '../../domain/schedule/CalendarItem';
import { shiftWallTime } from '../../domain/schedule/wallClock';
import type { ActionName } from '../../domain/workflow/actionTable';
import { useWords } from '../words/useWords';
import { runAction, type ActionProblem } from '../workflow/useArticleActions';
import { CalendarDialog } from './CalendarDialog';
import { TimeFields, type GivenTime } from './TimeFields';
import { useTimes } from './timesInWords';

const STEPS = [
  ['calendar:hourEarlier', -60],
  ['calendar:hourLater', 60],
  ['calendar:dayLater', 24 * 60],
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
          <h3>{say('action:reschedule')}</h3>
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
                {say(label)}
              </button>
            ))}
          </div>
          <TimeFields time={time} onChange={setTime} />
          {order.isInGroup && <p>{say('calendar:inGroup')}</p>}
          <Button disabled={isBusy} margin={false} type="submit">
            {say(isBusy ? 'bar:moment' : 'calendar:move')}
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
                { kind: order.kind, reason: say('calendar:cancelReason') },
                say('calendar:unscheduled', { headline: item.headline }),
              )
            }
          >
            {say('action:unschedule')}
          </Button>
        )}
        <Link
          className="calendar-dialog__link"
          href={`${config.routes.admin}/collections/articles/${item.articleId}`}
          prefetch={false}
        >
          {say('keys:openCard')}
        </Link>
        <Button buttonStyle="secondary" margin={false} onClick={onClose}>
          {say('search:close')}
        </Button>
      </div>
    </CalendarDialog>
  );
}

function ItemFacts({ item, zone }: { item: CalendarItem; zone: string }) {
  const { say } = useWords();
  const { durationInWords, ownTime, standingInWords, whenInWords } = useTimes();
  const own = ownTime(item);
  return (
    <dl className="calendar-dialog__facts">
      <dt>{standingInWords(item)}</dt>
      <dd>
        {whenInWords(item.wallTime)} ({zone}){own && `, ${say('calendar:ownClock')} ${own}`}
      </dd>
      {item.order && (
        <>
          <dt>{say('history:edition')}</dt>
          <dd>
            {item.order.editionNumber}
            {item.order.zone !== zone &&
              `, ${say('calendar:orderedFor', { time: item.order.wallTime.replace('T', ' '), zone: item.order.zone })}`}
          </dd>
        </>
      )}
      {item.latenessMs !== null && (
        <>
          <dt>{say('calendar:byClock')}</dt>
          <dd>{say('calendar:afterTime', { duration: durationInWords(item.latenessMs) })}</dd>
        </>
      )}
      {item.order?.blockedReason && (
        <>
          <dt>{say('calendar:whyNot')}</dt>
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
  const { say } = useWords();
  const isPublish = kind === 'publish';
  return (
    <div className="calendar-dialog__now">
      <p>
        {say(isPublish ? 'calendar:askPublish' : 'calendar:askWithdraw')}
        {isInGroup && ` ${say('calendar:othersStay')}`}
      </p>
      <Button
        disabled={isBusy}
        margin={false}
        onClick={() =>
          void (isPublish
            ? onConfirm('publish', { edition, change }, say('done:publish'))
            : onConfirm('withdraw', { reason, notice }, say('done:withdraw')))
        }
      >
        {say(isPublish ? 'calendar:publishNow' : 'calendar:withdrawNow')}
      </Button>
    </div>
  );
}
