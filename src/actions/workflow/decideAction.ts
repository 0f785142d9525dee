import type { PayloadRequest } from 'payload';

import { buildEdition } from '../../domain/edition/buildEdition';
import { canonicalHash } from '../../domain/edition/canonicalHash';
import { diffEditions, type EditionDiff } from '../../domain/edition/diffEditions';
import { readEdition } from '../../domain/edition/readEdition';
import { withoutNote } from '../../domain/edition/withoutNote';
import { idOf } from '../../domain/edition/WorkingCopy';
import type { QuoteFinding } from '../../domain/quotations/QuoteFinding';
import type { ActionInput } from '../../domain/workflow/ActionInput';
import { actionErrorStatus } from '../../domain/workflow/actionErrorStatus';
import { actionRow, type ActionName } from '../../domain/workflow/actionTable';
import type { ArticleState, LiveChange, OpenOrder } from '../../domain/workflow/ArticleState';
import { decideTransition, type Acceptance } from '../../domain/workflow/decideTransition';
import { publishIssues } from '../../domain/workflow/publishIssues';
import { actorOf, articleState } from '../load/articleState';
import { changesLiveText } from '../load/changesLiveText';
import { loadContributors } from '../load/loadContributors';
import { loadEdition } from '../load/loadEdition';
import { loadSettings } from '../load/loadSettings';
import type { LoadedWorkingCopy } from '../load/loadWorkingCopy';
import { checkQuotations } from '../quotations/checkQuotations';
import { refuseNewFaults } from '../quotations/refuseNewFaults';
import type { Article } from '../../payload-types';
import { Refusal } from '../Refusal';
import { noteOf } from './withApprovedChange';

/**
 * Decides an action by the table of the domain, on what is stored at this moment.
 *
 * @param at the instant that a wanted time means, ISO 8601 UTC.
 * @throws Refusal what the domain refuses.
 */
export async function decideAction({
  action,
  input,
  at = null,
  openOrder = null,
  workingCopy,
  now,
  req,
}: {
  action: ActionName;
  input: ActionInput;
  at?: string | null;
  openOrder?: OpenOrder | null;
  workingCopy: LoadedWorkingCopy;
  now: Date;
  req: PayloadRequest;
}): Promise<Acceptance> {
  const { step, takes } = actionRow(action);
  if (step === 'submit' && takes.includes('change') && input.change) {
    // Written with the step: everything else is decided with it in its place.
    workingCopy = withChange(workingCopy, input.change);
  }
  const contentHash = canonicalHash(buildEdition(workingCopy));
  const settings = await loadSettings(req);
  const { quoteRules: rules } = settings;
  const decision = decideTransition({
    action,
    article: articleState(workingCopy.article, {
      contentHash,
      openOrder,
      noteOfApproved: await noteOfApproved({ action, article: workingCopy.article, req }),
      contributors: (await loadContributors(workingCopy, req)).map((one) => one.user),
    }),
    user: actorOf(req.user),
    settings,
    now: now.toISOString(),
    issues: publishIssues({
      workingCopy,
      now: now.toISOString(),
      quoteFindings: await quoteFindingsFor({ action, workingCopy, rules, req }),
      changesLiveText: step ? await changesLiveText(workingCopy, req) : false,
    }),
    ...input,
    at,
  });
  if (decision.ok) {
    const { approvedEdition, liveEdition } = workingCopy.article.workflow ?? {};
    const isScheduling = actionRow(action).publishes === 'later' && input.kind !== 'withdraw';
    const shown = isScheduling ? idOf(approvedEdition) : decision.to.liveEdition;
    if (shown && shown !== idOf(liveEdition) && !decision.freezesEdition) {
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

function withChange(workingCopy: LoadedWorkingCopy, change: LiveChange): LoadedWorkingCopy {
  return { ...workingCopy, article: { ...workingCopy.article, change } };
}

/** For who would have approved another text: how this one differs from the edition before it, if any. */
async function whatDiffers(
  workingCopy: LoadedWorkingCopy,
  req: PayloadRequest,
): Promise<{ from: string | null; diff: EditionDiff | null; compare: string }> {
  const { id, workflow } = workingCopy.article;
  const from = idOf(workflow?.liveEdition) ?? idOf(workflow?.approvedEdition);
  const edition = from ? await loadEdition(from, req) : null;
  const before = edition && withoutNote(readEdition(edition));
  return {
    from,
    diff: before && diffEditions(before, buildEdition(workingCopy)),
    compare: `/api/articles/${id}/diff?from=${from ?? 'working-copy'}&to=working-copy`,
  };
}

async function noteOfApproved({
  action,
  article: { workflow },
  req,
}: {
  action: ActionName;
  article: Article;
  req: PayloadRequest;
}): Promise<ArticleState['noteOfApproved']> {
  const approved = idOf(workflow?.approvedEdition);
  if (!actionRow(action).publishes || !approved) return undefined;
  return noteOf(await loadEdition(approved, req));
}

/** Only the steps that issues stop ask for them. */
async function quoteFindingsFor({
  action,
  ...check
}: { action: ActionName } & Parameters<typeof checkQuotations>[0]): Promise<QuoteFinding[]> {
  const { step } = actionRow(action);
  return step && step !== 'publish' ? checkQuotations(check) : [];
}
