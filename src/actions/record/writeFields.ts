import type { CollectionSlug, PayloadRequest } from 'payload';

/**
 * Writes fields straight into a document inside the request's transaction, past every hook and
 * validation: for what the system itself decides, never for what a client sends. `stored` is the
 * document that readers are served, `newest` the newest version, which editors work on. With
 * `updatedAt: null` the document stays as old as it is, for readers who see nothing new in it.
 */
export async function writeFields({
  collection,
  id,
  stored,
  newest,
  req,
}: {
  collection: CollectionSlug;
  id: string;
  stored?: Record<string, unknown>;
  newest?: Record<string, unknown>;
  req: PayloadRequest;
}): Promise<void> {
  const { db } = req.payload;
  if (stored) {
    await db.updateOne({ collection, id, data: { ...stored }, req, returning: false });
  }
  if (newest) {
    const { docs } = await db.findVersions({
      collection,
      where: { and: [{ parent: { equals: id } }, { latest: { equals: true } }] },
      limit: 1,
      pagination: false,
      req,
    });
    const version = docs[0];
    if (!version) return;
    await db.updateVersion({
      collection,
      id: version.id,
      // An autosave would otherwise write the next draft over this very row.
      versionData: {
        ...version,
        autosave: false,
        version: { ...version.version, ...newest },
      } as never,
      req,
      returning: false,
    });
  }
}
