import { GAP, wordDistance } from './compareWords';
import type { Lexicon, ReadWords } from './compareWords';
import type { TextSpan } from './TextSpan';

/** Words that an elision stands for cost next to nothing, and fewer of them less. */
const GAP_WORD = 0.01;
/** What … may stand for, in words. */
const LONGEST_GAP = 80;
/** Pairs of words that one alignment looks at; longer texts are aligned between what they share. */
const MOST_CELLS = 40_000;
/** A word at more places of a text than this tells nothing about where a passage stands. */
const MOST_PLACES = 16;

export interface Passage extends TextSpan {
  /** 1 less the cost for each word of the quotation. */
  similarity: number;
}

/** A stretch of words: from the first to the last one, and what it costs to make it the quotation. */
interface Alignment {
  from: number;
  to: number;
  cost: number;
}

/**
 * Finds the passage of a text that is most like a quotation, word by word; null where the text has no
 * words, or a long one shares none with the quotation. Where half of the quotation stands in the text in sequences
 * of words, only what is between those is compared; else by Sellers' algorithm for approximate
 * matching, where exchanging a word costs the share of its letters that differ. In a long text only
 * the stretch is looked at that shares the most words with the quotation: the time grows with the
 * length of the texts and not with its square.
 */
export function alignPassage(options: {
  quote: ReadWords;
  text: ReadWords;
  lexicon: Lexicon;
}): Passage | null {
  const { quote, text, lexicon } = options;
  const counted = quote.words.filter((word) => word !== GAP).length;
  if (quote.words.length === 0 || text.words.length === 0) return null;
  const window = windowOf(quote, text);
  if (window === null) return null;
  const scope = { quote, text, lexicon };
  const isShort = quote.words.length * (window.to - window.from) <= MOST_CELLS;
  const chain = chainOf(scope, window);
  const shared = chain.reduce((sum, { length }) => sum + length, 0);
  const found =
    isShort && shared < counted / 2
      ? alignFreely(scope, window)
      : alignByChain(scope, window, chain);
  if (found === null) return null;
  const similarity = Math.max(0, 1 - found.cost / Math.max(1, counted));
  return {
    start: text.places[Math.min(found.from, found.to)]?.start ?? 0,
    end: text.places[found.to]?.end ?? 0,
    similarity,
  };
}

interface Scope {
  quote: ReadWords;
  text: ReadWords;
  lexicon: Lexicon;
}

/** A range of words, the end exclusive. */
interface WordRange {
  from: number;
  to: number;
}

/** The stretch of the text in which the passage stands, if anywhere: the whole of a short text. */
function windowOf(quote: ReadWords, text: ReadWords): WordRange | null {
  const wanted = quote.words.length;
  const length = text.words.length;
  if (wanted * length <= MOST_CELLS) return { from: 0, to: length };
  const gaps = quote.words.filter((word) => word === GAP).length;
  const slack = 8 + Math.ceil(wanted / 2);
  const size = wanted + slack + LONGEST_GAP * gaps;
  if (size >= length) return { from: 0, to: length };

  const weights = new Float64Array(length);
  const places = (text.index ??= placesOf(text.bare));
  const asked = [...new Set(quote.bare)].flatMap((word) => places.get(word) ?? []);
  if (asked.length === 0) return null;
  for (const at of asked) {
    const count = places.get(text.bare[at] ?? GAP)?.length ?? 1;
    weights[at] = count > MOST_PLACES ? 1 / length : 1 / count;
  }
  let sum = 0;
  let best = { sum: 0, from: 0 };
  for (let to = 0; to < length; to += 1) {
    sum += weights[to] ?? 0;
    if (to >= size) sum -= weights[to - size] ?? 0;
    if (sum > best.sum + 1e-9) best = { sum, from: Math.max(0, to - size + 1) };
  }
  // The best window ends with the last word that is shared: the passage may begin or end beyond.
  return {
    from: Math.max(0, best.from - slack),
    to: Math.min(length, best.from + size + slack),
  };
}

function placesOf(words: readonly number[]): Map<number, number[]> {
  const places = new Map<number, number[]>();
  for (const [at, word] of words.entries()) {
    const known = places.get(word);
    if (known) known.push(at);
    else places.set(word, [at]);
  }
  return places;
}

/** Sellers' algorithm: the quotation against any stretch of the window. */
function alignFreely(scope: Scope, window: WordRange): Alignment | null {
  const part = { from: 0, to: scope.quote.words.length };
  return align(scope, part, window, { isOpenBefore: true, isOpenAfter: true });
}

/**
 * Aligns a part of the quotation with a range of the text. Open before or after: the words of the
 * text there cost nothing. Row by row over the text, so that the memory is that of the quotation.
 */
function align(
  { quote, text, lexicon }: Scope,
  part: WordRange,
  range: WordRange,
  { isOpenBefore, isOpenAfter }: { isOpenBefore: boolean; isOpenAfter: boolean },
): Alignment | null {
  const size = part.to - part.from;
  if (size === 0 || range.to <= range.from) return null;
  let costs = new Float64Array(size + 1);
  let nextCosts = new Float64Array(size + 1);
  let from = new Int32Array(size + 1).fill(range.from);
  let nextFrom = new Int32Array(size + 1);
  for (let index = 1; index <= size; index += 1) {
    const isGap = quote.words[part.from + index - 1] === GAP;
    costs[index] = (costs[index - 1] ?? 0) + (isGap ? 0 : 1);
  }
  let best: Alignment = { from: range.from, to: range.to - 1, cost: Infinity };
  for (let at = range.from; at < range.to; at += 1) {
    const word = text.words[at] ?? GAP;
    nextCosts[0] = isOpenBefore ? 0 : (costs[0] ?? 0) + 1;
    nextFrom[0] = isOpenBefore ? at + 1 : range.from;
    for (let index = 1; index <= size; index += 1) {
      const wanted = quote.words[part.from + index - 1] ?? GAP;
      const isGap = wanted === GAP;
      const diagonal = costs[index - 1] ?? 0;
      const exchange = diagonal + (isGap ? GAP_WORD : wordDistance(wanted, word, lexicon));
      const skipText = (costs[index] ?? 0) + (isGap ? GAP_WORD : 1);
      const skipQuote = (nextCosts[index - 1] ?? 0) + (isGap ? 0 : 1);
      if (exchange <= skipText && exchange <= skipQuote) {
        nextCosts[index] = exchange;
        nextFrom[index] = index === 1 && isOpenBefore ? at : (from[index - 1] ?? at);
      } else if (skipText <= skipQuote) {
        nextCosts[index] = skipText;
        nextFrom[index] = from[index] ?? at;
      } else {
        nextCosts[index] = skipQuote;
        nextFrom[index] = nextFrom[index - 1] ?? at;
      }
    }
    [costs, nextCosts] = [nextCosts, costs];
    [from, nextFrom] = [nextFrom, from];
    const cost = costs[size] ?? Infinity;
    if (isOpenAfter ? cost < best.cost : at === range.to - 1) {
      best = { from: from[size] ?? at, to: at, cost };
    }
  }
  return best;
}

/** Words at which quotation and text agree: `length` of them from these places on. */
interface Anchor {
  quote: number;
  text: number;
  length: number;
}

/** Aligns what stands before, between and after the sequences of words that both have in order. */
function alignByChain(scope: Scope, window: WordRange, chain: readonly Anchor[]): Alignment | null {
  const { quote } = scope;
  const [first] = chain;
  const last = chain.at(-1);
  if (!first || !last) return null;
  const size = quote.words.length;

  const head = alignBounded(
    scope,
    { from: 0, to: first.quote },
    { from: Math.max(window.from, first.text - 2 * first.quote), to: first.text },
    { isOpenBefore: true, isOpenAfter: false },
  );
  const end = last.text + last.length;
  const left = size - last.quote - last.length;
  const tail = alignBounded(
    scope,
    { from: size - left, to: size },
    { from: end, to: Math.min(window.to, end + 2 * left) },
    { isOpenBefore: false, isOpenAfter: true },
  );
  let cost = (head?.cost ?? first.quote) + (tail?.cost ?? left);
  let cells = 0;
  for (const [index, anchor] of chain.slice(1).entries()) {
    const before = chain[index] ?? anchor;
    const part = { from: before.quote + before.length, to: anchor.quote };
    const range = { from: before.text + before.length, to: anchor.text };
    cells += (part.to - part.from) * (range.to - range.from);
    cost +=
      cells <= MOST_CELLS
        ? costBetween(scope, part, range)
        : Math.max(part.to - part.from, range.to - range.from);
  }
  return { from: head?.from ?? first.text, to: tail?.to ?? end - 1, cost };
}

function costBetween(scope: Scope, part: WordRange, range: WordRange): number {
  const closed = { isOpenBefore: false, isOpenAfter: false };
  const words = range.to - range.from;
  if (part.from >= part.to) return words;
  if (words <= 0) return part.to - part.from;
  return alignBounded(scope, part, range, closed)?.cost ?? Math.max(words, part.to - part.from);
}

/** Null where there is nothing to align, or too much. */
function alignBounded(
  scope: Scope,
  part: WordRange,
  range: WordRange,
  ends: { isOpenBefore: boolean; isOpenAfter: boolean },
): Alignment | null {
  const cells = (part.to - part.from) * (range.to - range.from);
  return cells > 0 && cells <= MOST_CELLS ? align(scope, part, range, ends) : null;
}

/** The longest chain of shared words that both texts have in this order. */
function chainOf({ quote, text }: Scope, window: WordRange): Anchor[] {
  // Three words in a row are rarely shared by chance; a text altered at every third word has pairs.
  for (const length of [3, 2, 1]) {
    const pairs = sharedSequences(quote.bare, text.bare, window, length);
    const chain = longestChain(pairs, length);
    if (chain.length > 0 && (length === 1 || chain.length >= quote.words.length / 16)) return chain;
  }
  return [];
}

function sharedSequences(
  quote: readonly number[],
  text: readonly number[],
  window: WordRange,
  length: number,
): [quote: number, text: number][] {
  const places = new Map<number, number[]>();
  for (let at = window.from; at + length <= window.to; at += 1) {
    const key = keyAt(text, at, length);
    const known = places.get(key);
    if (known) known.push(at);
    else places.set(key, [at]);
  }
  const pairs: [number, number][] = [];
  for (let at = 0; at + length <= quote.length; at += 1) {
    const found = places.get(keyAt(quote, at, length)) ?? [];
    if (found.length > MOST_PLACES) continue;
    // In falling order, so that a growing chain takes each place of the quotation once.
    for (const place of found.toReversed()) {
      if (isSame(quote, at, text, place, length)) pairs.push([at, place]);
    }
  }
  return pairs;
}

/** One number for words in a row; other words may have it too, when there are very many. */
function keyAt(words: readonly number[], at: number, length: number): number {
  let key = 0;
  for (let index = 0; index < length; index += 1) {
    key = (key * 131_071 + (words[at + index] ?? 0)) % 9_007_199_254;
  }
  return key;
}

function isSame(
  quote: readonly number[],
  at: number,
  text: readonly number[],
  place: number,
  length: number,
): boolean {
  for (let index = 0; index < length; index += 1) {
    if (quote[at + index] !== text[place + index]) return false;
  }
  return true;
}

/** The longest sequence of pairs that grow on both sides (patience sorting), joined to stretches. */
function longestChain(pairs: readonly [number, number][], length: number): Anchor[] {
  const tails: number[] = [];
  const previous = new Int32Array(pairs.length).fill(-1);
  for (const [index, [, place]] of pairs.entries()) {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[tails[middle] ?? 0]?.[1] ?? 0) < place) low = middle + 1;
      else high = middle;
    }
    previous[index] = low > 0 ? (tails[low - 1] ?? -1) : -1;
    tails[low] = index;
  }
  const chosen: [number, number][] = [];
  for (let index = tails.at(-1) ?? -1; index >= 0; index = previous[index] ?? -1) {
    const pair = pairs[index];
    if (pair) chosen.push(pair);
  }
  const anchors: Anchor[] = [];
  for (const [at, place] of chosen.toReversed()) {
    const last = anchors.at(-1);
    if (last && at - last.quote === place - last.text && at <= last.quote + last.length) {
      last.length = at + length - last.quote;
    } else if (!last || (at >= last.quote + last.length && place >= last.text + last.length)) {
      anchors.push({ quote: at, text: place, length });
    }
  }
  return anchors;
}
