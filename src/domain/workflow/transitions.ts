import type { ActionName } from './ActionName';
import { PUBLICATION_STATES, type PublicationState } from './PublicationState';
import type { PublishStep } from './PublishIssue';
import type { ActorRole } from './Role';
import { STAGES, type Stage } from './Stage';

/** What the person must give along with an action. */
export type InputName = 'reason' | 'note' | 'notice' | 'at' | 'contentHash' | 'edition';

/** What must be there besides stage and state; newEdition is an approved one not yet live. */
export type Requirement =
  'approvedEdition' | 'newEdition' | 'pendingPublication' | 'onHold' | 'notOnHold';

export interface Transition {
  action: ActionName;
  /** Stages of the working copy in which the action is open. */
  from: readonly Stage[];
  /** Publication states in which it is open. */
  when: readonly PublicationState[];
  requires?: Requirement;
  /** What changes; what is not named stays. */
  to: {
    stage?: Stage;
    publicationState?: PublicationState;
    onHold?: boolean;
    /** freeze: a new edition is approved; clear: the approval no longer counts. */
    approval?: 'freeze' | 'clear';
  };
  /** The lowest role. A writer acts on own articles only. */
  role: ActorRole;
  needs: readonly InputName[];
  /** The issues that stop it: those of this step and of the steps before it. */
  step?: PublishStep;
}

const anyStage = STAGES;
const notSpiked = STAGES.filter((stage) => stage !== 'spiked');
const always = PUBLICATION_STATES;
const notLive = PUBLICATION_STATES.filter((state) => state !== 'live');

/* prettier-ignore */
export const transitions: readonly Transition[] = [
  { action: 'submit',          from: ['draft', 'changes_requested'],     when: always,   to: { stage: 'in_review' },                               role: 'writer',    needs: [], step: 'submit' },
  { action: 'requestChanges',  from: ['in_review'],                      when: always,   to: { stage: 'changes_requested' },                       role: 'editor',    needs: ['note'] },
  { action: 'approve',         from: ['in_review'],                      when: always,   to: { stage: 'approved', approval: 'freeze' },            role: 'editor',    needs: ['contentHash'], step: 'approve' },
  { action: 'override',        from: ['in_review'],                      when: always,   to: { stage: 'approved', approval: 'freeze' },            role: 'admin',     needs: ['reason', 'contentHash'], step: 'submit' },
  { action: 'publish',         from: notSpiked,                          when: always,   to: { publicationState: 'live' },                         role: 'publisher', needs: [], requires: 'newEdition', step: 'publish' },
  { action: 'rollBack',        from: notSpiked,                          when: ['live'], to: { publicationState: 'live' },                         role: 'publisher', needs: ['edition'], step: 'publish' },
  { action: 'schedule',        from: notSpiked,                          when: always,   to: {},                                                   role: 'publisher', needs: ['at'], requires: 'approvedEdition' },
  { action: 'reschedule',      from: notSpiked,                          when: always,   to: {},                                                   role: 'publisher', needs: ['at'], requires: 'pendingPublication' },
  { action: 'unschedule',      from: anyStage,                           when: always,   to: {},                                                   role: 'publisher', needs: [], requires: 'pendingPublication' },
  // What a fired publication changes is what its own row, publish or withdraw, says.
  { action: 'fire',            from: anyStage,                           when: always,   to: {},                                                   role: 'clock',     needs: [], requires: 'pendingPublication' },
  { action: 'withdraw',        from: anyStage,                           when: ['live'], to: { publicationState: 'withdrawn', approval: 'clear' }, role: 'publisher', needs: ['reason', 'notice'] },
  { action: 'spike',           from: notSpiked,                          when: notLive,  to: { stage: 'spiked', approval: 'clear' },               role: 'editor',    needs: ['reason'] },
  { action: 'unspike',         from: ['spiked'],                         when: always,   to: { stage: 'draft' },                                   role: 'editor',    needs: ['reason'] },
  { action: 'hold',            from: anyStage,                           when: always,   to: { onHold: true },                                     role: 'editor',    needs: ['reason'], requires: 'notOnHold' },
  { action: 'release',         from: anyStage,                           when: always,   to: { onHold: false },                                    role: 'editor',    needs: ['reason'], requires: 'onHold' },
];

/** The row of an action. */
export function transitionOf(action: ActionName): Transition {
  const row = transitions.find((transition) => transition.action === action);
  if (!row) throw new RangeError(`No transition is written down for "${action}".`);
  return row;
}
