import type { TextSpan } from './TextSpan';

/** The marks around one quotation, as offsets in the text; ends are exclusive. */
export interface MarkPair {
  open: number;
  openEnd: number;
  /** The closing mark, or the end of the paragraph where there is none. */
  close: number;
  closeEnd: number;
  isClosed: boolean;
  nested: MarkPair[];
}

/** Which marks close a quotation that a mark has opened; the doubled ones are typewriter marks. */
const CLOSERS: Record<string, readonly string[]> = {
  '"': ['"', '”', "''"],
  '“': ['”', '"', "''"],
  '”': ['”'],
  '‟': ['”'],
  '″': ['″', '”'],
  '＂': ['＂'],
  '״': ['״'],
  '「': ['」'],
  '『': ['』'],
  '〝': ['〞', '〟'],
  '❝': ['❞'],
  '<<': ['>>'],
  '„': ['“', '”', '"'],
  '«': ['»'],
  '»': ['«', '»'],
  '‹': ['›'],
  '›': ['‹', '›'],
  "''": ["''", '"'],
  '``': ["''", '``'],
  '‘': ['’', "'"],
  '‚': ['‘', '’'],
  "'": ["'"],
};
/** These open wherever they stand; the others only before a word. */
const ALWAYS_OPEN = new Set(['“', '„', '‟', '«', '‹', '‚', '``', '<<', '「', '『', '〝', '❝']);
const SINGLE = new Set(["'", '’', '‘']);

const MARK = /''|``|<<|>>|["“”„‟«»‹›‘’‚'″＂״「」『』〝〞〟❝❞]/g;
/** These close speech and stand at nothing else, but for inches. */
const STRAY_CLOSER = /^["”»]$/;
const LETTER = /[\p{L}\p{N}]/u;
/** Words that open with an apostrophe. */
const CLIPPED = /^['’‘](tis|twas|em|til|till|cause|bout|round|n|\d\ds?)(?![\p{L}\p{N}])/iu;

/** Deeper than any speech in a speech in a speech: only stray marks pile up so. */
const DEEPEST = 6;

interface Place {
  text: string;
  /** The mark. */
  mark: string;
  at: number;
  /** The characters around the mark; a space at the ends of the paragraph. */
  before: string;
  after: string;
  /** The end of the paragraph. */
  to: number;
  /** Where the next single mark stands that could close, at or after an offset. */
  nextSingleCloser: (offset: number) => number;
}

/**
 * Pairs the quotation marks of one paragraph, `from` to `to` in the text: straight, doubled, curly,
 * guillemets either way, low-high and single marks. Apostrophes are no marks. An opening double mark
 * that nothing closes runs to the end of the paragraph (`isClosed` false), with the pairs after it
 * as its nested ones; a single mark that nothing closes is none.
 */
export function pairMarks(options: { text: string; from: number; to: number }): {
  pairs: MarkPair[];
  /** Marks that could close and close nothing. */
  strays: TextSpan[];
} {
  const { text, from, to } = options;
  const top: MarkPair[] = [];
  const strays: TextSpan[] = [];
  const stack: MarkPair[] = [];
  const nextSingleCloser = singleClosers({ text, from, to });
  for (const match of text.slice(from, to).matchAll(MARK)) {
    const mark = match[0];
    const at = from + match.index;
    const end = at + mark.length;
    const before = at > from ? (text[at - 1] ?? ' ') : ' ';
    const after = end < to ? (text[end] ?? ' ') : ' ';
    const place: Place = { text, mark, at, before, after, to, nextSingleCloser };
    const closed = indexOfClosed(place, stack);
    if (closed !== -1) {
      // Marks opened inside and never closed were apostrophes or slips: what is in them stays.
      const slips = stack.splice(closed + 1);
      const pair = stack.pop();
      if (pair === undefined) continue;
      pair.nested.push(...slips.flatMap((slip) => slip.nested));
      Object.assign(pair, { close: at, closeEnd: end, isClosed: true });
      (stack.at(-1)?.nested ?? top).push(pair);
    } else if (stack.length < DEEPEST && canOpen(place)) {
      stack.push({ open: at, openEnd: end, close: to, closeEnd: to, isClosed: false, nested: [] });
    } else if (STRAY_CLOSER.test(mark) && !/\s/.test(before) && !LETTER.test(after)) {
      strays.push({ start: at, end });
    }
  }
  for (const [index, pair] of stack.entries()) {
    const isDouble = !SINGLE.has(text.slice(pair.open, pair.openEnd));
    if (isDouble && top.at(-1)?.isClosed !== false) {
      pair.nested.push(...stack.slice(index + 1).flatMap((inner) => inner.nested));
      top.push(pair);
      return { pairs: top, strays };
    }
    top.push(...pair.nested);
  }
  return { pairs: top, strays };
}

/** The index in the stack of the mark that this one closes, or -1. */
function indexOfClosed(place: Place, stack: MarkPair[]): number {
  const { text, mark, before, after } = place;
  for (let index = stack.length - 1; index >= 0; index -= 1) {
    const pair = stack[index];
    const opener = pair === undefined ? '' : text.slice(pair.open, pair.openEnd);
    if (!CLOSERS[opener]?.includes(mark)) continue;
    // An acronym in Hebrew.
    if (mark === '״' && LETTER.test(before) && LETTER.test(after)) return -1;
    if (SINGLE.has(mark) && !canCloseSingle(place)) return -1;
    // Before a word the same mark opens: the quotation that stands open had lost its end.
    const opensWord = /[\s([{]/.test(before) && !/[\s,.;:!?)\]}]/.test(after);
    if (CLOSERS[mark]?.includes(mark) === true && opensWord) return -1;
    return index;
  }
  return -1;
}

function canOpen(place: Place): boolean {
  const { text, mark, at, before, after } = place;
  if (CLOSERS[mark] === undefined) return false;
  if (ALWAYS_OPEN.has(mark)) return true;
  const isAtWordStart = /[\s([{—–\-/"“„«‘']/.test(before) && !/\s/.test(after);
  if (!SINGLE.has(mark)) return isAtWordStart;
  return (
    isAtWordStart &&
    (LETTER.test(after) || /[“"¿¡[…]/.test(after)) &&
    !CLIPPED.test(text.slice(at, at + 8)) &&
    hasSingleCloser(place)
  );
}

/** A single mark ends a quotation after a word or a stop, never between two letters. */
function canCloseSingle(place: Place): boolean {
  const { before, after, text, at } = place;
  if (/\s/.test(before) || LETTER.test(after)) return false;
  // "the workers' rights": a possessive, where a mark further on closes the quotation.
  const isPossessive = before === 's' && /^['’] \p{Ll}/u.test(text.slice(at, at + 3));
  return !isPossessive || !hasSingleCloser(place);
}

function hasSingleCloser({ at, to, nextSingleCloser }: Place): boolean {
  return nextSingleCloser(at + 2) < to;
}

/**
 * Looks up single marks after a word and not before one. It is asked for growing offsets, and goes
 * through the paragraph once: thousands of stray apostrophes must not cost their square.
 */
function singleClosers(options: {
  text: string;
  from: number;
  to: number;
}): (offset: number) => number {
  const { text, from, to } = options;
  let next = from - 1;
  return (offset) => {
    while (next < offset && next < to) {
      next += 1;
      while (next < to && !canBeCloser(text, next)) next += 1;
    }
    return next;
  };
}

function canBeCloser(text: string, at: number): boolean {
  const char = text[at];
  if (char !== "'" && char !== '’') return false;
  return /\S/.test(text[at - 1] ?? ' ') && !LETTER.test(text[at + 1] ?? ' ');
}
