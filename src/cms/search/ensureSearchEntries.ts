import { createLocalReq, type Payload } from 'payload';

import { FOUND_KINDS, type FoundKind } from '../../domain/search/Found';
import type { Article, Person, Quote, Topic } from '../../payload-types';
import { describeEntry } from './describeEntry';
import { searchEntries } from './searchEntries';

const PAGE = 500;

/** Creates the index of quick search, and fills it where documents are older than it is. */
export async function ensureSearchEntries(payload: Payload): Promise<void> {
  const entries = searchEntries(payload);
  await entries.createIndexes([{ key: { kind: 1, words: 1 }, name: 'quick_search' }]);
  if (await entries.findOne({}, { projection: { _id: 1 } })) return;
  for (const kind of FOUND_KINDS) await fill(kind, payload);
}

async function fill(kind: FoundKind, payload: Payload): Promise<void> {
  const req = await createLocalReq({}, payload);
  for (let page = 1; ; page += 1) {
    const { docs, hasNextPage } = await payload.find({
      collection: kind,
      draft: true,
      depth: 0,
      limit: PAGE,
      page,
      sort: 'id',
      overrideAccess: true,
      req,
    });
    const writes = await Promise.all(
      docs.map(async (doc) => {
        const entry = {
          kind,
          target: doc.id,
          ...(await describe(kind, doc)),
          at: new Date(doc.updatedAt),
        };
        const _id = `${kind}/${doc.id}`;
        return { updateOne: { filter: { _id }, update: { $setOnInsert: entry }, upsert: true } };
      }),
    );
    if (writes.length > 0) await searchEntries(payload).bulkWrite(writes);
    if (!hasNextPage) return;
  }

  function describe(of: FoundKind, doc: unknown) {
    if (of === 'articles') return describeEntry.article(doc as Article);
    if (of === 'people') return describeEntry.person(doc as Person);
    if (of === 'topics') return describeEntry.topic(doc as Topic);
    return describeEntry.quote(doc as Quote, req);
  }
}
