import type { QuotationAnchor } from '../quotations/SectionQuotation';
import type { TextSpan } from '../quotes/TextSpan';
import { occurrences } from './occurrences';

/** Shorter pieces stand everywhere. */
const SHORTEST_PIECE = 4;
const LONGEST_PIECE = 24;
/** Windows of the text that are looked at closely, the likeliest first. */
const MOST_WINDOWS = 6;
const MOST_SEEDS = 40;
/** Of the words, how many letters may differ: few anywhere, more among the same surroundings. */
const MOST_CHANGED = 0.3;
const MOST_CHANGED_IN_PLACE = 0.5;
/** Of the words, how many must still be there where others were put between them. */
const LEAST_KEPT = 0.6;
const TELLING_CONTEXT = 8;

/** The words of an anchor after a small edit within them; null where too little is left of them. */
export function findChanged(text: string, anchor: QuotationAnchor): TextSpan | null {
  const span = betweenContexts(text, anchor) ?? nearlyThere(text, anchor);
  return span && wholeCharacters(text, span);
}

/** What stands now between the letters that stood before the words and those that stood behind them. */
function betweenContexts(
  text: string,
  { exact, prefix, suffix }: QuotationAnchor,
): TextSpan | null {
  const longest = exact.length * 3 + 200;
  const [before, behind] = [prefix.slice(-LONGEST_PIECE), suffix.slice(0, LONGEST_PIECE)];
  // Less than that stood there only where the text began or ended.
  const isAtStart = before.length < TELLING_CONTEXT;
  const isAtEnd = behind.length < TELLING_CONTEXT;
  if ((isAtStart && !text.startsWith(before)) || (isAtEnd && !text.endsWith(behind))) return null;
  const starts = isAtStart
    ? [before.length]
    : occurrences(text, before).map((at) => at + before.length);
  const words = wordsOf(exact);
  const stretches = starts
    .slice(0, MOST_SEEDS)
    .map((start) => ({
      start,
      end: isAtEnd ? text.length - behind.length : text.indexOf(behind, start),
    }))
    .filter(({ start, end }) => end > start && end - start <= longest)
    .toSorted((a, b) => a.end - a.start - (b.end - b.start));
  return (
    stretches.find(
      ({ start, end }) => wordsKept(words, wordsOf(text.slice(start, end))) >= LEAST_KEPT,
    ) ?? null
  );
}

function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}]+|[^\s\p{L}\p{N}]/gu) ?? [];
}

/** The stretch of the text that fewest letters part from the words, near pieces of them. */
function nearlyThere(text: string, anchor: QuotationAnchor): TextSpan | null {
  const { exact } = anchor;
  let best: (TextSpan & { errors: number }) | null = null;
  for (const window of windowsOf(text, anchor)) {
    const found = closest(exact, text.slice(window.start, window.end));
    const [start, end] = [found.start + window.start, found.end + window.start];
    const most =
      exact.length *
      (isInPlace(text, { start, end }, anchor) ? MOST_CHANGED_IN_PLACE : MOST_CHANGED);
    if (found.errors <= most && found.errors < (best?.errors ?? Infinity)) {
      best = { start, end, errors: found.errors };
    }
  }
  return best && best.end > best.start ? { start: best.start, end: best.end } : null;
}

function isInPlace(
  text: string,
  { start, end }: TextSpan,
  { prefix, suffix }: QuotationAnchor,
): boolean {
  const before = prefix.slice(-TELLING_CONTEXT);
  const behind = suffix.slice(0, TELLING_CONTEXT);
  return (
    (before.length === TELLING_CONTEXT && text.slice(0, start).endsWith(before)) ||
    (behind.length === TELLING_CONTEXT && text.startsWith(behind, end))
  );
}

/** Where pieces of the words stand, as windows that the whole of them may stand in. */
function windowsOf(text: string, { exact, start }: QuotationAnchor): TextSpan[] {
  const size = Math.min(LONGEST_PIECE, Math.max(SHORTEST_PIECE, Math.floor(exact.length / 4)));
  const slack = Math.ceil(exact.length * MOST_CHANGED_IN_PLACE);
  const votes = new Map<number, number>();
  for (let from = 0; from + size <= exact.length; from += size) {
    for (const at of occurrences(text, exact.slice(from, from + size)).slice(0, MOST_SEEDS)) {
      // Places that a small edit pushed apart are one place.
      const place = Math.round((at - from) / (slack + 1));
      votes.set(place, (votes.get(place) ?? 0) + 1);
    }
  }
  const distance = (place: number) => (start === null ? 0 : Math.abs(place * (slack + 1) - start));
  return [...votes]
    .toSorted(([a, some], [b, others]) => others - some || distance(a) - distance(b))
    .slice(0, MOST_WINDOWS)
    .map(([place]) => ({
      start: Math.max(0, place * (slack + 1) - 2 * slack - 1),
      end: Math.min(text.length, place * (slack + 1) + exact.length + 2 * slack + 1),
    }));
}

/** The stretch of a window with the fewest letters changed, left out or put in (Sellers 1980). */
function closest(words: string, window: string): TextSpan & { errors: number } {
  let errors = Array.from({ length: words.length + 1 }, (_, row) => row);
  let starts = Array.from({ length: words.length + 1 }, () => 0);
  let best = { start: 0, end: 0, errors: words.length };
  for (let column = 1; column <= window.length; column += 1) {
    const nextErrors = [0];
    const nextStarts = [column];
    for (let row = 1; row <= words.length; row += 1) {
      const changed = (errors[row - 1] ?? 0) + (words[row - 1] === window[column - 1] ? 0 : 1);
      const putIn = (errors[row] ?? 0) + 1;
      const leftOut = (nextErrors[row - 1] ?? 0) + 1;
      const least = Math.min(changed, putIn, leftOut);
      nextErrors.push(least);
      nextStarts.push(
        (least === changed
          ? starts[row - 1]
          : least === putIn
            ? starts[row]
            : nextStarts[row - 1]) ?? 0,
      );
    }
    [errors, starts] = [nextErrors, nextStarts];
    const last = errors[words.length] ?? Infinity;
    if (last < best.errors) best = { start: starts[words.length] ?? 0, end: column, errors: last };
  }
  return best;
}

/** The share of some words that stand among others in their order (longest common subsequence). */
function wordsKept(words: readonly string[], others: readonly string[]): number {
  let row = others.map(() => 0);
  for (const word of words) {
    const next: number[] = [];
    for (const [at, other] of others.entries()) {
      const kept = word === other ? (row[at - 1] ?? 0) + 1 : 0;
      next.push(Math.max(kept, row[at] ?? 0, next[at - 1] ?? 0));
    }
    row = next;
  }
  return words.length === 0 ? 0 : (row.at(-1) ?? 0) / words.length;
}

/** Never half a character: letters beyond the first plane are two units each. */
function wholeCharacters(text: string, { start, end }: TextSpan): TextSpan {
  const isInside = (at: number) =>
    at > 0 &&
    at < text.length &&
    /^[\uDC00-\uDFFF]/.test(text.slice(at, at + 1)) &&
    /[\uD800-\uDBFF]$/.test(text.slice(at - 1, at));
  return { start: isInside(start) ? start - 1 : start, end: isInside(end) ? end + 1 : end };
}
