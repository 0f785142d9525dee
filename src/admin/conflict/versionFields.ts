import { isSameValue, type Version } from '../../domain/edition/joinVersions';

/** What the server alone decides: nobody's words are in it. */
const KEPT_BY_SERVER = new Set([
  '_status',
  'article',
  'corrections',
  'createdAt',
  'deletedAt',
  'id',
  'label',
  'media',
  'quotations',
  'quoteOverrides',
  'revision',
  'savedBy',
  'updatedAt',
  'workflow',
]);

/** In the order of the story; all others come after them. */
const FIRST = ['headline', 'standfirst', 'heading', 'body', 'text'];

/** The fields of a document that people fill in. */
export function fieldsOf(version: Version): string[] {
  const names = Object.keys(version).filter((name) => !KEPT_BY_SERVER.has(name));
  return [
    ...FIRST.filter((name) => names.includes(name)),
    ...names.filter((name) => !FIRST.includes(name)),
  ];
}

/** The fields that somebody changed since the last save, as they stand now. */
export function changedSince(base: Version, mine: Version): Record<string, unknown> {
  return Object.fromEntries(
    fieldsOf(mine).flatMap((name) =>
      isSameValue(base[name], mine[name]) ? [] : [[name, mine[name] ?? null]],
    ),
  );
}

/** Whether a document says all of this already. */
export function saysAll(document: Version, words: Version): boolean {
  return Object.keys(words).every((name) => isSameValue(document[name], words[name]));
}

export function pick(version: Version, names: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(names.map((name) => [name, version[name] ?? null]));
}
