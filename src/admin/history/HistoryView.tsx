'use client';

import { Button, Gutter, toast, useConfig, useDocumentInfo } from '@payloadcms/ui';
import { useRouter } from 'next/navigation';
import { useCallback, useEffect, useState } from 'react';

import type { ActionOverview } from '../../domain/workflow/ActionOverview';
import type { AuditName } from '../../domain/workflow/AuditName';
import { PUBLICATION_STATES } from '../../domain/workflow/PublicationState';
import { STAGES } from '../../domain/workflow/Stage';
import { DiffView, type Compared } from '../edition/DiffView';
import { ActionDialog, type ActionForm } from '../workflow/ActionDialog';
import { useArticleActions, type ActionProblem } from '../workflow/useArticleActions';
import { english } from '../words/english';
import { useWords, type Say } from '../words/useWords';
import { Ago } from './Ago';

import './history.css';

interface EditionRow {
  id: string;
  number: number;
  hash: string;
  frozenAt: string;
  frozenByName?: string | null;
}

interface AuditRow {
  id: string;
  at: string;
  action: string;
  actorName?: string | null;
  from?: string | null;
  to?: string | null;
  reason?: string | null;
  edition?: string | null;
}

/** Long enough to tell hashes apart at a glance. */
const SHORT_HASH = 10;

/** Who did what with the article, and its editions: compare any two, or go back to one. */
export function HistoryView() {
  const { id } = useDocumentInfo();
  const articleId = String(id);
  const { config } = useConfig();
  const router = useRouter();
  const { say } = useWords();
  const { overview, load, run } = useArticleActions(articleId, 0);
  const [editions, setEditions] = useState<EditionRow[]>([]);
  const [entries, setEntries] = useState<AuditRow[] | null>(null);
  const api = config.routes.api;

  const reload = useCallback(async () => {
    const list = async <T,>(collection: string, sort: string): Promise<T[]> => {
      const query = `where[article][equals]=${articleId}&sort=${sort}&limit=200&depth=0`;
      const response = await fetch(`${api}/${collection}?${query}`, { credentials: 'include' });
      return ((await response.json()) as { docs?: T[] }).docs ?? [];
    };
    setEditions(await list<EditionRow>('editions', '-number'));
    setEntries(await list<AuditRow>('audit-entries', '-at,-id'));
  }, [api, articleId]);

  const failed = say('history:failed');
  useEffect(() => {
    // oxlint-disable-next-line react/set-state-in-effect -- the state is set after the answer
    reload().catch(() => toast.error(failed));
  }, [reload, failed]);

  return (
    <Gutter className="history">
      <h2>{say('history:editions')}</h2>
      {editions.length === 0 && <p>{say('history:noEdition')}</p>}
      {editions.length > 0 && overview && (
        <Editions
          articleId={articleId}
          editions={editions}
          overview={overview}
          onRestored={() => {
            // The form of the edit view is made on the server: what was kept of it is old now.
            router.refresh();
            void Promise.all([load(), reload()]);
          }}
          onRollBack={async (edition, form) => {
            const answer = await run('rollBack', { edition, change: form.change });
            if (answer.ok) {
              toast.success(say('done:rollBack'));
              await Promise.all([load(), reload()]);
            }
            return answer.ok ? null : answer.problem;
          }}
        />
      )}
      <h2>{say('history:happened')}</h2>
      {entries?.length === 0 && <p>{say('history:nothing')}</p>}
      <ol className="history__entries">
        {entries?.map((entry) => (
          <AuditItem key={entry.id} entry={entry} editions={editions} />
        ))}
      </ol>
    </Gutter>
  );
}

function AuditItem({ entry, editions }: { entry: AuditRow; editions: readonly EditionRow[] }) {
  const { say } = useWords();
  const edition = editions.find(({ id }) => id === entry.edition);
  return (
    <li>
      <Ago at={entry.at} /> <strong>{entry.actorName}</strong>: {recordedAction(entry.action, say)}
      {edition && `, ${say('history:editionNumber', { number: edition.number ?? 0 })}`}
      <span className="history__standing">
        {' '}
        {standing(entry.from, say)} → {standing(entry.to, say)}
      </span>
      {entry.reason && <q>{entry.reason}</q>}
    </li>
  );
}

/** "in_review, unpublished" as people call it. */
function standing(recorded: string | null | undefined, say: Say): string {
  return (recorded ?? '')
    .split(', ')
    .map((word) => {
      const stage = STAGES.find((each) => each === word.replaceAll(' ', '_'));
      const state = PUBLICATION_STATES.find((each) => each === word);
      return stage ? say(`stage:${stage}`) : state ? say(`state:${state}`) : word;
    })
    .join(', ');
}

/** What was done, in words; what later versions may record besides stays as it is written. */
function recordedAction(action: string, say: Say): string {
  return Object.hasOwn(english.recorded, action) ? say(`recorded:${action as AuditName}`) : action;
}

interface EditionsProps {
  articleId: string;
  editions: readonly EditionRow[];
  overview: ActionOverview;
  /** The working copy says something else now. */
  onRestored: () => void;
  onRollBack: (edition: string, form: ActionForm) => Promise<ActionProblem | null>;
}

function Editions({ articleId, editions, overview, onRestored, onRollBack }: EditionsProps) {
  const { config } = useConfig();
  const words = useWords();
  const { say } = words;
  const [newest, second] = editions;
  const [from, setFrom] = useState(second?.id ?? newest?.id ?? '');
  const [to, setTo] = useState(second ? (newest?.id ?? '') : 'working-copy');
  const [compared, setCompared] = useState<Compared | null>(null);
  const [backTo, setBackTo] = useState<string | null>(null);
  const [problem, setProblem] = useState<ActionProblem | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [round, setRound] = useState(0);
  const article = `${config.routes.api}/articles/${articleId}`;

  useEffect(() => {
    if (!from || !to) return;
    fetch(`${article}/diff?from=${from}&to=${to}`, { credentials: 'include' })
      .then(async (response) => (response.ok ? ((await response.json()) as Compared) : null))
      .then(setCompared)
      .catch(() => setCompared(null));
  }, [article, from, to, round]);

  const restore = async ({ id, number }: EditionRow) => {
    const response = await fetch(`${article}/editions/${id}/restore`, {
      method: 'POST',
      credentials: 'include',
    }).catch(() => null);
    const answer = (await response?.json().catch(() => null)) as {
      errors?: { message: string }[];
    } | null;
    if (response?.ok) {
      toast.success(say('history:restored', { number }));
      setRound((count) => count + 1);
      onRestored();
    } else toast.error(answer?.errors?.[0]?.message ?? say('history:unreachable'));
  };

  const rollBack = overview.actions.find(({ action }) => action === 'rollBack');
  return (
    <>
      <table className="history__editions">
        <thead>
          <tr>
            <th scope="col">{say('history:edition')}</th>
            <th scope="col">{say('history:approved')}</th>
            <th scope="col">{say('history:by')}</th>
            <th scope="col">{say('history:hash')}</th>
            <th scope="col">
              <span className="history__hidden">{say('history:actions')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {editions.map((edition) => (
            <tr key={edition.id}>
              <th scope="row">
                {edition.number}
                {edition.id === overview.liveEdition && ` · ${say('history:readersSee')}`}
                {edition.id === overview.approvedEdition &&
                  edition.id !== overview.liveEdition &&
                  ` · ${say('history:waits')}`}
              </th>
              <td>
                <Ago at={edition.frozenAt} />
              </td>
              <td>{edition.frozenByName}</td>
              <td>
                <code title={edition.hash}>{edition.hash.slice(0, SHORT_HASH)}</code>
              </td>
              <td className="history__buttons">
                <Button
                  buttonStyle="subtle"
                  margin={false}
                  onClick={() => void restore(edition)}
                  size="small"
                >
                  {say('history:restore')}
                </Button>
                {rollBack?.isAllowed && edition.id !== overview.liveEdition && (
                  <Button
                    buttonStyle="subtle"
                    margin={false}
                    onClick={() => {
                      setProblem(null);
                      setBackTo(edition.id);
                    }}
                    size="small"
                  >
                    {say('action:rollBack')}
                  </Button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="history__choice">
        <EditionChoice
          label={say('history:compare')}
          value={from}
          editions={editions}
          onChange={setFrom}
        />
        <EditionChoice
          label={say('history:with')}
          value={to}
          editions={editions}
          onChange={setTo}
        />
      </div>
      {compared ? <DiffView compared={compared} {...words} /> : <p>{say('dialog:loading')}</p>}
      {backTo && (
        <ActionDialog
          action="rollBack"
          needs={['change']}
          articleId={articleId}
          liveEdition={overview.liveEdition}
          edition={backTo}
          problem={problem}
          isBusy={isBusy}
          onCancel={() => setBackTo(null)}
          onConfirm={(form) => {
            setBusy(true);
            void onRollBack(backTo, {
              change: form.change ?? { kind: 'correction', note: '' },
            }).then((refusal) => {
              setBusy(false);
              setProblem(refusal);
              if (!refusal) setBackTo(null);
            });
          }}
        />
      )}
    </>
  );
}

function EditionChoice({
  label,
  value,
  editions,
  onChange,
}: {
  label: string;
  value: string;
  editions: readonly EditionRow[];
  onChange: (id: string) => void;
}) {
  const { say } = useWords();
  return (
    <label>
      {label}{' '}
      <select value={value} onChange={({ target }) => onChange(target.value)}>
        {editions.map(({ id, number }) => (
          <option key={id} value={id}>
            {say('history:editionNumber', { number })}
          </option>
        ))}
        <option value="working-copy">{say('history:workingCopy')}</option>
      </select>
    </label>
  );
}
