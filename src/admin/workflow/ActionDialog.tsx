'use client';

import { Button } from '@payloadcms/ui';
import { useState } from 'react';

import type { ActionName } from '../../domain/workflow/ActionName';
import { CHANGE_KINDS, type ChangeKind } from '../../domain/workflow/ArticleState';
import { Modal } from '../modal/Modal';
import { useWords } from '../words/useWords';
import { ApprovedText } from './ApprovedText';
import { BlockerList } from './BlockerList';
import type { ActionProblem } from './useArticleActions';

import './workflow.css';

/** What is asked for before an action: texts, and what only some actions need. */
export interface ActionForm {
  /** Of the text that the dialog shows. */
  contentHash?: string;
  reason?: string;
  note?: string;
  notice?: string;
  change?: { kind: ChangeKind; note: string };
  wallTime?: string;
  zone?: string;
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
  const [form, setForm] = useState<ActionForm>({
    ...(needs.includes('at') ? { zone: Intl.DateTimeFormat().resolvedOptions().timeZone } : {}),
  });
  const [shownHash, setShownHash] = useState<string | null>(null);
  const isUnread = needs.includes('contentHash') && shownHash === null;
  const { say } = useWords();

  const texts = (['note', 'reason', 'notice'] as const).filter((name) => needs.includes(name));
  return (
    <Modal title={say(`action:${action}`)} onCancel={onCancel}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          // React passes events of a portal on to the article's own form all the same.
          event.stopPropagation();
          onConfirm({ ...form, ...(shownHash ? { contentHash: shownHash } : {}) });
        }}
      >
        <p>{say(`will:${action}`)}</p>
        {needs.includes('contentHash') && (
          <ApprovedText
            articleId={articleId}
            liveEdition={liveEdition}
            round={problem}
            onShown={setShownHash}
          />
        )}
        {needs.includes('change') && (
          <ChangeFields change={form.change} onChange={(change) => setForm({ ...form, change })} />
        )}
        {needs.includes('at') && <TimeFields form={form} onChange={setForm} />}
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
          <Button disabled={isBusy || isUnread} margin={false} type="submit">
            {isBusy ? say('bar:moment') : say(`action:${action}`)}
          </Button>
        </div>
      </form>
    </Modal>
  );
}

function ChangeFields({
  change,
  onChange,
}: {
  change: ActionForm['change'];
  onChange: (change: NonNullable<ActionForm['change']>) => void;
}) {
  const { say } = useWords();
  const kind = change?.kind ?? 'correction';
  const note = change?.note ?? '';
  return (
    <fieldset className="action-dialog__field">
      <legend>{say('dialog:whatChange')}</legend>
      {CHANGE_KINDS.map((value) => (
        <label key={value} className="action-dialog__choice">
          <input
            type="radio"
            name="change-kind"
            checked={kind === value}
            onChange={() => onChange({ kind: value, note })}
          />
          {say(`dialog:${value}`)}
        </label>
      ))}
      <label className="action-dialog__field">
        {say(kind === 'minor' ? 'dialog:reason' : 'dialog:publicNote')}
        <textarea
          required
          rows={3}
          value={note}
          onChange={({ target }) => onChange({ kind, note: target.value })}
        />
      </label>
    </fieldset>
  );
}

function TimeFields({
  form,
  onChange,
}: {
  form: ActionForm;
  onChange: (form: ActionForm) => void;
}) {
  const { say } = useWords();
  return (
    <div className="action-dialog__times">
      <label className="action-dialog__field">
        {say('dialog:time')}
        <input
          type="datetime-local"
          required
          value={form.wallTime ?? ''}
          onChange={({ target }) => onChange({ ...form, wallTime: target.value })}
        />
      </label>
      <label className="action-dialog__field">
        {say('dialog:zone')}
        <select
          value={form.zone}
          onChange={({ target }) => onChange({ ...form, zone: target.value })}
        >
          {Intl.supportedValuesOf('timeZone').map((zone) => (
            <option key={zone}>{zone}</option>
          ))}
        </select>
      </label>
    </div>
  );
}
