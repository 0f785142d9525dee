import type { Payload } from 'payload';

/** Collections that Payload does not know of, and that are written within transactions. */
export const ARTICLE_CHANGES = 'article-changes';
export const IDEMPOTENCY_KEYS = 'idempotency-keys';
export const SEARCH_ENTRIES = 'search_entries';

/**
 * Makes them before anything is saved: made by the first save, within its transaction, a collection
 * would stand in the way of every other save of that moment.
 */
export async function createCollections(payload: Payload): Promise<void> {
  const { db } = payload.db.connection;
  const found = await db?.listCollections({}, { nameOnly: true }).toArray();
  const known = new Set(found?.map(({ name }) => name));
  for (const name of [ARTICLE_CHANGES, IDEMPOTENCY_KEYS, SEARCH_ENTRIES]) {
    if (!known.has(name)) await db?.createCollection(name).catch(ignoreExisting);
  }
}

/** Another process was quicker (48 NamespaceExists). */
function ignoreExisting(error: unknown): void {
  if ((error as { code?: unknown }).code !== 48) throw error;
}
