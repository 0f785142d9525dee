import type { ArticleState } from './ArticleState';
import type { ActionAvailability } from './availableActions';
import type { PublishIssue } from './PublishIssue';

/** What a person can do with an article now, and what stands in the way. */
export interface ActionOverview {
  stage: ArticleState['stage'];
  publicationState: ArticleState['publicationState'];
  onHold: boolean;
  approvedEdition: string | null;
  liveEdition: string | null;
  /** The numbers by which people call these two. */
  approvedNumber: number | null;
  liveNumber: number | null;
  /** The hash of the working copy as it stands: what approving now would bind. */
  contentHash: string;
  /** False when the newsroom has switched four eyes off. */
  fourEyes: boolean;
  /** Who contributed since the last edition, by name: with four eyes, none of them may approve. */
  contributors: string[];
  /** Threads on the text that nobody has resolved: they stop nothing, but are said. */
  openNotes: number;
  /** What the source of an imported story says to editors. */
  editorialNote: string | null;
  /** The newsroom's zone (IANA), for times that somebody is asked for. */
  timeZone: string;
  actions: ActionAvailability[];
  issues: PublishIssue[];
}
