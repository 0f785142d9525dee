import type { PayloadRequest } from 'payload';

import type { EditionQuote } from '../../domain/edition/EditionContent';
import { shortenedWords } from '../../domain/quotations/shortenedWords';
import { isDisputed } from '../../domain/quotations/verdict';
import { LISTED, NEWEST, workingCopies, type Id, type WorkingCopyRow } from './WorkingCopies';

/** A live article whose readers have words that are under dispute. */
export interface LiveDispute {
  row: WorkingCopyRow;
  words: string;
}

interface StoredQuote {
  _id: Id;
  verification?: { disputedWords?: string[] };
}

/** The live articles with disputed quotations, by what their editions say and not by later drafts. */
export async function readDisputes({
  limit,
  req,
}: {
  limit: number;
  req: PayloadRequest;
}): Promise<LiveDispute[]> {
  const { connection } = req.payload.db;
  const quotes = await connection
    .collection<StoredQuote>('quotes')
    // Found by the index of the words.
    .find({ 'verification.disputedWords': { $gt: '' }, _status: 'published' } as never, {
      projection: { 'verification.disputedWords': 1 },
      limit: MOST_QUOTES,
    })
    .toArray();
  if (quotes.length === 0) return [];
  const disputed = new Map(
    quotes.map(({ _id, verification }) => [String(_id), verification?.disputedWords ?? []]),
  );
  const sections = await connection
    .collection<{ article?: Id }>('sections')
    .find({ quotes: { $in: quotes.map(({ _id }) => _id) }, _status: 'published' } as never, {
      projection: { article: 1 },
    })
    .toArray();
  const rows = await workingCopies(req.payload)
    .find(
      {
        parent: { $in: sections.flatMap(({ article }) => article ?? []) },
        'version.workflow.publicationState': 'live',
        ...NEWEST,
      },
      { projection: LISTED },
    )
    .toArray();
  const editions = await connection
    .collection<{ content: { quotes?: Pick<EditionQuote, 'id' | 'text'>[] } }>('editions')
    .find({ _id: { $in: rows.flatMap((row) => liveEditionOf(row) ?? []) } } as never, {
      projection: { 'content.quotes.id': 1, 'content.quotes.text': 1 },
    })
    .toArray();
  const shown = new Map(editions.map(({ _id, content }) => [String(_id), content.quotes ?? []]));
  return rows
    .flatMap((row): LiveDispute[] => {
      const words = (shown.get(String(liveEditionOf(row))) ?? []).filter(({ id, text }) =>
        isDisputed(text, disputed.get(id)),
      );
      const [first] = words;
      return first ? [{ row, words: `“${shortenedWords(first.text)}”` }] : [];
    })
    .slice(0, limit);
}

/** More disputes than these at a time are no list but a fire. */
const MOST_QUOTES = 200;

function liveEditionOf({ version }: WorkingCopyRow): Id | undefined {
  return (version.workflow as { liveEdition?: Id } | undefined)?.liveEdition;
}
