import type { ActionInput } from './ActionInput';
import { actionRow, type ActionName, type ActionRow } from './actionTable';
import type { Actor, ArticleState, OpenOrder, WorkflowSettings } from './ArticleState';
import type { PublicationState } from './PublicationState';
import type { PublishIssue } from './PublishIssue';
import { refuse, type Refusal } from './refuse';
import { refusalOfInput } from './refusalOfInput';
import { refusalOfArticle, refusalOfStanding } from './refusalOfStanding';
import type { Stage } from './Stage';

export interface StandingRequest {
  action: ActionName;
  article: ArticleState;
  user: Actor;
  settings: WorkflowSettings;
  /** ISO 8601 UTC. */
  now: string;
  /** From `publishIssues`; errors stop submit, approve and override. */
  issues?: readonly PublishIssue[];
}

/** A request to act: who, on what, and what the person gives along, a time as the instant it means. */
export interface TransitionRequest
  extends StandingRequest, Omit<ActionInput, 'wallTime' | 'zone' | 'overlap'> {
  /** ISO 8601 UTC. */
  at?: string | null;
}

export interface Acceptance {
  ok: true;
  to: {
    stage: Stage;
    publicationState: PublicationState;
    onHold: boolean;
    /** Null when a new edition is frozen: its id goes here. */
    approvedEdition: string | null;
    liveEdition: string | null;
  };
  freezesEdition: boolean;
  /** Whether other text replaces live text: the change then belongs into the ledger. */
  changesLiveText: boolean;
}

export type TransitionDecision = Acceptance | Refusal;

/**
 * Whether an action may happen, and what it then changes. The caller loads the article anew inside
 * its transaction and writes exactly what `to` says. Refusals are values; `actionErrorStatus` has
 * the HTTP status of each code. Firing a publication follows the row of what it does, publish or
 * withdraw, with the edition and the inputs pinned when it was scheduled.
 */
export function decideTransition(request: TransitionRequest): TransitionDecision {
  const row = actionRow(request.action);
  const refused = refusalOfStanding(row, request);
  if (refused) return refused;
  const { openOrder } = request.article;
  return request.action === 'fire' && openOrder
    ? decideFire({ ...request, ...openOrder })
    : (refusalOfInput(row, request) ?? accept(row, request));
}

function decideFire(request: TransitionRequest & Pick<OpenOrder, 'at' | 'kind'>) {
  const { article, now, at, kind, edition } = request;
  if (!(Date.parse(now) >= Date.parse(at)))
    return refuse('NOT_DUE', `This order is due at ${at}, not before.`);
  // A later approval leaves the pinned edition good; a withdrawal or a spike does not.
  const isApprovalGone =
    article.publicationState === 'withdrawn'
      ? article.approvedEdition !== edition
      : article.approvedEdition === null;
  const pinned = {
    ...request,
    action: kind,
    article: { ...article, approvedEdition: isApprovalGone ? null : (edition ?? null) },
  };
  const row = actionRow(kind);
  const decision =
    refusalOfArticle(row, pinned) ?? refusalOfInput(row, pinned) ?? accept(row, pinned);
  if (!decision.ok || row.to.approval === 'clear') return decision;
  return { ...decision, to: { ...decision.to, approvedEdition: article.approvedEdition } };
}

function accept(row: ActionRow, { article, edition }: TransitionRequest): Acceptance {
  if (row.name === 'rollBack') return acceptRollBack(article, edition ?? null);
  const { stage, publicationState, onHold, approval } = row.to;
  const stageKept = approval && article.stage === 'approved' ? 'draft' : article.stage;
  return {
    ok: true,
    to: {
      stage: stage ?? stageKept,
      publicationState: publicationState ?? article.publicationState,
      onHold: onHold ?? article.onHold,
      approvedEdition: approval ? null : article.approvedEdition,
      liveEdition:
        publicationState === undefined
          ? article.liveEdition
          : publicationState === 'live'
            ? article.approvedEdition
            : null,
    },
    freezesEdition: approval === 'freeze',
    changesLiveText: publicationState === 'live' && article.publicationState === 'live',
  };
}

/** The edition that readers no longer see must be approved again before it can go out once more. */
function acceptRollBack(article: ArticleState, edition: string | null): Acceptance {
  const isRolledBack = article.approvedEdition === article.liveEdition;
  return {
    ok: true,
    to: {
      stage: isRolledBack && article.stage === 'approved' ? 'draft' : article.stage,
      publicationState: 'live',
      onHold: article.onHold,
      approvedEdition: isRolledBack ? edition : article.approvedEdition,
      liveEdition: edition,
    },
    freezesEdition: false,
    changesLiveText: true,
  };
}
