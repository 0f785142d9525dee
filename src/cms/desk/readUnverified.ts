import type { PayloadRequest } from 'payload';

import type { Listed, UnverifiedQuote } from '../../domain/desk/Desk';
import { COUNTED, listedOf } from './listArticles';
import { LISTED, NEWEST, newestNames, workingCopies, type Id } from './WorkingCopies';

interface QuoteRow {
  parent: Id;
  version: {
    text?: string | null;
    speaker?: Id | null;
    attribution?: string | null;
    updatedAt: Date;
  };
}

/** Quotes that nobody has verified yet, the newest first, with an article that uses them. */
export async function readUnverified({
  limit,
  req,
}: {
  limit: number;
  req: PayloadRequest;
}): Promise<Listed<UnverifiedQuote>> {
  const { connection } = req.payload.db;
  const where = { 'version.verification.status': 'unverified', ...NEWEST };
  const quotes = connection.collection<QuoteRow>('_quotes_versions');
  const [rows, counted] = await Promise.all([
    quotes.find(where, { sort: { 'version.updatedAt': -1 }, limit }).toArray(),
    quotes.countDocuments(where, COUNTED),
  ]);
  const [speakers, uses] = await Promise.all([
    newestNames(
      'people',
      rows.flatMap(({ version }) => version.speaker ?? []),
      req.payload,
    ),
    connection
      .collection<{ version: { article?: Id; quotes?: Id[] } }>('_sections_versions')
      .find(
        { 'version.quotes': { $in: rows.map(({ parent }) => parent) }, ...NEWEST },
        { projection: { 'version.article': 1, 'version.quotes': 1 } },
      )
      .toArray(),
  ]);
  const articles = await workingCopies(req.payload)
    .find(
      { parent: { $in: uses.flatMap(({ version }) => version.article ?? []) }, ...NEWEST },
      { projection: LISTED },
    )
    .toArray();
  return listedOf(
    rows.map(({ parent, version }) => {
      const use = uses.find(({ version: { quotes = [] } }) =>
        quotes.some((id) => String(id) === String(parent)),
      );
      const article = articles.find((row) => String(row.parent) === String(use?.version.article));
      return {
        id: String(parent),
        text: version.text ?? '',
        speaker: speakers.get(String(version.speaker)) ?? version.attribution ?? null,
        updatedAt: version.updatedAt.toISOString(),
        article: article
          ? { id: String(article.parent), headline: article.version.headline ?? '' }
          : null,
      };
    }),
    counted,
  );
}
