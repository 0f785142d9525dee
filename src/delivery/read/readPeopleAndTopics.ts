import { roleOnDay } from '../../domain/edition/roleOnDay';
import type { Connection } from '../Connection';
import type { Cursor } from './cursor';
import { hex } from './readLiveRows';
import { MAJORITY, MAX_QUERY_MS, objectId } from './storedArticle';

/** A person or topic is public with a face, while a live article uses it, and never from the trash. */
export const PUBLIC = {
  isPublic: true,
  _status: 'published',
  deletedAt: { $in: [null, undefined] },
};

interface StoredRecord {
  _id: unknown;
  name: string;
  slug?: string | null;
}

export interface StoredPerson extends StoredRecord {
  aliases?: string[] | null;
  roles?: { title?: string; organisation?: string; from?: Date; to?: Date }[] | null;
  wikidataId?: string | null;
  biography?: string | null;
  links?: { label: string; url: string }[] | null;
}

export interface StoredTopic extends StoredRecord {
  description?: string | null;
  parent?: unknown;
  iptcCode?: string | null;
}

interface Records {
  people: StoredPerson;
  topics: StoredTopic;
}

/** A public person or topic by slug or id. */
export async function readRecord<C extends keyof Records>(
  connection: Connection,
  collection: C,
  slugOrId: string,
): Promise<Records[C] | null> {
  const _id = objectId(connection, slugOrId);
  const found: unknown = await connection
    .collection(collection)
    .findOne(
      { ...PUBLIC, $or: [{ slug: slugOrId }, ...(_id ? [{ _id }] : [])] } as never,
      MAJORITY,
    );
  return found as Records[C] | null;
}

/** One page of public people or topics by name. */
export async function readRecords<C extends keyof Records>(
  connection: Connection,
  collection: C,
  { cursor, limit }: { cursor?: Cursor | undefined; limit: number },
): Promise<{ rows: Records[C][]; next: Cursor | null }> {
  const name = String(cursor?.key ?? '');
  const found: unknown[] = await connection
    .collection(collection)
    .find(
      {
        ...PUBLIC,
        ...(cursor
          ? {
              name: { $gte: name },
              $or: [
                { name: { $gt: name } },
                { name, _id: { $gt: objectId(connection, cursor.id) } },
              ],
            }
          : {}),
      } as never,
      { sort: { name: 1, _id: 1 }, limit: limit + 1, maxTimeMS: MAX_QUERY_MS, ...MAJORITY },
    )
    .toArray();
  const rows = found.slice(0, limit) as Records[C][];
  const last = rows.at(-1);
  return {
    rows,
    next: found.length > limit && last ? { key: last.name, id: hex(last._id) } : null,
  };
}

/** The topics, each without its wider topic where readers do not have that. */
export async function withShownParents(
  connection: Connection,
  topics: readonly StoredTopic[],
): Promise<StoredTopic[]> {
  const parents = topics.flatMap(({ parent }) => parent ?? []);
  if (parents.length === 0) return [...topics];
  const shown = await connection
    .collection<StoredTopic>('topics')
    .find({ ...PUBLIC, _id: { $in: parents } } as never, {
      projection: { _id: 1 },
      maxTimeMS: MAX_QUERY_MS,
      ...MAJORITY,
    })
    .toArray();
  const ids = new Set(shown.map(({ _id }) => hex(_id)));
  return topics.map((topic) => ({
    ...topic,
    parent: topic.parent && ids.has(hex(topic.parent)) ? topic.parent : null,
  }));
}

/** A topic and every narrower one, as ids; the tree is small, and no branch is followed twice. */
export async function withNarrowerTopics(
  connection: Connection,
  topic: unknown,
): Promise<unknown[]> {
  const found = new Map<string, unknown>([[hex(topic), topic]]);
  let parents: unknown[] = [topic];
  while (parents.length > 0) {
    const children = await connection
      .collection<StoredTopic>('topics')
      .find({ ...PUBLIC, parent: { $in: parents } } as never, {
        projection: { _id: 1 },
        maxTimeMS: MAX_QUERY_MS,
        ...MAJORITY,
      })
      .toArray();
    parents = children.map(({ _id }) => _id).filter((id) => !found.has(hex(id)));
    for (const id of parents) found.set(hex(id), id);
  }
  return [...found.values()];
}

/** The roles of a person with ISO days, and the one held on `day`. */
export function rolesOf({ roles }: StoredPerson, day: string) {
  const dated = (roles ?? []).map(({ title, organisation, from, to }) => ({
    title: title ?? '',
    organisation: organisation ?? null,
    from: from ? new Date(from).toISOString().slice(0, 10) : null,
    to: to ? new Date(to).toISOString().slice(0, 10) : null,
  }));
  return { roles: dated, role: roleOnDay(dated, day) };
}
