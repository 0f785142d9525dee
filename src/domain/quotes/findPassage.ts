import type { TextSpan } from './TextSpan';

/** A difference in marks or in capitals alone is small, yet it is one. */
const SMALL = 0.05;

/** Words that an elision stands for cost next to nothing, and fewer of them less. */
const GAP_WORD = 0.01;
const ELISION = /\[? ?\. ?\. ?\.(?: ?\.)? ?\]?/g;

interface Word extends TextSpan {
  text: string;
  /** Without the marks around it, in small letters. */
  bare: string;
}

/**
 * Finds the passage of a text that is most like a quotation, word by word: Sellers' algorithm for
 * approximate matching (a global alignment of the quotation with any stretch of the text), where
 * exchanging a word costs the share of its letters that differ. `similarity` is 1 less the cost for
 * each word of the quotation. Null where the text has no words. Both texts are folded ones; the time
 * grows with the product of their words.
 */
export function findPassage(options: {
  quote: string;
  text: string;
}): (TextSpan & { similarity: number }) | null {
  const quote = wordsOf(options.quote.replace(ELISION, ' ... '));
  const text = wordsOf(options.text);
  if (quote.length === 0 || text.length === 0) return null;
  const distance = wordDistance();

  // costs[q]: the least cost of the quotation's first q words against a stretch that ends here;
  // from[q]: the word of the text where that stretch begins.
  let skipped = 0;
  let costs = quote.map((word) => (skipped += isGap(word) ? 0 : 1));
  let from = quote.map(() => 0);
  let best = { cost: Infinity, from: 0, to: 0 };
  for (const [at, word] of text.entries()) {
    const nextCosts: number[] = [];
    const nextFrom: number[] = [];
    for (const [index, wanted] of quote.entries()) {
      const exchange =
        (index === 0 ? 0 : (costs[index - 1] ?? 0)) +
        (isGap(wanted) ? GAP_WORD : distance(wanted, word));
      const skipText = (costs[index] ?? 0) + (isGap(wanted) ? GAP_WORD : 1);
      const skipQuote = (index === 0 ? 0 : (nextCosts[index - 1] ?? 0)) + (isGap(wanted) ? 0 : 1);
      const least = Math.min(exchange, skipText, skipQuote);
      nextCosts.push(least);
      if (least === exchange) nextFrom.push(index === 0 ? at : (from[index - 1] ?? at));
      else if (least === skipText) nextFrom.push(from[index] ?? at);
      else nextFrom.push(index === 0 ? at + 1 : (nextFrom[index - 1] ?? at));
    }
    costs = nextCosts;
    from = nextFrom;
    const cost = costs.at(-1) ?? Infinity;
    if (cost < best.cost) best = { cost, from: from.at(-1) ?? at, to: at };
  }
  const counted = quote.filter((word) => !isGap(word)).length;
  const similarity = Math.max(0, 1 - best.cost / Math.max(1, counted));
  const first = text[Math.min(best.from, best.to)];
  return { start: first?.start ?? 0, end: text[best.to]?.end ?? 0, similarity };
}

function isGap(word: Word): boolean {
  return word.text === '...';
}

function wordsOf(text: string): Word[] {
  return [...text.matchAll(/\S+/g)].map((match) => {
    const inside = /^'*(.*?)'*$/.exec(match[0])?.[1] ?? match[0];
    const start = match.index + match[0].indexOf(inside);
    const bare = inside.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '').toLowerCase();
    return { text: inside, bare, start, end: start + inside.length };
  });
}

/** 0 for the same word, 1 for another one, between them the share of the letters that differ. */
function wordDistance(): (one: Word, other: Word) => number {
  const known = new Map<string, number>();
  return (one, other) => {
    if (one.text === other.text) return 0;
    if (one.bare === other.bare) return SMALL;
    // Words with nothing in common at either end are not worth the counting.
    if (one.bare[0] !== other.bare[0] && one.bare.at(-1) !== other.bare.at(-1)) return 1;
    const key = `${one.bare}\n${other.bare}`;
    let share = known.get(key);
    if (share === undefined) {
      share = editDistance(one.bare, other.bare) / Math.max(one.bare.length, other.bare.length, 1);
      known.set(key, share);
    }
    return Math.max(SMALL, share);
  };
}

/** Levenshtein's distance in UTF-16 units. */
function editDistance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let at = 0; at < one.length; at += 1) {
    const next = [at + 1];
    for (let index = 0; index < other.length; index += 1) {
      const exchange = (row[index] ?? 0) + (one[at] === other[index] ? 0 : 1);
      next.push(Math.min(exchange, (row[index + 1] ?? 0) + 1, (next[index] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
