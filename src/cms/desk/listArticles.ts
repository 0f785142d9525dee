import type { Payload, PayloadRequest } from 'payload';

import { countOpenNotes } from '../../actions/notes/countOpenNotes';
import type { DeskArticle, Listed } from '../../domain/desk/Desk';
import type { DeskIndex } from './ensureDeskIndexes';
import {
  LISTED,
  NEWEST,
  newestNames,
  workingCopies,
  type Id,
  type WorkingCopyRow,
} from './WorkingCopies';

/** Beyond this a list says “more”: the exact number would help nobody and costs a scan. */
const COUNT_MAX = 200;

type Condition = Record<string, unknown>;

/** The first working copies that meet a condition, and how many do. */
export async function listArticles({
  payload,
  where,
  sort = { 'version.updatedAt': -1 },
  limit,
}: {
  payload: Payload;
  where: Condition;
  sort?: Record<string, 1 | -1>;
  limit: number;
}): Promise<Listed<WorkingCopyRow>> {
  const rows = workingCopies(payload);
  const condition = { ...where, ...NEWEST };
  const [first, counted] = await Promise.all([
    rows.find(condition, { projection: LISTED, sort, limit }).toArray(),
    rows.countDocuments(condition, { limit: COUNT_MAX + 1 }),
  ]);
  return { rows: first, count: Math.min(counted, COUNT_MAX), isMore: counted > COUNT_MAX };
}

/**
 * The working copies that meet any of several conditions, each looked up by an index of its own:
 * asked all at once, MongoDB would choose one index for the order and read everything by it.
 */
export async function listAny({
  payload,
  conditions,
}: {
  payload: Payload;
  conditions: { where: Condition; index: DeskIndex }[];
}): Promise<Listed<WorkingCopyRow>> {
  const lists = await Promise.all(
    conditions.map(({ where, index }) =>
      workingCopies(payload)
        .find(
          { ...where, ...NEWEST },
          {
            projection: LISTED,
            sort: { 'version.updatedAt': -1 },
            limit: COUNT_MAX + 1,
            hint: index,
          },
        )
        .toArray(),
    ),
  );
  const rows = [...new Map(lists.flat().map((row) => [String(row.parent), row])).values()];
  return listedOf(
    rows.toSorted((a, b) => b.version.updatedAt.getTime() - a.version.updatedAt.getTime()),
    rows.length,
  );
}

/** A condition's count alone, as `listArticles` counts. */
export function listedOf<Row>(rows: Row[], counted: number): Listed<Row> {
  return { rows, count: Math.min(counted, COUNT_MAX), isMore: counted > COUNT_MAX };
}

export const COUNTED = { limit: COUNT_MAX + 1 } as const;

/** Puts working copies into the shape that lists show, the names of people and topics looked up once. */
export async function nameArticles(
  rows: readonly WorkingCopyRow[],
  req: PayloadRequest,
): Promise<Map<string, DeskArticle>> {
  const users = await namesOf(
    'users',
    rows.flatMap(({ version }) => peopleOf(version)),
    req,
  );
  const topics = await namesOf(
    'topics',
    rows.flatMap(({ version }) => version.topics ?? []),
    req,
  );
  const openNotes = await countOpenNotes(
    rows.map(({ parent }) => String(parent)),
    req,
  );
  const named = (names: Map<string, string>, ids: readonly Id[] = []) =>
    ids.flatMap((id) => names.get(String(id)) ?? []);
  return new Map(
    rows.map(({ parent, version }) => [
      String(parent),
      {
        id: String(parent),
        headline: version.headline ?? '',
        kind: version.kind ?? null,
        stage: version.workflow?.stage ?? 'draft',
        publicationState: version.workflow?.publicationState ?? 'unpublished',
        onHold: version.flags?.onHold ?? false,
        editionWaits: version.workflow?.editionWaits ?? false,
        updatedAt: version.updatedAt.toISOString(),
        publishedAt: version.workflow?.publishedAt?.toISOString() ?? null,
        deadline: version.deadline?.toISOString() ?? null,
        openNotes: openNotes.get(String(parent)) ?? 0,
        people: named(users, peopleOf(version)),
        topics: named(topics, version.topics ?? []),
      },
    ]),
  );
}

/** Those assigned, or where nobody is the one who began it. */
function peopleOf({ assignedTo, workflow }: WorkingCopyRow['version']): Id[] {
  if (assignedTo?.length) return assignedTo;
  return workflow?.createdBy ? [workflow.createdBy] : [];
}

async function namesOf(
  collection: 'topics' | 'users',
  ids: readonly Id[],
  req: PayloadRequest,
): Promise<Map<string, string>> {
  const wanted = [...new Map(ids.map((id) => [String(id), id])).values()];
  if (wanted.length === 0) return new Map();
  if (collection !== 'users') return newestNames(collection, wanted, req.payload);
  const docs = await req.payload.db.connection
    .collection<{ _id: Id; name?: string }>(collection)
    .find({ _id: { $in: wanted } }, { projection: { name: 1 } })
    .toArray();
  return new Map(docs.map(({ _id, name }) => [String(_id), name ?? '']));
}
