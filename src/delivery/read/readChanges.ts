import { readEdition } from '../../domain/edition/readEdition';
import type { Connection } from '../Connection';
import type { Change } from '../schemas/listSchemas';
import { hex } from './readLiveRows';
import { PUBLIC } from './readPeopleAndTopics';
import { MAJORITY, MAX_QUERY_MS, type StoredEdition } from './storedArticle';

interface EventRow {
  sequence: number;
  type: string;
  article?: unknown;
  record?: { relationTo: string; value: unknown } | null;
  edition?: unknown;
  at: Date;
}

/** What readers call a record of each collection. */
const KINDS: Readonly<Record<string, string>> = {
  people: 'person',
  topics: 'topic',
  media: 'image',
};

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
  const slugs = await slugsOf(connection, events);
  return events.map(({ sequence, type, article, record, edition, at }) => {
    const shown = edition ? byId.get(hex(edition)) : undefined;
    const isDeleted = type === 'withdrawn';
    return {
      sequence,
      type,
      isDeleted,
      articleId: article ? hex(article) : null,
      slug: shown ? readEdition(shown).slug : null,
      record: record
        ? {
            kind: KINDS[record.relationTo] ?? record.relationTo,
            id: hex(record.value),
            slug: slugs.get(hex(record.value)) ?? null,
          }
        : null,
      edition: shown && !isDeleted ? { number: shown.number, hash: shown.hash } : null,
      at: new Date(at).toISOString(),
    };
  });
}

/** The addresses of the people and topics that were released, of those that readers see now. */
async function slugsOf(
  connection: Connection,
  events: readonly EventRow[],
): Promise<Map<string, string | null>> {
  const slugs = new Map<string, string | null>();
  for (const collection of ['people', 'topics']) {
    const ids = events.flatMap(({ record }) =>
      record?.relationTo === collection ? [record.value] : [],
    );
    if (ids.length === 0) continue;
    const rows = await connection
      .collection<{ slug?: string | null }>(collection)
      .find({ _id: { $in: ids }, ...PUBLIC } as never, {
        projection: { slug: 1 },
        maxTimeMS: MAX_QUERY_MS,
        ...MAJORITY,
      })
      .toArray();
    for (const { _id, slug } of rows) slugs.set(hex(_id), slug ?? null);
  }
  return slugs;
}
