import { diffArrays } from 'diff';

/** A run on which nobody disagrees, or one that one person changed, or both, each in their own way. */
export type MergePart<T> = { kind: 'same'; items: T[] } | ChangedPart<T>;

export interface ChangedPart<T> {
  kind: 'changed';
  by: 'mine' | 'theirs' | 'both';
  base: T[];
  mine: T[];
  theirs: T[];
}

/**
 * Three-way merge for a save that came too late: what two people made of the same list of
 * paragraphs (or of anything that `keyOf` tells apart). Runs that only one of them touched say who;
 * two insertions at one place are a run that both changed, since nobody can guess their order.
 */
export function mergeRuns<T>({
  base,
  mine,
  theirs,
  keyOf,
}: {
  base: readonly T[];
  mine: readonly T[];
  theirs: readonly T[];
  keyOf: (item: T) => string;
}): MergePart<T>[] {
  const keysOf = (items: readonly T[]): string => JSON.stringify(items.map(keyOf));
  const parts: MergePart<T>[] = [];
  let at = 0;
  for (const { start, end, edits } of touchedSpans([
    ...editsOf({ base, young: mine, by: 'mine', keyOf }),
    ...editsOf({ base, young: theirs, by: 'theirs', keyOf }),
  ])) {
    pushSame(parts, base.slice(at, start));
    const was = base.slice(start, end);
    const my = applied({ base, start, end, edits: edits.filter(({ by }) => by === 'mine') });
    const their = applied({ base, start, end, edits: edits.filter(({ by }) => by === 'theirs') });
    if (keysOf(my) === keysOf(their)) pushSame(parts, my);
    else {
      const isTheirs = keysOf(my) === keysOf(was);
      const by = isTheirs ? 'theirs' : keysOf(their) === keysOf(was) ? 'mine' : 'both';
      parts.push({ kind: 'changed', by, base: was, mine: my, theirs: their });
    }
    at = end;
  }
  pushSame(parts, base.slice(at));
  return parts;
}

/** In place of the items from start up to end of the base stand others. */
interface Edit<T> {
  by: 'mine' | 'theirs';
  start: number;
  end: number;
  items: T[];
}

function editsOf<T>({
  base,
  young,
  by,
  keyOf,
}: {
  base: readonly T[];
  young: readonly T[];
  by: Edit<T>['by'];
  keyOf: (item: T) => string;
}): Edit<T>[] {
  const edits: Edit<T>[] = [];
  let at = 0;
  let youngAt = 0;
  let open: Edit<T> | null = null;
  for (const { added, removed, count } of diffArrays(base.map(keyOf), young.map(keyOf))) {
    if (!added && !removed) {
      at += count;
      youngAt += count;
      open = null;
      continue;
    }
    if (!open) edits.push((open = { by, start: at, end: at, items: [] }));
    if (added) open.items.push(...young.slice(youngAt, (youngAt += count)));
    else open.end = at += count;
  }
  return edits;
}

interface Span<T> {
  start: number;
  end: number;
  edits: Edit<T>[];
}

/** Edits of the same items, or insertions at the same place, belong together. */
function touchedSpans<T>(edits: readonly Edit<T>[]): Span<T>[] {
  const spans: Span<T>[] = [];
  for (const edit of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const last = spans.at(-1);
    const areTwoInsertions = last?.start === edit.end && last.end === edit.end;
    if (last && (edit.start < last.end || areTwoInsertions)) {
      last.end = Math.max(last.end, edit.end);
      last.edits.push(edit);
    } else spans.push({ start: edit.start, end: edit.end, edits: [edit] });
  }
  return spans;
}

function applied<T>({ base, start, end, edits }: Span<T> & { base: readonly T[] }): T[] {
  const run: T[] = [];
  let at = start;
  for (const edit of edits) {
    run.push(...base.slice(at, edit.start), ...edit.items);
    at = edit.end;
  }
  return [...run, ...base.slice(at, end)];
}

function pushSame<T>(parts: MergePart<T>[], items: readonly T[]): void {
  if (items.length === 0) return;
  const last = parts.at(-1);
  if (last?.kind === 'same') last.items.push(...items);
  else parts.push({ kind: 'same', items: [...items] });
}
