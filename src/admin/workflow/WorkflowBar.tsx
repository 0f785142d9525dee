'use client';

import {
  Button,
  toast,
  useConfig,
  useDocumentInfo,
  useForm,
  useFormBackgroundProcessing,
  useFormModified,
} from '@payloadcms/ui';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';

import { actionRow, nextActions, type ActionName } from '../../domain/workflow/actionTable';
import type { ActionOverview } from '../../domain/workflow/ActionOverview';
import type { ActionAvailability } from '../../domain/workflow/availableActions';
import type { PublishIssue } from '../../domain/workflow/PublishIssue';
import { NOTES_ID } from '../story/notes/notesId';
import { useWords, type Say } from '../words/useWords';
import { ActionDialog, type ActionForm } from './ActionDialog';
import { AskedAction } from './AskedAction';
import { BlockerList, keyOf, SubjectDrawer, type Subject } from './BlockerList';
import { goToField } from './goToField';
import { useArticleActions, type ActionProblem } from './useArticleActions';

import './workflow.css';

type OpenAction = Extract<ActionAvailability, { isAllowed: true }>;
type ClosedAction = Extract<ActionAvailability, { isAllowed: false }>;

/** Who begins a story knows that nothing is written yet. */
const BLANK: readonly PublishIssue['code'][] = ['HEADLINE_MISSING', 'BODY_MISSING'];

/** More of what stops nothing would push the story off the screen. */
const MOST_WARNINGS_SHOWN = 2;

/** While an autosave is under way. */
const PAUSE_MS = 100;

/** The bar in the article's form. */
export function WorkflowBar() {
  const { id } = useDocumentInfo();
  const { submit } = useForm();
  const isModified = useFormModified();
  const isAutosaving = useFormBackgroundProcessing();
  const form = useRef({ isModified, isAutosaving });
  const { config } = useConfig();

  useEffect(() => {
    form.current = { isModified, isAutosaving };
  }, [isModified, isAutosaving]);

  const saveFirst = async (): Promise<boolean> => {
    // Two saves at once would be on the same text, and the second refused.
    while (form.current.isAutosaving) await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    if (!form.current.isModified) return true;
    const saved = await submit({
      action: `${config.routes.api}/articles/${String(id)}?draft=true&depth=0`,
      method: 'PATCH',
      overrides: { _status: 'draft' },
      skipValidation: true,
    });
    return Boolean(saved?.res?.ok);
  };
  return <WorkflowPanel saveFirst={saveFirst} />;
}

/** Where the article stands, the next step, and everything that is in its way. */
export function WorkflowPanel({
  saveFirst,
  goToText,
  known,
  onOverview,
}: {
  /** What is on the page is saved first, so that an action is about what the person sees. */
  saveFirst: () => Promise<boolean>;
  /** Takes the cursor to what an issue is about, where the page has the whole text; true if so. */
  goToText?: (issue: PublishIssue) => boolean;
  /** Where the article stands, where that was read before the page was shown. */
  known?: ActionOverview | null;
  onOverview?: (overview: ActionOverview) => void;
}) {
  const { id, data, incrementVersionCount } = useDocumentInfo();
  const articleId = id === undefined ? undefined : String(id);
  const { say } = useWords();
  const router = useRouter();
  const { overview, load, run } = useArticleActions(articleId, data?.updatedAt, known);
  const [open, setOpen] = useState<OpenAction | null>(null);
  const [problem, setProblem] = useState<ActionProblem | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [subject, setSubject] = useState<(Subject & { opened: number }) | null>(null);

  useEffect(() => {
    if (overview) onOverview?.(overview);
  }, [onOverview, overview]);

  if (!articleId || !overview) return null;

  /** What comes from elsewhere on the page is confirmed here, also where nothing is to be asked. */
  const begin = async (action: ActionName, isFromElsewhere = false) => {
    setBusy(true);
    const isSaved = await saveFirst();
    const fresh = isSaved ? await load() : null;
    setBusy(false);
    if (!fresh) return;
    const now = fresh.actions.find((candidate) => candidate.action === action);
    if (!now?.isAllowed) {
      toast.error(now?.message ?? say('bar:gone'));
      return;
    }
    setProblem(null);
    const isAsked =
      isFromElsewhere || now.needs.length > 0 || actionRow(action).panel?.isAlwaysAsked;
    if (isAsked) setOpen(now);
    else await perform(now.action, {});
  };

  const perform = async (action: ActionName, input: ActionForm) => {
    setBusy(true);
    const change = input.change ?? { kind: 'correction', note: '' };
    const needsChange = open?.needs.includes('change');
    const answer = await run(action, {
      ...input,
      ...(needsChange ? { change } : {}),
    });
    setBusy(false);
    await load();
    if (!answer.ok) {
      // The dialog then shows the text as it stands; confirming again approves that.
      setProblem(answer.problem);
      if (!open) toast.error(answer.problem.message, { duration: 15_000 });
      return;
    }
    setOpen(null);
    const isSaid = overview.openNotes > 0 && actionRow(action).panel?.leadsOn;
    toast.success(
      [
        say(`done:${action}`),
        ...(isSaid ? [say('bar:stillOpen', { count: overview.openNotes })] : []),
      ].join(' '),
    );
    incrementVersionCount();
    router.refresh();
  };

  const goTo = (issue: PublishIssue) => {
    // Whatever opens stands under a dialog, which gives way: the page takes no cursor until it is gone.
    flushSync(() => setOpen(null));
    if (goToText?.(issue)) return;
    if (issue.subject) setSubject({ ...issue.subject, opened: Date.now() });
    else goToField(issue.field);
  };

  const allowed = overview.actions.filter(
    (action): action is OpenAction =>
      action.isAllowed && !actionRow(action.action).panel?.isInHistory,
  );
  const primary = nextActions(overview.stage)
    .map((name) => allowed.find(({ action }) => action === name))
    .find(Boolean);
  const others = allowed.filter((action) => action !== primary);
  const waiting = primary ? null : reasonToWait(overview, say);
  const { blockers, later, warnings } = issuesToShow(overview);
  const isBlank = BLANK.every((code) => blockers.some((issue) => issue.code === code));

  return (
    <section className="workflow-bar" aria-label={say('bar:label')}>
      <div className="workflow-bar__row">
        <Standing articleId={articleId} overview={overview} />
        <div className="workflow-bar__actions">
          {primary && (
            <Button
              disabled={isBusy}
              margin={false}
              onClick={() => void begin(primary.action)}
              type="button"
            >
              {isBusy ? say('bar:moment') : say(`action:${primary.action}`)}
            </Button>
          )}
          {others.length > 0 && (
            <details className="workflow-bar__more">
              <summary>{say('bar:more')}</summary>
              <ul>
                {others.map((action) => (
                  <li key={action.action}>
                    <button
                      type="button"
                      disabled={isBusy}
                      onClick={({ currentTarget }) => {
                        currentTarget.closest('details')?.removeAttribute('open');
                        void begin(action.action);
                      }}
                    >
                      {say(`action:${action.action}`)}
                    </button>
                  </li>
                ))}
              </ul>
            </details>
          )}
        </div>
      </div>
      {overview.editorialNote && (
        <p className="workflow-bar__source">
          <strong>{say('bar:sourceSays')}</strong> {overview.editorialNote}
        </p>
      )}
      {overview.contributors.length > 0 && overview.stage !== 'spiked' && (
        <p className="workflow-bar__contributors">
          {say('bar:contributors', { names: overview.contributors.join(', ') })}
        </p>
      )}
      {waiting && <p className="workflow-bar__waiting">{waiting}</p>}
      <BlockerList issues={blockers} isFolded={isBlank} onGo={goTo} title={say('bar:blockers')} />
      <BlockerList issues={later} onGo={goTo} title={say('bar:later')} />
      <BlockerList
        issues={warnings}
        isFolded={isBlank || warnings.length > MOST_WARNINGS_SHOWN}
        onGo={goTo}
        title={say('bar:warnings')}
      />
      {subject && <SubjectDrawer key={subject.opened} {...subject} />}
      <AskedAction onAsk={(action) => void begin(action, true)} />
      {open && (
        <ActionDialog
          key={open.action}
          action={open.action}
          needs={open.needs}
          articleId={articleId}
          liveEdition={overview.liveEdition}
          edition={overview.approvedEdition}
          openNotes={overview.openNotes}
          zone={overview.timeZone}
          problem={problem}
          isBusy={isBusy}
          onCancel={() => setOpen(null)}
          onGo={goTo}
          onConfirm={(input) => void perform(open.action, input)}
        />
      )}
    </section>
  );
}

function Standing({ articleId, overview }: { articleId: string; overview: ActionOverview }) {
  const { config } = useConfig();
  const { say } = useWords();
  const { stage, publicationState, onHold, approvedEdition, liveEdition, fourEyes } = overview;
  const { approvedNumber, liveNumber, openNotes } = overview;
  const isWaiting = approvedEdition !== null && approvedEdition !== liveEdition;
  return (
    <p className="workflow-bar__standing">
      <span className={`workflow-pill workflow-pill--${stage}`}>{say(`stage:${stage}`)}</span>
      <span className={`workflow-pill workflow-pill--${publicationState}`}>
        {say(`state:${publicationState}`)}
        {liveNumber !== null && `: ${say('bar:edition', { number: liveNumber })}`}
      </span>
      {isWaiting && (
        <span className="workflow-pill">
          {say('bar:waitsEdition', { number: approvedNumber ?? '' })}
        </span>
      )}
      {onHold && <span className="workflow-pill workflow-pill--hold">{say('bar:onHold')}</span>}
      {openNotes > 0 && (
        <Link
          className="workflow-pill workflow-pill--notes"
          href={`${config.routes.admin}/collections/articles/${articleId}#${NOTES_ID}`}
        >
          {say('bar:openNotes', { count: openNotes })}
        </Link>
      )}
      {!fourEyes && <span className="workflow-pill">{say('bar:fourEyesOff')}</span>}
    </p>
  );
}

/** Why the person who looks can do nothing now: the refusal of the step that comes next. */
function reasonToWait(
  { stage, actions, approvedEdition, liveEdition }: ActionOverview,
  say: Say,
): string | null {
  if (stage === 'approved' && approvedEdition === liveEdition) return null;
  const [next] = nextActions(stage);
  const refused = actions.find(
    (action): action is ClosedAction => action.action === next && !action.isAllowed,
  );
  if (!refused || refused.issues?.length) return null;
  return next && refused.code === 'ROLE_NOT_ALLOWED' ? say(`waits:${next}`) : refused.message;
}

/**
 * What is in the way of the next step, what will be in the way later, and what is worth a look, each
 * told once. What is approved is done with.
 */
function issuesToShow({ stage, actions, issues }: ActionOverview) {
  const [next] = nextActions(stage);
  const refused = actions.find(
    (action): action is ClosedAction => action.action === next && !action.isAllowed,
  );
  const blockers = refused?.issues ?? [];
  const told = new Set(blockers.map(keyOf));
  const isDone = stage === 'approved' || stage === 'spiked';
  const isAsked = ({ answeredBy }: PublishIssue) =>
    answeredBy && next && actionRow(next).takes.includes(answeredBy);
  const others = isDone ? [] : issues.filter((issue) => !told.has(keyOf(issue)) && !isAsked(issue));
  return {
    blockers,
    later: others.filter(({ severity }) => severity === 'error'),
    warnings: others.filter(({ severity }) => severity === 'warning'),
  };
}
