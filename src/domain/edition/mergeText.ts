import { diffArrays } from 'diff';

/** A run of paragraphs on which both texts agree, or one that both changed, each in its own way. */
export type MergePart =
  | { kind: 'agreed'; paragraphs: string[] }
  | { kind: 'conflict'; base: string[]; yours: string[]; theirs: string[] };

/**
 * Three-way merge for a save that came too late: what two people made of the same text, paragraph
 * by paragraph (separated by blank lines). A paragraph that only one of them touched is taken from
 * that one; one that both changed differently is a conflict for a person to settle. All parts
 * agreed means that nobody's work is lost by joining them.
 */
export function mergeText({
  base,
  yours,
  theirs,
}: {
  base: string;
  yours: string;
  theirs: string;
}): MergePart[] {
  const old = base.split('\n\n');
  const parts: MergePart[] = [];
  let at = 0;
  for (const { start, end, edits } of touchedSpans([
    ...editsOf(old, yours.split('\n\n'), 'yours'),
    ...editsOf(old, theirs.split('\n\n'), 'theirs'),
  ])) {
    push(parts, old.slice(at, start));
    const was = old.slice(start, end);
    const [mine, other] = (['yours', 'theirs'] as const).map((by) =>
      applied({ old, start, end, edits: edits.filter((edit) => edit.by === by) }),
    ) as [string[], string[]];
    if (isSame(mine, other) || isSame(other, was)) push(parts, mine);
    else if (isSame(mine, was)) push(parts, other);
    else parts.push({ kind: 'conflict', base: was, yours: mine, theirs: other });
    at = end;
  }
  push(parts, old.slice(at));
  return parts;
}

/** In place of the paragraphs from start up to end of the base stand others. */
interface Edit {
  by: 'yours' | 'theirs';
  start: number;
  end: number;
  paragraphs: string[];
}

function editsOf(old: string[], young: string[], by: Edit['by']): Edit[] {
  const edits: Edit[] = [];
  let at = 0;
  let open: Edit | null = null;
  for (const { added, removed, value } of diffArrays(old, young)) {
    if (!added && !removed) {
      at += value.length;
      open = null;
      continue;
    }
    if (!open) edits.push((open = { by, start: at, end: at, paragraphs: [] }));
    if (added) open.paragraphs.push(...value);
    else open.end = at += value.length;
  }
  return edits;
}

interface Span {
  start: number;
  end: number;
  edits: Edit[];
}

/** Edits of the same paragraphs, or insertions at the same place, belong together. */
function touchedSpans(edits: readonly Edit[]): Span[] {
  const spans: Span[] = [];
  for (const edit of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const last = spans.at(-1);
    const isTwoInsertions = last?.start === edit.end && last.end === edit.end;
    if (last && (edit.start < last.end || isTwoInsertions)) {
      last.end = Math.max(last.end, edit.end);
      last.edits.push(edit);
    } else spans.push({ start: edit.start, end: edit.end, edits: [edit] });
  }
  return spans;
}

function applied({ old, start, end, edits }: Span & { old: readonly string[] }): string[] {
  const run: string[] = [];
  let at = start;
  for (const edit of edits) {
    run.push(...old.slice(at, edit.start), ...edit.paragraphs);
    at = edit.end;
  }
  return [...run, ...old.slice(at, end)];
}

function push(parts: MergePart[], paragraphs: string[]): void {
  if (paragraphs.length === 0) return;
  const last = parts.at(-1);
  if (last?.kind === 'agreed') last.paragraphs.push(...paragraphs);
  else parts.push({ kind: 'agreed', paragraphs });
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((paragraph, index) => paragraph === other[index]);
}
