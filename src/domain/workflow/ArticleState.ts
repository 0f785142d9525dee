import type { PublicationState } from './PublicationState';
import type { ActorRole } from '../rights/Role';
import type { Stage } from './Stage';

/** What the workflow must know of an article; ids as strings, times in ISO 8601 UTC. */
export interface ArticleState {
  stage: Stage;
  publicationState: PublicationState;
  /** The edition that publishing would make public. */
  approvedEdition: string | null;
  liveEdition: string | null;
  /** The user who sent the working copy to review. */
  submittedBy: string | null;
  /** The users who contributed to it since its last edition. */
  contributors: readonly string[];
  /** The users whose own article this is. */
  ownedBy: readonly string[];
  topics: readonly string[];
  onHold: boolean;
  holdReason?: string | null;
  embargoUntil: string | null;
  /** Checks that are required and not done; not those that an admin overrode when they were open. */
  openChecks: readonly ('legal' | 'factCheck')[];
  /** The `canonicalHash` of the working copy as it stands; only approving asks for it. */
  contentHash?: string;
  openOrder: OpenOrder | null;
  /**
   * Whether the approved edition says what it changes. `late`: it was made before notes were approved with
   * editions, and the publisher says it.
   */
  noteOfApproved?: 'told' | 'missing' | 'late';
}

/** A schedule entry that has not fired yet, with all that firing it needs. */
export interface OpenOrder {
  kind: 'publish' | 'withdraw';
  at: string;
  edition: string;
  change?: LiveChange | null;
  reason?: string | null;
  notice?: string | null;
}

export const CHANGE_KINDS = ['correction', 'clarification', 'update', 'minor'] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** What a change of a live text is; the note is public, and for "minor" an internal reason. */
export interface LiveChange {
  kind: ChangeKind;
  note: string;
}

/** Whether a change says both what it is and why. */
export function isLiveChange(
  change: { kind?: string | null; note?: string | null } | null | undefined,
): change is LiveChange {
  return Boolean(change?.note?.trim()) && CHANGE_KINDS.some((kind) => kind === change?.kind);
}

export interface Actor {
  id: string;
  roles: readonly ActorRole[];
  /** Topic ids of the user's desks; none or an empty list means every desk. */
  deskTopics?: readonly string[];
}

export interface WorkflowSettings {
  /** Whether those who contributed are barred from approving. */
  fourEyes: boolean;
}
