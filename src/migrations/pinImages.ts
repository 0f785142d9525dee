import { readEdition, type StoredContent } from '../domain/edition/readEdition';
import { endsSooner, isSameEnd } from '../domain/faces/endOfRights';
import { filesOfImages, holderOf } from '../domain/files/pinnedFiles';
import type { Migration, MigrationContext } from './Migration';

/**
 * Files were pinned by the article alone, and an end of rights counted as an edition froze it. Now each
 * file is pinned by its image too, whose rights count as they stand today.
 */
export const pinImages: Migration = {
  name: 'pinImages',
  run: async (context) => {
    await pinLiveEditions(context);
    await moveEnds(context);
  },
};

/**
 * What readers see stays theirs to see. The new pins come first, so that no file is without any in
 * between.
 */
export async function pinLiveEditions({
  payload: { db },
}: Pick<MigrationContext, 'payload'>): Promise<void> {
  const files = db.connection.collection<{ name: string; pinnedBy: string[] }>('stored-files');
  const articles = db.connection.collection<{ _id: unknown; workflow: { liveEdition: unknown } }>(
    'articles',
  );
  const editions = db.connection.collection<StoredContent>('editions');
  const live = { 'workflow.publicationState': 'live' } as never;
  const projection = { 'workflow.liveEdition': 1 };
  for await (const { _id, workflow } of articles.find(live, { projection })) {
    const edition = await editions.findOne({ _id: workflow.liveEdition } as never);
    if (!edition) continue;
    for (const [image, names] of filesOfImages(readEdition(edition))) {
      await files.updateMany(
        { name: { $in: names } },
        { $addToSet: { pinnedBy: holderOf(String(_id), image) } },
      );
    }
  }
  const byArticle = { $regex: '^articles/[^/]+$' };
  await files.updateMany({ pinnedBy: byArticle }, { $pull: { pinnedBy: byArticle } });
}

/** A sooner end that somebody saved counts, and a later one waits, as they do from now on. */
async function moveEnds({ payload: { db } }: MigrationContext): Promise<void> {
  type Ends = { expiresAt?: Date | null };
  const images = db.connection.collection<Ends>('media');
  const versions = db.connection.collection<{ version: Ends }>('_media_versions');
  for await (const { _id, expiresAt } of images.find({ _status: 'published' } as never)) {
    const newest = await versions.findOne({ parent: _id, latest: true } as never);
    if (!newest || isSameEnd(newest.version.expiresAt, expiresAt)) continue;
    if (endsSooner(newest.version.expiresAt, expiresAt)) {
      await images.updateOne({ _id }, { $set: { expiresAt: newest.version.expiresAt ?? null } });
    } else {
      await versions.updateOne({ _id: newest._id }, { $set: { 'version.faceWaits': true } });
    }
  }
}
