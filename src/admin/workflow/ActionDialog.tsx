'use client';

import { Button, useConfig } from '@payloadcms/ui';
import { useEffect, useId, useRef, useState } from 'react';
import { createPortal } from 'react-dom';

import { diffEditions, type EditionDiff } from '../../domain/edition/diffEditions';
import type { EditionContent } from '../../domain/edition/EditionContent';
import type { ActionName } from '../../domain/workflow/ActionName';
import type { Overlap } from '../../domain/schedule/resolveWallTime';
import type { LiveChange } from '../../domain/workflow/ArticleState';
import { TimeFields } from '../calendar/TimeFields';
import { DiffView } from '../history/DiffView';
import { useWords } from '../words/useWords';
import { BlockerList } from './BlockerList';
import { ChangeFields } from './ChangeFields';
import type { ActionProblem } from './useArticleActions';

import './workflow.css';

/** What is asked for before an action: texts, and what only some actions need. */
export interface ActionForm {
  reason?: string;
  note?: string;
  notice?: string;
  change?: LiveChange;
  wallTime?: string;
  zone?: string;
  overlap?: Overlap | null;
}

interface ActionDialogProps {
  action: ActionName;
  /** What the server says that the action needs. */
  needs: readonly string[];
  articleId: string;
  /** Approving shows how the text differs from this edition; null: readers see nothing yet. */
  liveEdition: string | null;
  problem: ActionProblem | null;
  isBusy: boolean;
  onCancel: () => void;
  onConfirm: (form: ActionForm) => void;
}

/** Says what will happen, asks for what it takes, and stays open with the answer when it is a no. */
export function ActionDialog(props: ActionDialogProps) {
  const { action, needs, articleId, liveEdition, problem, isBusy, onCancel, onConfirm } = props;
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  const [form, setForm] = useState<ActionForm>({
    ...(needs.includes('at') ? { zone: Intl.DateTimeFormat().resolvedOptions().timeZone } : {}),
  });
  const { say } = useWords();

  useEffect(() => {
    // The element's own modal mode traps the focus, closes on Escape and returns the focus.
    dialog.current?.showModal();
  }, []);

  const texts = (['note', 'reason', 'notice'] as const).filter((name) => needs.includes(name));
  // Outside of the article's own form: a form cannot stand inside another.
  return createPortal(
    <dialog
      ref={dialog}
      className="action-dialog"
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        onCancel();
      }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          // React passes events of a portal on to the article's own form all the same.
          event.stopPropagation();
          onConfirm(form);
        }}
      >
        <h2 id={titleId}>{say(`action:${action}`)}</h2>
        <p>{say(`will:${action}`)}</p>
        {needs.includes('contentHash') && (
          <ApprovedText articleId={articleId} liveEdition={liveEdition} round={problem} />
        )}
        {needs.includes('change') && (
          <ChangeFields change={form.change} onChange={(change) => setForm({ ...form, change })} />
        )}
        {needs.includes('at') && (
          <TimeFields
            time={{
              wallTime: form.wallTime ?? '',
              zone: form.zone ?? 'UTC',
              overlap: form.overlap ?? null,
            }}
            onChange={(time) => setForm({ ...form, ...time })}
          />
        )}
        {texts.map((name) => (
          <label key={name} className="action-dialog__field">
            {say(`dialog:${name}`)}
            <textarea
              required
              rows={3}
              value={form[name] ?? ''}
              onChange={({ target }) => setForm({ ...form, [name]: target.value })}
            />
          </label>
        ))}
        {problem && (
          <div className="action-dialog__problem" role="alert">
            {problem.issues.length === 0 && <p>{problem.message}</p>}
            <BlockerList issues={problem.issues} title={say('bar:notDone')} />
          </div>
        )}
        <div className="action-dialog__buttons">
          <Button buttonStyle="secondary" margin={false} onClick={onCancel} type="button">
            {say('dialog:cancel')}
          </Button>
          <Button disabled={isBusy} margin={false} type="submit">
            {isBusy ? say('bar:moment') : say(`action:${action}`)}
          </Button>
        </div>
      </form>
    </dialog>,
    document.body,
  );
}

/**
 * What is being approved: how it differs from what readers see, and, when the text moved while the
 * dialog was open, what moved.
 */
function ApprovedText({
  articleId,
  liveEdition,
  round,
}: {
  articleId: string;
  liveEdition: string | null;
  /** Changes when an approval was refused because the text moved: it is then read anew. */
  round: unknown;
}) {
  const { config } = useConfig();
  const { say } = useWords();
  const opened = useRef<EditionContent | null>(null);
  const [diff, setDiff] = useState<EditionDiff | null>(null);
  const [moved, setMoved] = useState<EditionDiff | null>(null);
  const address = `${config.routes.api}/articles/${articleId}/diff?from=${liveEdition ?? 'working-copy'}`;
  useEffect(() => {
    fetch(address, { credentials: 'include' })
      .then(async (response) => (await response.json()) as Comparison)
      .then((answer) => {
        setDiff(answer.diff);
        setMoved(opened.current && diffEditions(opened.current, answer.after));
        opened.current = answer.after;
      })
      .catch(() => setDiff(null));
  }, [address, round]);
  return (
    <div className="action-dialog__diff">
      {moved && moved.fields.length + moved.sections.length + moved.quotes.length > 0 && (
        <>
          <h3>{say('dialog:moved')}</h3>
          <DiffView diff={moved} />
        </>
      )}
      {liveEdition ? (
        <>
          <h3>{say('dialog:differs')}</h3>
          {diff ? <DiffView diff={diff} /> : <p>{say('dialog:loading')}</p>}
        </>
      ) : (
        <p>{say('dialog:allNew')}</p>
      )}
    </div>
  );
}

interface Comparison {
  after: EditionContent;
  diff: EditionDiff;
}
