import type { Payload } from 'payload';

import type { Stage } from '../../domain/workflow/Stage';
import type { PublicationState } from '../../domain/workflow/PublicationState';

export type Id = InstanceType<Payload['db']['connection']['base']['Types']['ObjectId']>;

/** The newest version of an article as MongoDB holds it, as far as lists need it. */
export interface WorkingCopyRow {
  parent: Id;
  latest: true;
  version: {
    headline?: string | null;
    kind?: string | null;
    topics?: Id[] | null;
    assignedTo?: Id[] | null;
    deadline?: Date | null;
    updatedAt: Date;
    deletedAt?: Date | null;
    flags?: { legal?: string; factCheck?: string; onHold?: boolean; holdReason?: string | null };
    workflow?: {
      stage?: Stage;
      publicationState?: PublicationState;
      createdBy?: Id | null;
      submittedBy?: Id | null;
      editionWaits?: boolean | null;
      publishedAt?: Date | null;
    };
  };
}

/** Whole articles are long: lists read only what they show. */
export const LISTED = {
  parent: 1,
  'version.headline': 1,
  'version.kind': 1,
  'version.topics': 1,
  'version.assignedTo': 1,
  'version.deadline': 1,
  'version.updatedAt': 1,
  'version.flags': 1,
  'version.workflow': 1,
} as const;

/** Every list's condition: a working copy that is not in the trash. The indexes hold nothing else. */
export const NEWEST = { latest: true, 'version.deletedAt': null } as const;

/** The versions of articles as MongoDB's driver sees them: Payload's find counts and loads too much. */
export function workingCopies(payload: Payload) {
  return payload.db.connection.collection<WorkingCopyRow>('_articles_versions');
}

/** What people or topics are called in the newsroom, by their ids. */
export async function newestNames(
  collection: 'people' | 'topics',
  ids: readonly Id[],
  payload: Payload,
): Promise<Map<string, string>> {
  const rows = await payload.db.connection
    .collection<{ parent: Id; version: { name?: string } }>(`_${collection}_versions`)
    .find(
      { parent: { $in: [...ids] }, latest: true },
      { projection: { parent: 1, 'version.name': 1 } },
    )
    .toArray();
  return new Map(rows.map(({ parent, version }) => [String(parent), version.name ?? '']));
}
