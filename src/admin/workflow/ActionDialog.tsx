'use client';

import { Button } from '@payloadcms/ui';
import { useState } from 'react';

import { actionRow, type ActionName } from '../../domain/workflow/actionTable';
import type { Overlap } from '../../domain/schedule/resolveWallTime';
import type { LiveChange } from '../../domain/workflow/ArticleState';
import type { PublishIssue } from '../../domain/workflow/PublishIssue';
import { TimeFields } from '../calendar/TimeFields';
import { Modal } from '../modal/Modal';
import { useWords } from '../words/useWords';
import { ApprovedText } from './ApprovedText';
import { BlockerList } from './BlockerList';
import { ChangeFields } from './ChangeFields';
import { EditionToPublish } from './EditionToPublish';
import type { ActionProblem } from './useArticleActions';

import './workflow.css';

/** What is asked for before an action: texts, and what only some actions need. */
export interface ActionForm {
  /** Of the text that the dialog shows. */
  contentHash?: string;
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
  /** The edition that readers come to see by the action, where it is known. */
  edition?: string | null;
  /** Notes on the text that nobody has resolved: said before the text is bound, and no more. */
  openNotes?: number;
  /** Of a time that is asked for, until another is chosen. */
  zone?: string;
  problem: ActionProblem | null;
  isBusy: boolean;
  onCancel: () => void;
  /** To where an issue is put right, away from the dialog. */
  onGo?: (issue: PublishIssue) => void;
  onConfirm: (form: ActionForm) => void;
}

/** Says what will happen, asks for what it takes, and stays open with the answer when it is a no. */
export function ActionDialog(props: ActionDialogProps) {
  const {
    action,
    needs,
    articleId,
    liveEdition,
    edition = null,
    openNotes = 0,
    zone = 'UTC',
    problem,
    isBusy,
    onCancel,
    onGo,
    onConfirm,
  } = props;
  const [form, setForm] = useState<ActionForm>(needs.includes('at') ? { zone } : {});
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
        {openNotes > 0 && needs.includes('contentHash') && (
          <p className="action-dialog__notes">{say('bar:stillOpen', { count: openNotes })}</p>
        )}
        {needs.includes('contentHash') && (
          <ApprovedText
            articleId={articleId}
            liveEdition={liveEdition}
            round={problem}
            onShown={setShownHash}
          />
        )}
        {edition && actionRow(action).publishes && !needs.includes('contentHash') && (
          <EditionToPublish articleId={articleId} edition={edition} liveEdition={liveEdition} />
        )}
        {needs.includes('change') && (
          <ChangeFields change={form.change} onChange={(change) => setForm({ ...form, change })} />
        )}
        {needs.includes('at') && (
          <TimeFields
            time={{
              wallTime: form.wallTime ?? '',
              zone: form.zone ?? zone,
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
          <div
            className="action-dialog__problem"
            ref={(element) => element?.scrollIntoView({ block: 'nearest' })}
            role="alert"
          >
            {problem.issues.length === 0 && <p>{problem.message}</p>}
            <BlockerList issues={problem.issues} onGo={onGo} title={say('bar:notDone')} />
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
