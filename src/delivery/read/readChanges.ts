import { readEdition } from '../../domain/edition/readEdition';
import type { Connection } from '../Connection';
import type { Change } from '../schemas/listSchemas';
import { hex } from './readLiveRows';
import { MAJORITY, MAX_QUERY_MS, type StoredEdition } from './storedArticle';

interface EventRow {
  sequence: number;
  type: string;
  article: unknown;
  edition?: unknown;
  at: Date;
}

/** The changes after `since`, oldest first, each with the edition it showed. */
export async function readChanges(
  connection: Connection,
  { since, limit }: { since: number; limit: number },
): Promise<Change[]> {
  const events = await connection
    .collection<EventRow>('events')
    .find(
      { sequence: { $gt: since } },
      { sort: { sequence: 1 }, limit, maxTimeMS: MAX_QUERY_MS, ...MAJORITY },
    )
    .toArray();
  const editions = await connection
    .collection<StoredEdition>('editions')
    .find(
      { _id: { $in: events.flatMap(({ edition }) => (edition ? [edition as never] : [])) } },
      {
        projection: { number: 1, hash: 1, 'content.format': 1, 'content.slug': 1 },
        maxTimeMS: MAX_QUERY_MS,
        ...MAJORITY,
      },
    )
    .toArray();
  const byId = new Map(editions.map((edition) => [hex(edition._id), edition]));
  return events.map(({ sequence, type, article, edition, at }) => {
    const shown = edition ? byId.get(hex(edition)) : undefined;
    const isDeleted = type === 'withdrawn';
    return {
      sequence,
      type,
      isDeleted,
      articleId: hex(article),
      slug: shown ? readEdition(shown).slug : null,
      edition: shown && !isDeleted ? { number: shown.number, hash: shown.hash } : null,
      at: new Date(at).toISOString(),
    };
  });
}
