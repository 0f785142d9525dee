import type { Carried } from '../domain/edition/readEdition';
import type { Migration } from './Migration';

const BATCH = 200;

interface OldEdition {
  _id: unknown;
  documents?: {
    article?: {
      leadImageCaption?: string | null;
      leadImageCredit?: string | null;
      relatedArticles?: unknown[] | null;
    };
    quotes?: { id?: unknown; attribution?: string | null; speakerRole?: string | null }[];
  };
}

/**
 * Editions of format 1 left out what readers could see all the same: captions written for an image
 * that was not there, the attribution beside a speaker, related articles that were not published yet.
 * Their documents have it: it is put beside the content, which stays as it was hashed.
 */
export const carryEditions: Migration = {
  name: 'carryEditions',
  run: async ({ payload, log }) => {
    const editions = payload.db.connection.collection<OldEdition>('editions');
    const open = { 'content.format': 1, 'carried.article': { $exists: false } };
    const total = await editions.countDocuments(open);
    if (total === 0) return;
    let done = 0;
    for (;;) {
      const batch = await editions
        .find(open as never, {
          projection: { 'documents.article': 1, 'documents.quotes': 1 },
          limit: BATCH,
        })
        .toArray();
      if (batch.length === 0) return;
      await editions.bulkWrite(
        batch.map((edition) => {
          const { article, quotes } = carriedBy(edition);
          return {
            updateOne: {
              filter: { _id: edition._id },
              update: { $set: { 'carried.article': article, 'carried.quotes': quotes } as never },
            },
          };
        }),
      );
      done += batch.length;
      log(`Editions of the first format: ${done} of ${total} completed`);
    }
  },
};

function carriedBy({ documents = {} }: OldEdition): Required<Pick<Carried, 'article' | 'quotes'>> {
  const { article = {}, quotes = [] } = documents;
  return {
    article: {
      leadImageCaption: article.leadImageCaption || null,
      leadImageCredit: article.leadImageCredit || null,
      relatedArticles: (article.relatedArticles ?? []).map(String),
    },
    quotes: Object.fromEntries(
      quotes.map(({ id, attribution, speakerRole }) => [
        String(id),
        { attribution: attribution || null, speakerRole: speakerRole || null },
      ]),
    ),
  };
}
