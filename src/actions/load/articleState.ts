import { idOf, idsOf } from '../../domain/edition/WorkingCopy';
import { contributorsAmong } from '../../domain/workflow/contributors';
import type { Actor, ArticleState } from '../../domain/workflow/ArticleState';
import { rolesAmong } from '../../domain/rights/Role';
import type { Article, User } from '../../payload-types';

/** What the workflow must know of an article, out of its working copy. */
export function articleState(
  article: Article,
  more: Pick<ArticleState, 'contentHash' | 'openOrder' | 'noteOfApproved'> &
    Partial<Pick<ArticleState, 'contributors'>>,
): ArticleState {
  const { workflow, flags } = article;
  const createdBy = idOf(workflow?.createdBy);
  return {
    stage: workflow?.stage ?? 'draft',
    publicationState: workflow?.publicationState ?? 'unpublished',
    approvedEdition: idOf(workflow?.approvedEdition),
    liveEdition: idOf(workflow?.liveEdition),
    submittedBy: idOf(workflow?.submittedBy),
    ownedBy: [...(createdBy ? [createdBy] : []), ...idsOf(article.assignedTo)],
    topics: idsOf(article.topics),
    onHold: flags?.onHold ?? false,
    holdReason: flags?.holdReason ?? null,
    embargoUntil: article.embargoUntil ?? null,
    openChecks: (['legal', 'factCheck'] as const).filter(
      (check) => flags?.[check] === 'required' && !workflow?.overriddenChecks?.includes(check),
    ),
    contributors: contributorsAmong(workflow?.contributors).map(({ user }) => user),
    ...more,
  };
}

/** The user as the workflow sees them; no user is the clock, which fires scheduled publications. */
export function actorOf(user: User | null): Actor {
  if (!user) return { id: 'clock', roles: ['clock'] };
  return {
    id: user.id,
    roles: rolesAmong(user.roles),
    deskTopics: idsOf(user.deskTopics),
  };
}
