import { isWhole } from './isWhole';
import type { TextSpan } from './TextSpan';

export type QuoteChange = 'elision' | 'insertion' | 'capital';

/** Where an editor left words out of the text or put others in their place. */
export interface EditedPlace {
  /** The words of the text that are not in the quotation; empty where nothing was left out. */
  dropped: TextSpan;
  /** The words in brackets, null for an elision. */
  added: string | null;
}

export interface ElidedPassage extends TextSpan {
  changes: QuoteChange[];
  places: EditedPlace[];
}

/** What … may stand for: some 80 words, about half a minute of speech. */
const LONGEST_GAP = 500;
/** A quotation with more gaps than these is a patchwork and no quotation. */
const MOST_GAPS = 40;
/** What words in brackets may stand for: a few words, such as a pronoun or a name. */
const LONGEST_REPLACED = 60;
/** Fewer words than these, taken apart, fit somewhere in any text. */
const FEWEST_WORDS = 3;

const EDITED = /\[ ?\. ?\. ?\. ?\]|\.(?: ?\.){2,3}|\[([^\]]*)\](?=(\p{L})?)/gu;

/** Words that must stand in the text as they are, and how much of it may stand before them. */
interface Run {
  pattern: string;
  gapBefore: number;
  /** What stands in brackets before it; null where words are left out. */
  added: string | null;
}

/** A passage that the first runs of a quotation make, and that without the last of them. */
interface Reached extends TextSpan {
  runStart: number;
  before: Reached | null;
}

/**
 * Matches a folded quotation in which an editor has left words out (... or [...]), put words in
 * brackets or changed the capital of a word ([T]he, or the first letter) against a folded text.
 * Null where any other letter differs. The time grows with the text times the number of gaps.
 */
export function matchElided(options: { quote: string; text: string }): ElidedPassage | null {
  const { quote, text } = options;
  const changes = new Set<QuoteChange>();
  const runs = readRuns(quote, changes);
  const kept = quote.replace(EDITED, ' ').match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
  if (runs.length === 0 || runs.length > MOST_GAPS) return null;
  if (runs.length > 1 && kept < FEWEST_WORDS) return null;

  let reached: Reached[] | null = null;
  for (const run of runs) {
    reached = extend({ text, run, reached });
    if (reached.length === 0) return null;
  }
  const passage = reached?.[0];
  if (passage === undefined) return null;
  const { start, end } = passage;
  if (/^\p{L}/u.test(quote) && text[start] !== quote[0]) changes.add('capital');
  return { start, end, changes: [...changes], places: placesOf(passage, runs) };
}

/** The edited places of a passage, in order; what is put before or after it leaves nothing out. */
function placesOf(passage: Reached, runs: readonly Run[]): EditedPlace[] {
  const places: EditedPlace[] = [];
  let at: Reached = passage;
  for (const run of runs.slice(1).toReversed()) {
    if (at.before === null) break;
    places.push({ dropped: { start: at.before.end, end: at.runStart }, added: run.added });
    at = at.before;
  }
  const first = runs[0]?.added ?? null;
  if (first !== null) places.push({ dropped: { start: at.start, end: at.start }, added: first });
  return places.toReversed();
}

/** The passages that go on with a run, from each place where it follows a passage closely enough. */
function extend(options: { text: string; run: Run; reached: Reached[] | null }): Reached[] {
  const { text, run, reached } = options;
  const passages: Reached[] = [];
  let before = -1;
  for (const match of text.matchAll(new RegExp(run.pattern, 'gu'))) {
    const start = match.index;
    const end = start + match[0].length;
    if (!isWhole({ text, start, end })) continue;
    if (reached === null) {
      passages.push({ start, end, runStart: start, before: null });
      continue;
    }
    while ((reached[before + 1]?.end ?? Infinity) <= start) before += 1;
    const passage = reached[before];
    if (passage !== undefined && start - passage.end <= run.gapBefore) {
      passages.push({ start: passage.start, end, runStart: start, before: passage });
    }
  }
  return passages;
}

function readRuns(quote: string, changes: Set<QuoteChange>): Run[] {
  const runs: Run[] = [{ pattern: '', gapBefore: 0, added: null }];
  let at = 0;
  const append = (pattern: string): void => {
    const last = runs.at(-1);
    if (last !== undefined) last.pattern += pattern;
  };
  const isFirst = (): boolean => runs.length === 1 && runs[0]?.pattern === '';
  for (const match of quote.matchAll(EDITED)) {
    const inside = match[1];
    append(literal(quote.slice(at, match.index), isFirst()));
    at = match.index + match[0].length;
    if (inside?.length === 1 && match[2] !== undefined) {
      changes.add('capital');
      append(eitherCase(inside));
    } else {
      changes.add(inside === undefined ? 'elision' : 'insertion');
      const gapBefore = inside === undefined ? LONGEST_GAP : LONGEST_REPLACED;
      runs.push({ pattern: '', gapBefore, added: inside ?? null });
    }
  }
  append(literal(quote.slice(at), isFirst()));
  return runs
    .map((run) => ({ ...run, pattern: run.pattern.trim() }))
    .filter((run) => /[\p{L}\p{N}]/u.test(run.pattern));
}

/** The first letter of a quotation may have another case: it opens another sentence now. */
function literal(words: string, isFirst: boolean): string {
  const first = words.trimStart()[0];
  if (!isFirst || first === undefined || !/\p{L}/u.test(first)) return escaped(words);
  return eitherCase(first) + escaped(words.trimStart().slice(1));
}

function eitherCase(letter: string): string {
  const forms = new Set([letter, letter.toLowerCase(), letter.toUpperCase()]);
  return `(?:${[...forms].map(escaped).join('|')})`;
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
