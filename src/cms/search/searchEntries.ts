import type { Payload } from 'payload';

import { SEARCH_ENTRIES } from '../../actions/transaction/createCollections';

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

/**
 * A collection of its own: the texts themselves lie in versions, of which MongoDB can index whole
 * words but not the beginnings that somebody types.
 */
export function searchEntries(payload: Payload) {
  return payload.db.connection.collection<SearchEntry>(SEARCH_ENTRIES);
}
