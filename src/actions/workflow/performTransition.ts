import { ObjectId } from 'mongodb';
import type { PayloadRequest } from 'payload';

import { buildEdition } from '../../domain/edition/buildEdition';
import { canonicalHash } from '../../domain/edition/canonicalHash';
import { diffEditions, type EditionDiff } from '../../domain/edition/diffEditions';
import type { EditionContent } from '../../domain/edition/EditionContent';
import { idOf } from '../../domain/edition/WorkingCopy';
import { summariseDiff } from '../../domain/edition/summariseDiff';
import type { QuoteFinding } from '../../domain/quotations/QuoteFinding';
import type { ActionName } from '../../domain/workflow/ActionName';
import { actionErrorStatus } from '../../domain/workflow/actionErrorStatus';
import type {
  ArticleState,
  LiveChange,
  PendingPublication,
} from '../../domain/workflow/ArticleState';
import {
  decideTransition,
  type Acceptance,
  type TransitionRequest,
} from '../../domain/workflow/decideTransition';
import { publishIssues } from '../../domain/workflow/publishIssues';
import { transitionOf } from '../../domain/workflow/transitions';
import type { Article, Edition } from '../../payload-types';
import { actorOf, articleState } from '../load/articleState';
import { checkQuotations } from '../quotations/checkQuotations';
import { cancelOvertakenOrders } from '../schedule/cancelOvertakenOrders';
import { freezeEdition } from './freezeEdition';
import type { ActionCall } from '../transaction/inTransaction';
import { loadEdition } from '../load/loadEdition';
import { loadSettings } from '../load/loadSettings';
import { noSuchArticle } from '../load/loadArticle';
import { loadWorkingCopy, type LoadedWorkingCopy } from '../load/loadWorkingCopy';
import { recordAudit } from '../record/recordAudit';
import { recordEvent } from '../record/recordEvent';
import { recordNotices } from '../record/recordNotices';
import { Refusal } from '../Refusal';
import { refuseNewFaults } from '../quotations/refuseNewFaults';
import { repeatable } from '../transaction/repeatable';
import { runAction } from '../transaction/runAction';
import { sendNoticesSoon } from '../record/sendNotices';
import { showToReaders } from './showToReaders';
import { writeFields } from '../record/writeFields';

/** What every action on an article is called with. */
export interface ArticleActionCall extends ActionCall {
  articleId: string;
  now: Date;
  /** Repeating a call with the same key answers as the first time and does nothing again. */
  idempotencyKey?: string | null;
}

/** What a person may give along; each action says which of it it needs. */
export type ActionInput = Partial<
  Pick<
    TransitionRequest,
    'contentHash' | 'reason' | 'note' | 'notice' | 'edition' | 'change' | 'at' | 'kind'
  >
>;

/** Where the article stands after an action. */
export interface ActionResult {
  action: ActionName | 'replaceEdition';
  articleId: string;
  stage: ArticleState['stage'];
  publicationState: ArticleState['publicationState'];
  onHold: boolean;
  /** The edition that was frozen, or that readers see from now on; null where neither happened. */
  edition: { id: string; number: number; hash: string } | null;
  /** The number of the event, when readers see something else from now on. */
  sequence: number | null;
  /** The order that was placed, moved or cancelled, of the actions on the schedule. */
  publication?: OrderResult;
}

/** An order to publish or withdraw; `at` in ISO 8601 UTC. */
export interface OrderResult {
  id: string;
  kind: PendingPublication['kind'];
  state: string;
  at: string;
  wallTime: string;
  zone: string;
  group: string | null;
}

/**
 * The four steps of every action, as one transaction: load the article anew, decide by the table of
 * the domain, do exactly what was decided, write it down in the audit entries and the events.
 *
 * @throws Refusal with the domain's code and its HTTP status; CONTENT_CHANGED carries the new hash
 *   and what differs from the last edition, and CONTENT_NOT_READY all issues.
 */
export async function performTransition({
  action,
  input = {},
  articleId,
  now,
  idempotencyKey,
  ...call
}: ArticleActionCall & { action: ActionName; input?: ActionInput }): Promise<ActionResult> {
  const result = await runAction({
    name: action,
    ...call,
    work: (req) =>
      repeatable({
        key: idempotencyKey ?? null,
        request: { action, articleId, input },
        now,
        req,
        work: () => takeAction({ action, input, articleId, now, req }),
      }),
  });
  sendNoticesSoon(call.payload);
  return result;
}

/** An action as a part of a transaction that is under way: for several articles at once. */
export async function takeAction({
  articleId,
  now,
  req,
  ...what
}: {
  action: ActionName;
  input: ActionInput;
  articleId: string;
  /** The order that the clock fires. */
  publication?: PendingPublication;
  now: Date;
  req: PayloadRequest;
}): Promise<ActionResult> {
  const workingCopy = await loadForAction({ articleId, now, req });
  const decision = await decideAction({ ...what, workingCopy, now, req });
  return apply({ ...what, workingCopy, decision, now, req });
}

/** @throws Refusal NOT_FOUND. */
export async function loadForAction(
  wanted: Parameters<typeof loadWorkingCopy>[0],
): Promise<LoadedWorkingCopy> {
  const workingCopy = await loadWorkingCopy(wanted);
  if (workingCopy) return workingCopy;
  throw noSuchArticle();
}

/** @throws Refusal what the domain refuses. */
export async function decideAction({
  action,
  input,
  publication = null,
  workingCopy,
  now,
  req,
}: {
  action: ActionName;
  input: ActionInput;
  publication?: PendingPublication | null;
  workingCopy: LoadedWorkingCopy;
  now: Date;
  req: PayloadRequest;
}): Promise<Acceptance> {
  const contentHash = canonicalHash(buildEdition(workingCopy));
  const settings = await loadSettings(req);
  const { quoteRules: rules } = settings;
  const decision = decideTransition({
    action,
    article: articleState(workingCopy.article, { contentHash, pendingPublication: publication }),
    user: actorOf(req.user),
    settings,
    now: now.toISOString(),
    issues: publishIssues({
      workingCopy,
      now: now.toISOString(),
      quoteFindings: await quoteFindingsFor({ action, workingCopy, rules, req }),
    }),
    ...input,
  });
  if (decision.ok) {
    const { approvedEdition, liveEdition } = workingCopy.article.workflow ?? {};
    const isScheduling = action === 'schedule' && input.kind !== 'withdraw';
    const shown = isScheduling ? idOf(approvedEdition) : decision.to.liveEdition;
    if (shown && shown !== idOf(liveEdition)) {
      const overrides = workingCopy.article.quoteOverrides ?? [];
      await refuseNewFaults({ editionId: shown, overrides, rules, req });
    }
    return decision;
  }
  const { code, message, issues } = decision;
  throw new Refusal({
    code,
    status: actionErrorStatus[code],
    message,
    details: {
      ...(issues ? { issues } : {}),
      ...(code === 'CONTENT_CHANGED'
        ? { contentHash, ...(await whatDiffers(workingCopy, req)) }
        : {}),
    },
  });
}

/** For who would have approved another text: how this one differs from the edition before it, if any. */
async function whatDiffers(
  workingCopy: LoadedWorkingCopy,
  req: PayloadRequest,
): Promise<{ from: string | null; diff: EditionDiff | null; compare: string }> {
  const { id, workflow } = workingCopy.article;
  const from = idOf(workflow?.liveEdition) ?? idOf(workflow?.approvedEdition);
  const edition = from ? await loadEdition(from, req) : null;
  const before = edition ? (edition.content as unknown as EditionContent) : null;
  return {
    from,
    diff: before && diffEditions(before, buildEdition(workingCopy)),
    compare: `/api/articles/${id}/diff?from=${from ?? 'working-copy'}&to=working-copy`,
  };
}

/** Only the steps that issues stop ask for them. */
async function quoteFindingsFor({
  action,
  ...check
}: { action: ActionName } & Parameters<typeof checkQuotations>[0]): Promise<QuoteFinding[]> {
  const { step } = transitionOf(action);
  return step && step !== 'publish' ? checkQuotations(check) : [];
}

async function apply({
  action,
  input,
  workingCopy,
  decision,
  now,
  req,
}: {
  action: ActionName;
  input: ActionInput;
  workingCopy: LoadedWorkingCopy;
  decision: Acceptance;
  now: Date;
  req: PayloadRequest;
}): Promise<ActionResult> {
  const { article } = workingCopy;
  const { to } = decision;
  const before = articleState(article, { pendingPublication: null });
  const frozen = decision.freezesEdition ? await freezeEdition({ workingCopy, now, req }) : null;
  const isPublicChange = to.liveEdition !== before.liveEdition;
  // Whole articles in JSON: loaded only where readers come to see another one, or none.
  const [previous, shown] = isPublicChange
    ? [
        before.liveEdition ? await loadEdition(before.liveEdition, req) : null,
        to.liveEdition ? await editionOf(to.liveEdition, article, req) : null,
      ]
    : [null, null];

  const approvedEdition = frozen?.id ?? to.approvedEdition;
  const workflow: Article['workflow'] = {
    ...article.workflow,
    stage: to.stage,
    publicationState: to.publicationState,
    approvedEdition,
    liveEdition: to.liveEdition,
    editionWaits: approvedEdition !== null && approvedEdition !== to.liveEdition,
    ...(action === 'submit' ? { submittedBy: req.user?.id ?? null } : {}),
    ...(shown
      ? {
          firstPublishedAt: article.workflow?.firstPublishedAt ?? now.toISOString(),
          publishedAt: now.toISOString(),
          withdrawalNotice: null,
        }
      : {}),
    ...(isPublicChange && !shown ? { withdrawalNotice: input.notice ?? null } : {}),
  };
  const corrections = [
    ...(article.corrections ?? []),
    ...ledgerEntry({
      change: decision.changesLiveText ? input.change : null,
      previous,
      shown,
      now,
    }),
  ];
  const standing = { workflow, corrections };
  if (isPublicChange) {
    await showToReaders({ article, edition: shown, previous, standing, req });
  } else {
    await writeFields({
      collection: 'articles',
      id: article.id,
      stored: { ...standing, updatedAt: null },
      newest: standing,
      req,
    });
  }
  if (to.onHold !== before.onHold) {
    const flags = {
      ...article.flags,
      onHold: to.onHold,
      holdReason: to.onHold ? (input.reason ?? null) : null,
    };
    await writeFields({ collection: 'articles', id: article.id, newest: { flags }, req });
  }

  const edition = frozen ?? shown;
  const cancelled = await cancelOvertakenOrders({
    articleId: article.id,
    isApprovalOver: to.stage === 'spiked' || (isPublicChange && !shown),
    shown,
    req,
  });
  await recordAudit(
    {
      action,
      articleId: article.id,
      from: inWords(before),
      to: inWords(to),
      editionId: edition?.id ?? null,
      reason:
        [input.change?.note ?? input.reason ?? input.note, cancelled].filter(Boolean).join(' ') ||
        null,
      at: now,
    },
    req,
  );
  const done = action === 'fire' ? (shown ? 'publish' : 'withdraw') : action;
  await recordNotices(
    { action: done, article, words: input.notice ?? input.note ?? input.reason ?? null, at: now },
    req,
  );
  const sequence = isPublicChange
    ? await recordEvent(
        {
          type: shown ? 'published' : 'withdrawn',
          articleId: article.id,
          editionId: (shown ?? previous)?.id ?? null,
          at: now,
        },
        req,
      )
    : null;
  return {
    action,
    articleId: article.id,
    stage: to.stage,
    publicationState: to.publicationState,
    onHold: to.onHold,
    edition: edition
      ? { id: edition.id, number: edition.number ?? 0, hash: edition.hash ?? '' }
      : null,
    sequence,
  };
}

/** An edition that is to be shown must be one of this very article. */
async function editionOf(id: string, article: Article, req: PayloadRequest): Promise<Edition> {
  const edition = await loadEdition(id, req);
  if (!edition || idOf(edition.article) !== article.id) {
    throw new Refusal({
      code: 'EDITION_NOT_APPROVED',
      status: actionErrorStatus.EDITION_NOT_APPROVED,
      message: 'This article has no such edition. Choose one from its history.',
    });
  }
  return edition;
}

/** Readers are told of every change of a live text, except of one declared as minor. */
function ledgerEntry({
  change,
  previous,
  shown,
  now,
}: {
  change: LiveChange | null | undefined;
  previous: Edition | null;
  shown: Edition | null;
  now: Date;
}): NonNullable<Article['corrections']> {
  if (!change || change.kind === 'minor' || !previous || !shown) return [];
  const diff = diffEditions(
    previous.content as unknown as EditionContent,
    shown.content as unknown as EditionContent,
  );
  return [
    {
      // Written past Payload, which would make up another id at each read.
      id: new ObjectId().toHexString(),
      at: now.toISOString(),
      kind: change.kind,
      note: change.note,
      editionNumber: shown.number ?? 0,
      changed: summariseDiff(diff),
    },
  ];
}

function inWords({
  stage,
  publicationState,
  onHold,
}: Pick<ArticleState, 'stage' | 'publicationState' | 'onHold'>): string {
  return [stage, publicationState, ...(onHold ? ['on hold'] : [])].join(', ').replaceAll('_', ' ');
}
