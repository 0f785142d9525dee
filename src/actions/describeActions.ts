import type { PayloadRequest } from 'payload';

import { buildEdition } from '../domain/edition/buildEdition';
import { canonicalHash } from '../domain/edition/canonicalHash';
import type { ArticleState } from '../domain/workflow/ArticleState';
import { availableActions, type ActionAvailability } from '../domain/workflow/availableActions';
import { publishIssues } from '../domain/workflow/publishIssues';
import type { PublishIssue } from '../domain/workflow/PublishIssue';
import { actorOf, articleState } from './articleState';
import { loadWorkingCopy } from './loadWorkingCopy';
import { openOrders, pendingPublication } from './openOrders';

/** What a person can do with an article now, and what stands in the way. */
export interface ActionOverview {
  stage: ArticleState['stage'];
  publicationState: ArticleState['publicationState'];
  onHold: boolean;
  approvedEdition: string | null;
  liveEdition: string | null;
  /** The hash of the working copy as it stands: what approving now would bind. */
  contentHash: string;
  /** False when the newsroom has switched four eyes off. */
  fourEyes: boolean;
  actions: ActionAvailability[];
  issues: PublishIssue[];
}

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
  const settings = await req.payload.findGlobal({ slug: 'settings', depth: 0, req });
  const fourEyes = settings.fourEyes ?? true;
  const [order] = await openOrders(articleId, req);
  const article = articleState(workingCopy.article, {
    contentHash,
    pendingPublication: order ? pendingPublication(order) : null,
  });
  const issues = publishIssues({ workingCopy, now: now.toISOString() });
  const { stage, publicationState, onHold, approvedEdition, liveEdition } = article;
  return {
    stage,
    publicationState,
    onHold,
    approvedEdition,
    liveEdition,
    contentHash,
    fourEyes,
    actions: availableActions({
      article,
      user: actorOf(req.user),
      settings: { fourEyes },
      now: now.toISOString(),
      issues,
    }),
    issues,
  };
}
