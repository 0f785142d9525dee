import type { Payload } from 'payload';

import type { FoundKind } from '../../domain/search/Found';

/** What quick search looks into: one row for each document, with the words that find it. */
export interface SearchEntry {
  /** The collection and the id, as in "people/64b…". */
  _id: string;
  kind: FoundKind;
  target: string;
  title: string;
  detail: string | null;
  words: string[];
  at: Date;
}

const NAME = 'search_entries';

/**
 * A collection of its own: the texts themselves lie in versions, of which MongoDB can index whole
 * words but not the beginnings that somebody types.
 */
export function searchEntries(payload: Payload) {
  return payload.db.connection.collection<SearchEntry>(NAME);
}

/**
 * Makes the collection, before anything is saved: made by the first save, within its transaction,
 * it would stand in the way of every other save of that moment.
 */
export async function createSearchEntries(payload: Payload): Promise<void> {
  const { db } = payload.db.connection;
  const found = await db?.listCollections({ name: NAME }, { nameOnly: true }).toArray();
  if (found?.length === 0) await db?.createCollection(NAME).catch(ignoreExisting);
}

/** Another process was quicker (48 NamespaceExists). */
function ignoreExisting(error: unknown): void {
  if ((error as { code?: unknown }).code !== 48) throw error;
}
