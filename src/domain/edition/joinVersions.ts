import canonicalize from 'canonicalize';
import { diffArrays } from 'diff';

import type { RichText, RichTextNode } from '../richText/RichText';
import { mergeRuns, type MergePart } from './mergeRuns';

/** Fields of a document by their names. */
export type Version = Readonly<Record<string, unknown>>;

/** Which text stands in a run that somebody changed; both: theirs, then mine. */
export type Choice = 'mine' | 'theirs' | 'both';

/** A field in which two versions differ, cut into what can be chosen one by one. */
export interface JoinedField {
  name: string;
  /** Words are cut by paragraph, a body by its blocks, a list by its entries; a value stays whole. */
  kind: 'words' | 'body' | 'list' | 'value';
  parts: MergePart<unknown>[];
  mine: unknown;
  theirs: unknown;
}

/**
 * What two people made of one document: every field in which they differ, in the order of mine.
 * Without a `base` it is unknown who changed what; then all that is not in both is kept, and what
 * stands in the same place is for a person to choose.
 */
export function joinVersions({
  base,
  mine,
  theirs,
  fields,
}: {
  base: Version | null;
  mine: Version;
  theirs: Version;
  fields: readonly string[];
}): JoinedField[] {
  return fields.flatMap((name): JoinedField[] => {
    if (isSameValue(mine[name], theirs[name])) return [];
    const kind = kindOf([mine[name], theirs[name], base?.[name]]);
    const my = itemsOf(kind, mine[name]);
    const their = itemsOf(kind, theirs[name]);
    const was = base ? itemsOf(kind, base[name]) : inBoth(my, their);
    const parts = mergeRuns({ base: was, mine: my, theirs: their, keyOf });
    return [{ name, kind, parts, mine: mine[name], theirs: theirs[name] }];
  });
}

/** The value of a field once it is chosen, part by part; null where a choice is still open. */
export function settle(
  { kind, parts, mine, theirs }: JoinedField,
  choices: readonly (Choice | null)[],
): { value: unknown } | null {
  const items: unknown[] = [];
  for (const [index, part] of parts.entries()) {
    if (part.kind === 'same') items.push(...part.items);
    else {
      const choice = choices[index] ?? suggested(part);
      if (choice === null) return null;
      items.push(
        ...(choice === 'mine' ? [] : part.theirs),
        ...(choice === 'theirs' ? [] : part.mine),
      );
    }
  }
  if (kind === 'words') return { value: items.join('\n\n') };
  if (kind === 'list') return { value: items };
  if (kind === 'value') return { value: items.at(-1) ?? null };
  const frame = (theirs ?? mine) as RichText;
  return { value: { ...frame, root: { ...frame.root, children: items as RichTextNode[] } } };
}

/** What one person alone changed stands, unless somebody chooses otherwise. */
export function suggested(part: MergePart<unknown>): Choice | null {
  return part.kind === 'same' || part.by === 'both' ? null : part.by;
}

/** Whether two values of a field say the same; what is empty is the same as what is not there. */
export function isSameValue(one: unknown, other: unknown): boolean {
  return keyOf(one) === keyOf(other);
}

function kindOf(values: readonly unknown[]): JoinedField['kind'] {
  if (values.some(isBody)) return 'body';
  if (values.some(Array.isArray)) return 'list';
  return values.some((value) => typeof value === 'string') ? 'words' : 'value';
}

function itemsOf(kind: JoinedField['kind'], value: unknown): unknown[] {
  if (isEmpty(value)) return [];
  if (kind === 'body') return isBody(value) ? value.root.children : [];
  if (kind === 'list') return Array.isArray(value) ? value : [value];
  return kind === 'words' ? String(value).split('\n\n') : [value];
}

/** What two lists share, in order. */
function inBoth(mine: readonly unknown[], theirs: readonly unknown[]): unknown[] {
  let at = 0;
  return diffArrays(mine.map(keyOf), theirs.map(keyOf)).flatMap(({ added, removed, count }) => {
    const run = added ? [] : mine.slice(at, (at += count));
    return removed ? [] : run;
  });
}

function isBody(value: unknown): value is RichText {
  return typeof value === 'object' && value !== null && 'root' in value;
}

/** What an editor writes down although it says nothing, or leaves out although it is so. */
const SAYS_NOTHING: Readonly<Record<string, unknown>> = { mode: 'normal' };
const NO_WORDS = new Set(['direction', 'version']);

function keyOf(value: unknown): string {
  return canonicalize(bare(value)) ?? 'null';
}

/** Without what is empty: forms, editors and the database each leave out something else. */
function bare(value: unknown): unknown {
  if (isEmpty(value)) return null;
  if (Array.isArray(value)) return value.map(bare);
  if (typeof value !== 'object' || value === null) return value;
  const isNode = 'type' in value || 'root' in value || 'children' in value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, inner]) => {
      const isSilent = isNode && (NO_WORDS.has(name) || SAYS_NOTHING[name] === inner);
      const kept: unknown = isSilent ? null : bare(inner);
      return kept === null ? [] : [[name, kept]];
    }),
  );
}

function isEmpty(value: unknown): boolean {
  return (
    value === null ||
    value === undefined ||
    value === '' ||
    value === 0 ||
    value === false ||
    (Array.isArray(value) && value.length === 0)
  );
}
