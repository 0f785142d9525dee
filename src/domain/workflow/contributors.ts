import { canonicalHash } from '../edition/canonicalHash';
import { otherFields, type EditionCollection } from '../edition/otherFields';

/** Somebody who wrote words, chose pictures or filled in fields that an edition would hold. */
export interface Contributor {
  user: string;
  /** As they were called then: users may be deleted. */
  name: string;
  /** Of their last contribution, ISO 8601 UTC. */
  at: string;
}

/** A stored list; whatever else stands there is nobody. */
export function contributorsAmong(stored: unknown): Contributor[] {
  if (!Array.isArray(stored)) return [];
  return stored.filter(
    (each): each is Contributor =>
      typeof each === 'object' && each !== null && typeof (each as Contributor).user === 'string',
  );
}

/** Everybody once, as of their last contribution. */
export function joinContributors(...lists: readonly unknown[]): Contributor[] {
  const byUser = new Map<string, Contributor>();
  for (const one of lists.flatMap(contributorsAmong)) {
    const known = byUser.get(one.user);
    if (!known || known.at < one.at) byUser.set(one.user, one);
  }
  return [...byUser.values()];
}

/** Of what no edition holds as it stands: the role of a person's day does come from there. */
const SHOWN_ALL_THE_SAME: Partial<Record<EditionCollection, readonly string[]>> = {
  people: ['roles'],
};

/** Verifying is a check, which another pair of eyes does, as completing a fact check is. */
const CHECKS: Partial<Record<EditionCollection, readonly string[]>> = { quotes: ['verification'] };

function isInternal(collection: EditionCollection, name: string): boolean {
  if (SHOWN_ALL_THE_SAME[collection]?.includes(name)) return false;
  return (
    name === 'id' ||
    Boolean(CHECKS[collection]?.includes(name)) ||
    Object.hasOwn(otherFields[collection], name)
  );
}

/** What a new document has of itself, before anybody has written anything. */
const DEFAULTS = ['kind', 'language', 'slug'];

/**
 * Whether a save changes anything that an edition would hold. Every field counts that is not known to be
 * internal, so that a new one counts from its first day. A form that sends a field along unchanged, or
 * empty in another way, contributes nothing.
 *
 * @param before the document that was saved last; null for a new one.
 * @param saved the fields that are saved, all or some.
 */
export function isContribution({
  collection,
  before,
  saved,
}: {
  collection: EditionCollection;
  before: object | null;
  saved: object;
}): boolean {
  const old = (before ?? {}) as Record<string, unknown>;
  return Object.entries(saved).some(
    ([name, value]) =>
      !isInternal(collection, name) &&
      (before !== null || !DEFAULTS.includes(name)) &&
      canonicalHash(plain(value)) !== canonicalHash(plain(old[name])),
  );
}

/** Of rows and of rich text: an editor that opens a text writes these anew. */
const WITHOUT_WORDS = ['id', 'direction', 'version'];

/** A value in one form: without ids of rows, with related documents as ids, and nothing for what is empty. */
function plain(value: unknown): unknown {
  if (value === undefined || value === null || value === '' || value === false) return null;
  if (Array.isArray(value)) return value.length === 0 ? null : value.map(plain);
  if (typeof value !== 'object') return value;
  const record = value as Record<string, unknown>;
  // Dates, and ids as the database has them.
  if (typeof record.toJSON === 'function') return (record.toJSON as () => unknown)();
  // A related document, which some callers send whole.
  if (typeof record.id === 'string' && 'createdAt' in record) return record.id;
  const entries = Object.entries(record).flatMap(([name, each]) => {
    const kept = WITHOUT_WORDS.includes(name) ? null : plain(each);
    return kept === null ? [] : [[name, kept] as const];
  });
  return entries.length === 0 ? null : Object.fromEntries(entries);
}
