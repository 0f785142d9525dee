import type { Migration } from './Migration';

interface Picture {
  _id: { toString: () => string };
  storedAs?: string | null;
  sizes?: Record<string, { filename?: string | null } | null> | null;
}

/** The files of images that readers see are public, also of a picture that was replaced in its record. */
export const pinFaces: Migration = {
  name: 'pinFaces',
  run: async ({ payload }) => {
    const { connection } = payload.db;
    const files = connection.collection('stored-files');
    const seen = { isPublic: true, _status: 'published', storedAs: { $type: 'string' } };
    for await (const picture of connection.collection<Picture>('media').find(seen as never)) {
      const { _id, storedAs, sizes } = picture;
      const names = [storedAs, ...Object.values(sizes ?? {}).map((size) => size?.filename)];
      await files.updateMany(
        { name: { $in: names.filter(Boolean) } },
        { $addToSet: { pinnedBy: `media/${String(_id)}` } },
      );
    }
  },
};
