import { FACE_COLLECTIONS, type FaceCollection } from '../domain/faces/FaceCollection';
import type { Migration, MigrationContext } from './Migration';

/** A record from before there were faces: it has no status, and no version. */
interface OldRecord {
  _id: unknown;
  isPublic?: boolean;
  createdAt?: Date;
  updatedAt?: Date;
}

const TOLD_EVERY = 1_000;

/**
 * People, topics and images from before they had a public face: what readers see of one that is visible
 * becomes its face, word for word, and all others become drafts. Each gets its first version.
 */
export const giveRecordsFaces: Migration = {
  name: 'giveRecordsFaces',
  run: async (context) => {
    for (const collection of FACE_COLLECTIONS) await giveFaces(collection, context);
  },
};

async function giveFaces(
  collection: FaceCollection,
  { payload, log }: MigrationContext,
): Promise<void> {
  const { connection } = payload.db;
  const records = connection.collection<OldRecord>(collection);
  const versions = connection.collection(`_${collection}_versions`);
  let count = 0;
  for await (const record of records.find({ _status: { $exists: false } } as never)) {
    const { _id, ...fields } = record;
    const standing = { _status: record.isPublic ? 'published' : 'draft', faceWaits: false };
    const { createdAt = new Date(), updatedAt = createdAt } = record;
    // Under the record's own id, so that a second run makes no second one. The status comes last, and
    // says that the record is through.
    await versions.updateOne(
      { _id },
      {
        $setOnInsert: {
          parent: _id,
          version: { ...fields, ...standing, createdAt, updatedAt },
          latest: true,
          autosave: false,
          createdAt,
          updatedAt,
        },
      },
      { upsert: true },
    );
    await records.updateOne({ _id, _status: { $exists: false } }, { $set: standing });
    count += 1;
    if (count % TOLD_EVERY === 0) log(`${collection}: ${count} have a face or are drafts`);
  }
  if (count > 0) log(`${collection}: ${count} have a face or are drafts, all of them`);
}
