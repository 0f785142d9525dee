import type { Payload } from 'payload';

import type { EditionCollection } from '../domain/edition/otherFields';
import {
  isContribution,
  joinContributors,
  type Contributor,
} from '../domain/workflow/contributors';
import type { Migration } from './Migration';

type Id = InstanceType<Payload['db']['connection']['base']['Types']['ObjectId']>;

interface VersionRow {
  _id: Id;
  parent: Id;
  updatedAt: Date;
  version: {
    savedBy?: Id | null;
    quotes?: Id[] | null;
    workflow?: { submittedBy?: Id | null; contributors?: unknown };
  };
}

/** Between two lines of progress. */
const STEP = 100;

/**
 * Articles from before keep nobody as their contributors: those are derived from who saved the versions
 * of the article, its sections and its quotations since its last edition. Where none is known, whoever
 * submitted the article is barred from approving it, as they were.
 */
export const deriveContributors: Migration = {
  name: 'deriveContributors',
  run: async ({ payload, log }) => {
    const versions = payload.db.connection.collection<VersionRow>('_articles_versions');
    const open = { latest: true, 'version.workflow.contributors': { $exists: false } };
    const total = await versions.countDocuments(open);
    let done = 0;
    for await (const row of versions.find(open as never)) {
      const contributors = await derive(row, payload);
      await versions.updateOne(
        { _id: row._id },
        { $set: { 'version.workflow.contributors': contributors } as never },
      );
      done += 1;
      if (done % STEP === 0 || done === total) log(`Contributors: ${done} of ${total} articles`);
    }
  },
};

async function derive({ parent, version }: VersionRow, payload: Payload): Promise<Contributor[]> {
  const { connection } = payload.db;
  const last = await connection
    .collection<{ frozenAt?: Date | string }>('editions')
    .findOne({ article: parent } as never, { sort: { number: -1 }, projection: { frozenAt: 1 } });
  const since = last?.frozenAt ? new Date(last.frozenAt) : new Date(0);
  const sections = await connection
    .collection<VersionRow>('_sections_versions')
    .find({ latest: true, 'version.article': parent } as never, {
      projection: { parent: 1, 'version.quotes': 1 },
    })
    .toArray();
  const parts: [EditionCollection, Id[]][] = [
    ['articles', [parent]],
    ['sections', sections.map((section) => section.parent)],
    ['quotes', sections.flatMap((section) => section.version.quotes ?? [])],
  ];
  const savers = new Map<string, string>();
  for (const [collection, ids] of parts)
    for (const id of ids)
      for (const [user, at] of await saversOf({ collection, id, since, payload }))
        if ((savers.get(user) ?? '') < at) savers.set(user, at);
  const submitter = version.workflow?.submittedBy;
  if (savers.size === 0 && submitter) savers.set(String(submitter), new Date(0).toISOString());

  const names = await namesOf([...savers.keys()], payload);
  return joinContributors(
    [...savers].map(([user, at]) => ({ user, name: names.get(user) ?? '', at })),
  );
}

/** Who changed what editions hold of a document, and when last. */
async function saversOf({
  collection,
  id,
  since,
  payload,
}: {
  collection: EditionCollection;
  id: Id;
  since: Date;
  payload: Payload;
}): Promise<[user: string, at: string][]> {
  const rows = await payload.db.connection
    .collection<VersionRow>(`_${collection}_versions`)
    .find({ parent: id } as never, { sort: { updatedAt: 1 } })
    .toArray();
  return rows.flatMap(({ version, updatedAt }, index): [string, string][] => {
    const before = rows[index - 1]?.version ?? null;
    const counts =
      version.savedBy &&
      updatedAt > since &&
      isContribution({ collection, before, saved: version });
    return counts ? [[String(version.savedBy), updatedAt.toISOString()]] : [];
  });
}

async function namesOf(ids: readonly string[], payload: Payload): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const { docs } = await payload.find({
    collection: 'users',
    where: { id: { in: [...ids] } },
    depth: 0,
    pagination: false,
    overrideAccess: true,
  });
  return new Map(docs.map(({ id, name }) => [id, name]));
}
