import { PUBLICATION_STATES, type PublicationState } from './PublicationState';
import type { PublishStep } from './PublishIssue';
import type { ActorRole } from '../rights/Role';
import { STAGES, type Stage } from './Stage';

/** What a person gives along with an action; `at` is a time on the wall with its zone. */
export type InputName =
  'reason' | 'note' | 'notice' | 'at' | 'contentHash' | 'edition' | 'change' | 'kind';

/** What an action may not go without. */
export type NeededInput = Exclude<InputName, 'change' | 'kind'>;

/**
 * What must be there besides stage and state: newEdition is an approved one not yet live, otherEdition
 * an approved one that the open order to publish does not pin.
 */
export type Requirement =
  'approvedEdition' | 'newEdition' | 'otherEdition' | 'openOrder' | 'onHold' | 'notOnHold';

/** A text in both languages of the panel. */
export type InBothLanguages<T = string> = Readonly<Record<'en' | 'de', T>>;

export interface ActionWords {
  /** On its button, and over its dialog. */
  label: string;
  /** To follow "may": "request changes". */
  verb: string;
  /** What will happen, before it does. */
  will: string;
  /** Said once it is done. */
  done: string;
  /** As the history calls it. */
  recorded: string;
}

/**
 * All there is to say about an action: its row of the table, its input, whom it tells, what it writes
 * and what it is called. What is derived from these, in the server as in the panel, has no other list.
 */
export interface ActionDefinition {
  name: string;
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
  /** What the person must give along, and what they may. */
  needs: readonly NeededInput[];
  takes: readonly InputName[];
  /** The issues that stop it: those of this step and of the steps before it. */
  step?: PublishStep;
  /** Whether readers come to see an edition by it: at once, or at the time of an order. */
  publishes?: 'now' | 'later';
  /** The actions that it stands for, taken one after the other in one transaction. */
  composedOf?: readonly string[];
  /** An action changes the article or its orders; those on orders are carried out in actions/schedule. */
  changes: 'article' | 'order';
  /** Whether somebody who contributed to the text is barred from it. */
  fourEyes?: boolean;
  /** Keeps who acted, with the working copy. */
  remembers?: 'submittedBy';
  /** Who is told, and in which words, which go on after somebody's name and end before the headline. */
  tells?: { whom: 'editors' | 'owners'; does: InBothLanguages };
  panel?: {
    /** In which stages an article waits for this, and how that is told to those who cannot do it. */
    next?: { in: readonly Stage[]; waits: InBothLanguages };
    /** After it, it is said when notes on the text are still open. */
    leadsOn?: boolean;
    /** Asked about even where nothing needs to be given along. */
    isAlwaysAsked?: boolean;
    /** Offered in the history and not in the bar. */
    isInHistory?: boolean;
  };
  words: InBothLanguages<ActionWords>;
}

export const anyStage = STAGES;
export const notSpiked = ['draft', 'in_review', 'changes_requested', 'approved'] as const;
export const always = PUBLICATION_STATES;
export const notLive = ['unpublished', 'withdrawn'] as const;
