import type { PayloadRequest } from 'payload';

/** How many notes of each of these articles are open, in one query; those without any are left out. */
export async function countOpenNotes(
  articles: readonly string[],
  req: PayloadRequest,
): Promise<Map<string, number>> {
  const { ObjectId } = req.payload.db.connection.base.Types;
  const wanted = [...new Set(articles)].map((id) => new ObjectId(id));
  if (wanted.length === 0) return new Map();
  const rows = await req.payload.db.connection
    .collection('notes')
    .aggregate<{ _id: unknown; count: number }>([
      { $match: { article: { $in: wanted }, resolvedAt: null } },
      { $group: { _id: '$article', count: { $sum: 1 } } },
    ])
    .toArray();
  return new Map(rows.map(({ _id, count }) => [String(_id), count]));
}
