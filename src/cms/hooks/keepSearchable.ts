import type {
  CollectionAfterChangeHook,
  CollectionAfterDeleteHook,
  PayloadRequest,
  TypeWithID,
} from 'payload';

import { sessionOf } from '../../actions/transaction/sessionOf';
import type { FoundKind } from '../../domain/search/Found';
import type { Article, Person, Quote, Topic } from '../../payload-types';
import { describeEntry } from '../search/describeEntry';
import { searchEntries, type SearchEntry } from '../search/searchEntries';

type Described = Pick<SearchEntry, 'title' | 'detail' | 'words'>;

/** Keeps quick search true, in the transaction of the save itself. */
function keep<T extends TypeWithID & { deletedAt?: string | null; updatedAt: string }>(
  describe: (doc: T, req: PayloadRequest) => Described | Promise<Described>,
): CollectionAfterChangeHook<T> {
  return async ({ collection, doc, req }) => {
    if (doc.deletedAt) {
      await drop(collection.slug, String(doc.id), req);
      return doc;
    }
    const entry = {
      kind: collection.slug as FoundKind,
      target: String(doc.id),
      ...(await describe(doc, req)),
      at: new Date(doc.updatedAt),
    };
    await searchEntries(req.payload).updateOne(
      { _id: `${collection.slug}/${doc.id}` },
      { $set: entry },
      { upsert: true, session: await sessionOf(req) },
    );
    return doc;
  };
}

const remove: CollectionAfterDeleteHook = async ({ collection, id, req }) => {
  await drop(collection.slug, String(id), req);
};

async function drop(collection: string, id: string, req: PayloadRequest): Promise<void> {
  const session = await sessionOf(req);
  await searchEntries(req.payload).deleteOne({ _id: `${collection}/${id}` }, { session });
}

export const keepSearchable = {
  article: keep<Article>(describeEntry.article),
  person: keep<Person>(describeEntry.person),
  topic: keep<Topic>(describeEntry.topic),
  quote: keep<Quote>(describeEntry.quote),
  remove,
};
