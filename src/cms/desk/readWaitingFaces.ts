import type { PayloadRequest } from 'payload';

import type { Listed, WaitingFace } from '../../domain/desk/Desk';
import { FACE_COLLECTIONS, type FaceCollection } from '../../domain/faces/FaceCollection';
import { COUNTED, listedOf } from './listArticles';
import { NEWEST, type Id } from './WorkingCopies';

interface FaceRow {
  parent: Id;
  version: {
    name?: string | null;
    alt?: string | null;
    filename?: string | null;
    savedBy?: Id | null;
    updatedAt: Date;
  };
}

/** What readers see and somebody changed since, the newest first: an editor releases it. */
export async function readWaitingFaces({
  limit,
  req,
}: {
  limit: number;
  req: PayloadRequest;
}): Promise<Listed<WaitingFace>> {
  const { connection } = req.payload.db;
  const where = { 'version.faceWaits': true, 'version.isPublic': true, ...NEWEST };
  const found = await Promise.all(
    FACE_COLLECTIONS.map(async (collection) => {
      const versions = connection.collection<FaceRow>(`_${collection}_versions`);
      const [rows, count] = await Promise.all([
        versions
          .find(where, {
            sort: { 'version.updatedAt': -1 },
            limit,
            projection: {
              parent: 1,
              'version.name': 1,
              'version.alt': 1,
              'version.filename': 1,
              'version.savedBy': 1,
              'version.updatedAt': 1,
            },
          })
          .toArray(),
        versions.countDocuments(where, COUNTED),
      ]);
      return { rows: rows.map((row) => ({ collection, row })), count };
    }),
  );
  const newest = found
    .flatMap(({ rows }) => rows)
    .sort((one, other) => timeOf(other.row) - timeOf(one.row))
    .slice(0, limit);
  const users = await connection
    .collection<{ _id: Id; name?: string }>('users')
    .find(
      { _id: { $in: newest.flatMap(({ row }) => row.version.savedBy ?? []) } },
      { projection: { name: 1 } },
    )
    .toArray();
  const names = new Map(users.map(({ _id, name }) => [String(_id), name ?? null]));
  return listedOf(
    newest.map(({ collection, row: { parent, version } }): WaitingFace => ({
      collection,
      id: String(parent),
      title: titleOf(collection, version),
      changedBy: names.get(String(version.savedBy)) ?? null,
      changedAt: version.updatedAt.toISOString(),
    })),
    found.reduce((sum, { count }) => sum + count, 0),
  );
}

function timeOf({ version }: FaceRow): number {
  return version.updatedAt.getTime();
}

function titleOf(collection: FaceCollection, { name, alt, filename }: FaceRow['version']): string {
  return (collection === 'media' ? alt || filename : name) ?? '';
}
