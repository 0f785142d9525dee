import type { EditionContent, EditionQuote } from '../../domain/edition/EditionContent';
import { statusForReaders } from '../../domain/quotations/verdict';
import { vouchingForReaders, type VouchingShown } from '../../domain/quotations/vouching';
import { settingsInForce } from '../../domain/workflow/settingsInForce';
import type { Connection } from '../Connection';
import { MAJORITY, MAX_QUERY_MS, objectId } from './storedArticle';

interface StoredQuote {
  verification?: { disputedWords?: string[] | null };
}

/**
 * The quotes of editions as readers may know them now: what an edition says of a verdict holds until
 * somebody disputes its words, and of who vouches for them the newsroom chose what is shown.
 */
export async function verdictsNow(
  connection: Connection,
  quotes: readonly EditionQuote[],
): Promise<EditionQuote[]> {
  if (quotes.length === 0) return [];
  const [rows, shown] = await Promise.all([
    connection
      .collection<StoredQuote>('quotes')
      .find(
        { _id: { $in: quotes.flatMap(({ id }) => objectId(connection, id) ?? []) } },
        {
          projection: { 'verification.disputedWords': 1 },
          maxTimeMS: MAX_QUERY_MS,
          ...MAJORITY,
        },
      )
      .toArray(),
    vouchingShown(connection),
  ]);
  const disputed = new Map(
    rows.map(({ _id, verification }) => [String(_id), verification?.disputedWords ?? []]),
  );
  return quotes.map((quote) => {
    const { id, text, verification } = quote;
    const status = statusForReaders({ status: verification.status, text }, disputed.get(id));
    return {
      ...quote,
      verification: { ...verification, status },
      vouching: vouchingForReaders(quote.vouching, shown),
    };
  });
}

/** What the newsroom chose; a change of it drops every kept answer. */
async function vouchingShown(connection: Connection): Promise<VouchingShown> {
  const stored = await connection
    .collection<{ globalType: string; vouchingShown?: VouchingShown }>('globals')
    .findOne({ globalType: 'settings' }, { projection: { vouchingShown: 1 }, ...MAJORITY });
  return settingsInForce(stored ?? {}).vouchingShown;
}

/** The same of whole contents, in one query. */
export async function withVerdictsNow<C extends Pick<EditionContent, 'quotes'>>(
  connection: Connection,
  contents: readonly C[],
): Promise<C[]> {
  const quotes = await verdictsNow(
    connection,
    contents.flatMap((content) => content.quotes),
  );
  let from = 0;
  return contents.map((content) => {
    const own = quotes.slice(from, from + content.quotes.length);
    from += content.quotes.length;
    return { ...content, quotes: own };
  });
}
