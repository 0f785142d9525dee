import { diffArrays } from 'diff';

export interface TextPart {
  kind: 'same' | 'removed' | 'added';
  text: string;
}

/**
 * Paragraphs that share less of their words than this are shown as one removal and one addition:
 * a patchwork of chance matches cannot be read.
 */
const KINDRED_SHARE = 0.5;

/** Bounds the work, which grows with the square of the edits, on very long texts. */
const MOST_EDITS = 1000;

const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' });

/**
 * What became of a text, word by word: the parts that are not added make up `before`, those that
 * are not removed make up `after`, character for character. Paragraphs that stayed are matched
 * first, then kindred ones, and in these the words (Unicode Standard Annex 29), each time by
 * Myers' algorithm.
 */
export function diffText(before: string, after: string): TextPart[] {
  return joined(
    runsOf(paragraphsOf(before), paragraphsOf(after)).flatMap((run) =>
      run.isSame ? partsOf(run) : diffChangedParagraphs(run),
    ),
  );
}

function diffChangedParagraphs({ before, after }: Run<string>): TextPart[] {
  return runsOf(before, after, kinshipOf([...before, ...after])).flatMap((run) =>
    run.isSame
      ? run.before.flatMap((paragraph, index) =>
          runsOf(wordsOf(paragraph), wordsOf(run.after[index] ?? '')).flatMap(partsOf),
        )
      : partsOf(run),
  );
}

/** Tells of any two of these texts whether one can be read as the other, changed. */
export function kinshipOf(texts: readonly string[]): (one: string, other: string) => boolean {
  const words = new Map(texts.map((text) => [text, wordSetOf(text)]));
  return (one, other) => sharedShare(words.get(one), words.get(other)) >= KINDRED_SHARE;
}

/** Neighbours that stayed (under the comparison used), or what was removed and added between. */
export interface Run<T> {
  isSame: boolean;
  before: T[];
  after: T[];
}

/** Two lists cut into what stayed and what did not; what stayed is as many on either side. */
export function runsOf<T>(
  before: readonly T[],
  after: readonly T[],
  comparator?: (one: T, other: T) => boolean,
): Run<T>[] {
  const changes = diffArrays([...before], [...after], { maxEditLength: MOST_EDITS, comparator });
  if (!changes) return [{ isSame: false, before: [...before], after: [...after] }];
  const runs: Run<T>[] = [];
  let old = 0;
  let young = 0;
  for (const { added, removed, count } of changes) {
    const isSame = !added && !removed;
    const was = added ? [] : before.slice(old, (old += count));
    const is = removed ? [] : after.slice(young, (young += count));
    const last = runs.at(-1);
    if (last && !last.isSame && !isSame) {
      last.before.push(...was);
      last.after.push(...is);
    } else runs.push({ isSame, before: was, after: is });
  }
  return runs;
}

function partsOf({ isSame, before, after }: Run<string>): TextPart[] {
  if (isSame) return [{ kind: 'same', text: before.join('') }];
  return [
    { kind: 'removed', text: before.join('') },
    { kind: 'added', text: after.join('') },
  ];
}

/**
 * One removal and one addition between two parts that stayed; a mere comma or dash that stayed
 * between two changes is made part of them.
 */
function joined(parts: readonly TextPart[]): TextPart[] {
  const result: TextPart[] = [];
  let removed = '';
  let added = '';
  const flush = (): void => {
    if (removed) result.push({ kind: 'removed', text: removed });
    if (added) result.push({ kind: 'added', text: added });
    removed = '';
    added = '';
  };
  for (const [index, { kind, text }] of parts.entries()) {
    const isBetweenChanges = (removed || added) && index < parts.length - 1;
    const isFolded = kind === 'same' && isBetweenChanges && !hasLetters(text);
    if (kind === 'removed' || isFolded) removed += text;
    if (kind === 'added' || isFolded) added += text;
    if (kind !== 'same' || isFolded) continue;
    flush();
    const last = result.at(-1);
    if (last?.kind === 'same') last.text += text;
    else if (text) result.push({ kind, text });
  }
  flush();
  return result;
}

function paragraphsOf(text: string): string[] {
  return text.split(/(?<=\n\n)/);
}

/** Words and marks, each with the space before it, so that a removed word takes its space along. */
function wordsOf(text: string): string[] {
  const words: string[] = [];
  let space = '';
  // In pieces of forty words: Intl.Segmenter takes time with the square of the length of its input.
  for (const piece of text.match(/\s+|(?:\S+\s*){1,40}/g) ?? [])
    for (const { segment } of segmenter.segment(piece)) {
      if (segment.trim() === '') space += segment;
      else {
        words.push(space + segment);
        space = '';
      }
    }
  return space ? [...words, space] : words;
}

function wordSetOf(text: string): Set<string> {
  return new Set(wordsOf(text).flatMap((word) => (hasLetters(word) ? [word.trimStart()] : [])));
}

function hasLetters(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}

/** The Dice coefficient of two sets of words, 0 to 1. */
function sharedShare(one = new Set<string>(), other = new Set<string>()): number {
  const shared = [...one].filter((word) => other.has(word)).length;
  return shared === 0 ? 0 : (2 * shared) / (one.size + other.size);
}
