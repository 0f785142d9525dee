import type { FaceChange } from './faceDifference';

/** What the bar of a record says, and what a release is decided on. */
export interface FaceStanding {
  /** Whether an editor, or an edition that was published, ever gave readers something of it. */
  hasFace: boolean;
  /** Whether readers see it now: something live uses it. */
  isPublic: boolean;
  /** Whether the newest version says something else to readers. */
  waits: boolean;
  /** Send it along with the release. */
  hash: string;
  changes: FaceChange[];
  /** Addresses of the picture that readers see, and of the newest; of an image alone. */
  pictures: { before: string | null; after: string | null } | null;
  changedBy: string | null;
  /** ISO 8601 UTC. */
  changedAt: string;
  mayRelease: boolean;
}
