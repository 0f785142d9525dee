import type { Endpoint, PayloadRequest } from 'payload';

import { FOUND_KINDS, type Found, type FoundKind } from '../../domain/search/Found';
import { searchWords } from '../../domain/search/searchWords';
import { toId } from '../desk/readDesk';
import { NEWEST, workingCopies } from '../desk/WorkingCopies';
import { searchEntries, type SearchEntry } from '../search/searchEntries';
import { requireStaff } from './requireStaff';

/** Nobody types more to find something again. */
const MAX_QUERY = 200;
const MAX_WORDS = 6;
const SHOWN: Record<FoundKind, number> = { articles: 6, people: 4, quotes: 4, topics: 3 };
/** Of so many the newest are chosen: what a search costs has an end, however short its words. */
const LOOKED_AT = 2_000;

/** What the newsroom has, by the beginnings of its words: `GET /api/quick-search?q=light ha`. */
export const quickSearch: Endpoint = {
  path: '/quick-search',
  method: 'get',
  handler: async (req) => {
    requireStaff(req);
    const words = searchWords(req.searchParams.get('q')?.slice(0, MAX_QUERY)).slice(0, MAX_WORDS);
    if (words.length === 0) return Response.json({ found: [] });
    const lists = await Promise.all(FOUND_KINDS.map((kind) => find(kind, words, req)));
    return Response.json({ found: await withStages(lists.flat(), req) });
  },
};

async function find(
  kind: FoundKind,
  words: readonly string[],
  req: PayloadRequest,
): Promise<SearchEntry[]> {
  const entries = searchEntries(req.payload);
  const [rarest, ...others] = await rarestFirst(kind, words, req);
  return entries
    .aggregate<SearchEntry>([
      { $match: { kind, ...rarest } },
      { $limit: LOOKED_AT },
      ...(others.length > 0 ? [{ $match: { $and: others } }] : []),
      { $sort: { at: -1 } },
      { $limit: SHOWN[kind] },
    ])
    .toArray();
}

/** MongoDB looks by one word and compares the others: by the one that the fewest rows have. */
async function rarestFirst(kind: FoundKind, words: readonly string[], req: PayloadRequest) {
  // Words are letters and digits alone: nothing in them means anything to a regular expression.
  const conditions = words.map((word) => ({ words: { $regex: `^${word}` } }));
  if (conditions.length < 2) return conditions;
  const counts = await Promise.all(
    conditions.map((condition) =>
      searchEntries(req.payload).countDocuments({ kind, ...condition }, { limit: LOOKED_AT }),
    ),
  );
  return conditions
    .map((condition, index) => ({ condition, count: counts[index] ?? 0 }))
    .toSorted((a, b) => a.count - b.count)
    .map(({ condition }) => condition);
}

/** The stage of an article changes without its words: it is read where it stands. */
async function withStages(entries: SearchEntry[], req: PayloadRequest): Promise<Found[]> {
  const articles = entries.filter(({ kind }) => kind === 'articles');
  const rows = await workingCopies(req.payload)
    .find(
      { parent: { $in: articles.map(({ target }) => toId(target, req)) }, ...NEWEST },
      { projection: { parent: 1, 'version.workflow.stage': 1 } },
    )
    .toArray();
  const stages = new Map(rows.map((row) => [String(row.parent), row.version.workflow?.stage]));
  return entries.map(({ kind, target: id, title, detail }) => ({
    kind,
    id,
    title,
    detail: kind === 'articles' ? (stages.get(id) ?? null) : detail,
  }));
}
