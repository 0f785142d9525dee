'use client';

import { Button, useConfig } from '@payloadcms/ui';
import { useEffect, useState, type FormEvent } from 'react';

import type { ReadyArticle } from '../../domain/schedule/CalendarItem';
import type { LiveChange } from '../../domain/workflow/ArticleState';
import { ChangeFields } from '../workflow/ChangeFields';
import { useWords } from '../words/useWords';
import { runAction, type ActionProblem } from '../workflow/useArticleActions';
import { CalendarDialog } from './CalendarDialog';
import { TimeFields, type GivenTime } from './TimeFields';

/** Schedules an approved article into an empty slot. */
export function SlotDialog({
  wallTime,
  zone,
  onDone,
  onClose,
}: {
  wallTime: string;
  zone: string;
  onDone: (message: string) => void;
  onClose: () => void;
}) {
  const { config } = useConfig();
  const { api } = config.routes;
  const { say } = useWords();
  const [ready, setReady] = useState<ReadyArticle[] | null>(null);
  const [articleId, setArticleId] = useState('');
  const [time, setTime] = useState<GivenTime>({ wallTime, zone, overlap: null });
  const [change, setChange] = useState<LiveChange>({ kind: 'update', note: '' });
  const [problem, setProblem] = useState<ActionProblem | null>(null);
  const [isBusy, setBusy] = useState(false);

  useEffect(() => {
    fetch(`${api}/calendar/ready`, { credentials: 'include' })
      .then(async (response) => ((await response.json()) as { articles?: ReadyArticle[] }).articles)
      .then((articles) => setReady(articles ?? []))
      .catch(() => setReady([]));
  }, [api]);

  const chosen = ready?.find(({ id }) => id === articleId);
  const schedule = async (event: FormEvent) => {
    event.preventDefault();
    if (!chosen) return;
    setBusy(true);
    const answer = await runAction({
      address: `${api}/articles/${articleId}`,
      say,
      action: 'schedule',
      body: { kind: 'publish', ...time, ...(chosen.isLive ? { change } : {}) },
    });
    setBusy(false);
    setProblem(answer.ok ? null : answer.problem);
    if (answer.ok) onDone(say('calendar:isScheduled', { headline: chosen.headline }));
  };

  return (
    <CalendarDialog title={say('calendar:scheduleTitle')} problem={problem} onClose={onClose}>
      {ready === null && <p>{say('calendar:lookingReady')}</p>}
      {ready?.length === 0 && <p>{say('calendar:noneReady')}</p>}
      <form onSubmit={(event) => void schedule(event)}>
        {ready && ready.length > 0 && (
          <>
            <label className="action-dialog__field">
              {say('calendar:article')}
              <select
                required
                value={articleId}
                onChange={({ target }) => setArticleId(target.value)}
              >
                <option value="">{say('calendar:chooseArticle')}</option>
                {ready.map(({ id, headline, isLive, onHold }) => (
                  <option key={id} value={id}>
                    {headline}
                    {isLive ? ` ${say('calendar:newEdition')}` : ''}
                    {onHold ? ` ${say('calendar:onHold')}` : ''}
                  </option>
                ))}
              </select>
            </label>
            <TimeFields time={time} onChange={setTime} />
            {chosen?.isLive && <ChangeFields change={change} onChange={setChange} />}
          </>
        )}
        <div className="action-dialog__buttons">
          <Button buttonStyle="secondary" margin={false} onClick={onClose} type="button">
            {say('dialog:cancel')}
          </Button>
          {ready && ready.length > 0 && (
            <Button disabled={isBusy} margin={false} type="submit">
              {say(isBusy ? 'bar:moment' : 'action:schedule')}
            </Button>
          )}
        </div>
      </form>
    </CalendarDialog>
  );
}
