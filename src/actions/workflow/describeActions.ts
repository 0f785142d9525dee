import type { PayloadRequest } from 'payload';

import { buildEdition } from '../../domain/edition/buildEdition';
import { canonicalHash } from '../../domain/edition/canonicalHash';
import type { ActionOverview } from '../../domain/workflow/ActionOverview';
import { availableActions } from '../../domain/workflow/availableActions';
import { publishIssues } from '../../domain/workflow/publishIssues';
import { idOf } from '../../domain/edition/WorkingCopy';
import { actorOf, articleState } from '../load/articleState';
import { changesLiveText } from '../load/changesLiveText';
import { loadEdition } from '../load/loadEdition';
import { checkQuotations } from '../quotations/checkQuotations';
import { countOpenNotes } from '../notes/countOpenNotes';
import { loadContributors } from '../load/loadContributors';
import { loadSettings } from '../load/loadSettings';
import { loadWorkingCopy } from '../load/loadWorkingCopy';
import { openOrders, openOrder } from '../schedule/openOrders';
import { noteOf } from './withApprovedChange';

/** Reads only: decides for the request's user by the same table as the actions themselves. */
export async function describeActions({
  articleId,
  now,
  req,
}: {
  articleId: string;
  now: Date;
  req: PayloadRequest;
}): Promise<ActionOverview | null> {
  const workingCopy = await loadWorkingCopy({ articleId, req, now });
  if (!workingCopy) return null;
  const contentHash = canonicalHash(buildEdition(workingCopy));
  const settings = await loadSettings(req);
  const [order] = await openOrders(articleId, req);
  const { approvedEdition: approvedId } = workingCopy.article.workflow ?? {};
  const approvedRow = idOf(approvedId) ? await loadEdition(idOf(approvedId) ?? '', req) : null;
  const contributors = await loadContributors(workingCopy, req);
  const article = articleState(workingCopy.article, {
    contentHash,
    contributors: contributors.map((one) => one.user),
    openOrder: order ? openOrder(order) : null,
    noteOfApproved: noteOf(approvedRow),
  });
  const issues = publishIssues({
    workingCopy,
    now: now.toISOString(),
    quoteFindings: await checkQuotations({ workingCopy, rules: settings.quoteRules, req }),
    changesLiveText: await changesLiveText(workingCopy, req),
  });
  const { stage, publicationState, onHold, approvedEdition, liveEdition } = article;
  const numbers = await editionNumbers([approvedEdition, liveEdition], req);
  return {
    stage,
    publicationState,
    onHold,
    approvedEdition,
    liveEdition,
    approvedNumber: numbers.get(approvedEdition ?? '') ?? null,
    liveNumber: numbers.get(liveEdition ?? '') ?? null,
    contentHash,
    fourEyes: settings.fourEyes,
    contributors: contributors.map(({ name }) => name),
    openNotes: (await countOpenNotes([articleId], req)).get(articleId) ?? 0,
    editorialNote: workingCopy.article.origin?.editorialNote ?? null,
    timeZone: settings.timeZone,
    actions: availableActions({
      article,
      user: actorOf(req.user),
      settings,
      now: now.toISOString(),
      issues,
    }),
    issues,
  };
}

/** Without the texts of the editions, which are whole articles. */
async function editionNumbers(
  ids: readonly (string | null)[],
  req: PayloadRequest,
): Promise<Map<string, number>> {
  const wanted = ids.filter((id) => id !== null);
  if (wanted.length === 0) return new Map();
  const { docs } = await req.payload.find({
    collection: 'editions',
    where: { id: { in: wanted } },
    select: { number: true },
    depth: 0,
    pagination: false,
    overrideAccess: true,
    req,
  });
  return new Map(docs.map(({ id, number }) => [id, Number(number)]));
}
