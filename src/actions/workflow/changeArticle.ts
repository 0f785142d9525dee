import { ObjectId } from 'mongodb';
import type { PayloadRequest } from 'payload';

import { diffEditions } from '../../domain/edition/diffEditions';
import { readEdition } from '../../domain/edition/readEdition';
import { summariseDiff } from '../../domain/edition/summariseDiff';
import { idOf } from '../../domain/edition/WorkingCopy';
import type { ActionInput } from '../../domain/workflow/ActionInput';
import { actionErrorStatus } from '../../domain/workflow/actionErrorStatus';
import { actionRow, type ActionName } from '../../domain/workflow/actionTable';
import type { ArticleState, LiveChange } from '../../domain/workflow/ArticleState';
import type { Acceptance } from '../../domain/workflow/decideTransition';
import type { Article, Edition } from '../../payload-types';
import { articleState } from '../load/articleState';
import { loadEdition } from '../load/loadEdition';
import type { LoadedWorkingCopy } from '../load/loadWorkingCopy';
import { writeFields } from '../record/writeFields';
import { Refusal } from '../Refusal';
import { cancelOvertakenOrders } from '../schedule/cancelOvertakenOrders';
import { freezeEdition } from './freezeEdition';
import { showToReaders } from './showToReaders';

/** What an action changed. */
export interface DoneToArticle {
  /** As it was before. */
  article: Article;
  before: ArticleState;
  to: Acceptance['to'];
  frozen: Edition | null;
  /** What readers saw and see, where that changed: null for nothing. */
  isPublicChange: boolean;
  previous: Edition | null;
  shown: Edition | null;
  /** The orders that were cancelled along with it, as a sentence. */
  cancelled: string | null;
}

/** Does exactly what was decided: edition, working copy, what readers see, orders left without sense. */
export async function changeArticle({
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
}): Promise<DoneToArticle> {
  const { article } = workingCopy;
  const { to } = decision;
  const before = articleState(article, { openOrder: null });
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
  const { remembers } = actionRow(action);
  const workflow: Article['workflow'] = {
    ...article.workflow,
    stage: to.stage,
    publicationState: to.publicationState,
    approvedEdition,
    liveEdition: to.liveEdition,
    editionWaits: approvedEdition !== null && approvedEdition !== to.liveEdition,
    ...(remembers ? { [remembers]: req.user?.id ?? null } : {}),
    ...(frozen ? { contributors: [], overriddenChecks: openChecks(article) } : {}),
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
  const change = noteAfter({ article, action, input, shown });
  if (isPublicChange) {
    await showToReaders({ article, edition: shown, previous, standing, now, req });
  } else {
    await writeFields({
      collection: 'articles',
      id: article.id,
      stored: { ...standing, updatedAt: null },
      newest: standing,
      req,
    });
  }
  if (change) {
    await writeFields({ collection: 'articles', id: article.id, newest: { change }, req });
  }
  if (to.onHold !== before.onHold) {
    const flags = {
      ...article.flags,
      onHold: to.onHold,
      holdReason: to.onHold ? (input.reason ?? null) : null,
    };
    await writeFields({ collection: 'articles', id: article.id, newest: { flags }, req });
  }
  const cancelled = await cancelOvertakenOrders({
    articleId: article.id,
    isApprovalOver: to.stage === 'spiked' || (isPublicChange && !shown),
    shown,
    req,
  });
  return { article, before, to, frozen, isPublicChange, previous, shown, cancelled };
}

/**
 * The note of the working copy where an action changes it: written by who submits, gone once it went out
 * with an edition, since the next change has a note of its own.
 */
function noteAfter({
  article,
  action,
  input,
  shown,
}: {
  article: Article;
  action: ActionName;
  input: ActionInput;
  shown: Edition | null;
}): Article['change'] | null {
  if (action === 'submit') return input.change ?? null;
  const note = article.change?.note;
  if (!shown || !note || readEdition(shown).change?.note !== note) return null;
  return { kind: null, note: null };
}

/** Only an override approves while one is open. */
function openChecks({ flags }: Article): ('legal' | 'factCheck')[] {
  return (['legal', 'factCheck'] as const).filter((check) => flags?.[check] === 'required');
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
  const diff = diffEditions(readEdition(previous), readEdition(shown));
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
