import type { Actor, ArticleState } from '../../../src/domain/workflow/ArticleState';
import type { TransitionRequest } from '../../../src/domain/workflow/decideTransition';
import type { ActorRole } from '../../../src/domain/rights/Role';

export const NOW = '2031-03-04T09:00:00.000Z';
export const LATER = '2031-03-04T18:00:00.000Z';
export const EARLIER = '2031-03-04T07:00:00.000Z';

/** An article owned by w1 and submitted by w1, in review and never published. */
export function articleState(changes: Partial<ArticleState> = {}): ArticleState {
  return {
    stage: 'in_review',
    publicationState: 'unpublished',
    approvedEdition: null,
    liveEdition: null,
    submittedBy: 'w1',
    contributors: ['w1'],
    ownedBy: ['w1'],
    topics: ['t1'],
    onHold: false,
    embargoUntil: null,
    openChecks: [],
    contentHash: 'hash',
    openOrder: null,
    ...changes,
  };
}

export function actor(role: ActorRole, changes: Partial<Actor> = {}): Actor {
  return { id: `the ${role}`, roles: [role], ...changes };
}

/** Everything that any action could ask for. */
export const everyInput = {
  reason: 'Because.',
  note: 'Name the source.',
  notice: 'This article was withdrawn.',
  change: { kind: 'update', note: 'Adds the reply of the port.' },
  at: LATER,
  contentHash: 'hash',
} as const satisfies Partial<TransitionRequest>;
