import { diffArrays } from 'diff';

export interface TextPart {
  kind: 'same' | 'removed' | 'added';
  text: string;
}

/**
 * Above this share of changed words a passage counts as rewritten and is shown as one removal and
 * one addition: a patchwork of chance matches cannot be read, and is slow to find.
 */
const REWRITTEN_SHARE = 0.6;

/** Bounds the work (which grows with the square of the edits) for a long rewritten passage. */
const MOST_EDITS = 2000;

const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' });

/**
 * What became of a text, word by word: the parts that are not added make up `before`, those that
 * are not removed make up `after`, character for character. Paragraphs that stayed are matched
 * first; within the others, words after Unicode Standard Annex 29 by Myers' algorithm.
 */
export function diffText(before: string, after: string): TextPart[] {
  const parts: TextPart[] = [];
  let removed = '';
  let added = '';
  const flush = (): void => {
    parts.push(...diffWords(removed, added));
    removed = '';
    added = '';
  };
  for (const { kind, text } of diffTokens(paragraphsOf(before), paragraphsOf(after)) ?? []) {
    if (kind === 'removed') removed += text;
    else if (kind === 'added') added += text;
    else {
      flush();
      parts.push({ kind, text });
    }
  }
  flush();
  return joined(parts);
}

function diffWords(before: string, after: string): TextPart[] {
  const old = wordsOf(before);
  const young = wordsOf(after);
  const mostEdits = Math.min(MOST_EDITS, Math.ceil((old.length + young.length) * REWRITTEN_SHARE));
  return (
    diffTokens(old, young, mostEdits) ?? [
      { kind: 'removed', text: before },
      { kind: 'added', text: after },
    ]
  );
}

function diffTokens(old: string[], young: string[], mostEdits = Infinity): TextPart[] | undefined {
  return diffArrays(old, young, { maxEditLength: mostEdits })?.map((change) => ({
    kind: change.added ? 'added' : change.removed ? 'removed' : 'same',
    text: change.value.join(''),
  }));
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
    const isFolded = kind === 'same' && isBetweenChanges && !/[\p{L}\p{N}]/u.test(text);
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
  for (const { segment } of segmenter.segment(text)) {
    if (segment.trim() === '') space += segment;
    else {
      words.push(space + segment);
      space = '';
    }
  }
  if (space) words.push(space);
  return words;
}
