/** Opening and closing mark of one quotation, as offsets of the marks. */
export interface MarkPair {
  open: number;
  /** Offset of the closing mark, or the end of the paragraph where there is none. */
  close: number;
  isClosed: boolean;
  nested: MarkPair[];
}

/** Which marks close a quotation that a mark has opened. */
const CLOSERS: Record<string, string> = {
  '"': '"”',
  '“': '”"',
  '„': '“”"',
  '«': '»',
  '»': '«',
  '‹': '›',
  '›': '‹',
  '‘': '’',
  '‚': '‘’',
  "'": "'",
};

const MARK = /["“”„«»‹›‘’‚']/g;
const SPACE_OR_START = /[\s([{—–\-/]/;
const LETTER = /[\p{L}\p{N}]/u;
/** Words that open with an apostrophe. */
const CLIPPED = /^['’‘](tis|twas|em|til|cause|bout|round|n|\d\ds?)\b/i;

/**
 * Pairs the quotation marks of one paragraph, `from` to `to` in the text: straight, curly,
 * guillemets either way, low-high and single marks. Apostrophes are no marks. An opening mark that
 * nothing closes runs to the end of the paragraph (`isClosed` false); one without any words, or a
 * single mark or guillemet that nothing closes, is no quotation.
 */
export function pairMarks(options: { text: string; from: number; to: number }): MarkPair[] {
  const { text, from, to } = options;
  const top: MarkPair[] = [];
  const stack: MarkPair[] = [];
  MARK.lastIndex = from;
  for (let match = MARK.exec(text); match !== null && match.index < to; match = MARK.exec(text)) {
    const at = match.index;
    const closing = closedBy({ text, at, from, to, stack });
    if (closing !== -1) {
      // Marks opened inside and never closed were apostrophes or slips of the pen.
      const pair = stack[closing];
      stack.length = closing;
      if (pair === undefined) continue;
      pair.close = at;
      pair.isClosed = true;
      (stack.at(-1)?.nested ?? top).push(pair);
    } else if (canOpen({ text, at, from, to, depth: stack.length })) {
      stack.push({ open: at, close: to, isClosed: false, nested: [] });
    }
  }
  const unclosed = stack[0];
  if (unclosed !== undefined && /["“„]/.test(text[unclosed.open] ?? '')) top.push(unclosed);
  return top.filter((pair) => text.slice(pair.open + 1, pair.close).trim() !== '');
}

/** The index in the stack of the mark that the one at `at` closes, or -1. */
function closedBy(options: {
  text: string;
  at: number;
  from: number;
  to: number;
  stack: MarkPair[];
}): number {
  const { text, at, from, to, stack } = options;
  const mark = text[at] ?? '';
  for (let index = stack.length - 1; index >= 0; index -= 1) {
    const opener = text[stack[index]?.open ?? 0] ?? '';
    if (!CLOSERS[opener]?.includes(mark)) continue;
    const isSingle = mark === "'" || mark === '’';
    if (isSingle && !canCloseSingle({ text, at, from, to })) return -1;
    if (mark === '"' && opensWord({ text, at, from, to })) {
      // A straight mark before a word closes only what has words already and no space after it.
      return -1;
    }
    return index;
  }
  return -1;
}

function opensWord(options: { text: string; at: number; from: number; to: number }): boolean {
  const { text, at, from, to } = options;
  const before = at > from ? (text[at - 1] ?? ' ') : ' ';
  const after = at + 1 < to ? (text[at + 1] ?? ' ') : ' ';
  return /[\s([{]/.test(before) && !/[\s,.;:!?)\]}]/.test(after);
}

function canOpen(options: {
  text: string;
  at: number;
  from: number;
  to: number;
  depth: number;
}): boolean {
  const { text, at, from, to } = options;
  const mark = text[at] ?? '';
  if (CLOSERS[mark] === undefined) return false;
  if (mark === '“' || mark === '„' || mark === '«' || mark === '‹' || mark === '‚') return true;
  const before = at > from ? (text[at - 1] ?? ' ') : ' ';
  const after = at + 1 < to ? (text[at + 1] ?? ' ') : ' ';
  const isAtWordStart =
    (SPACE_OR_START.test(before) || /["“„«‘']/.test(before)) && !/\s/.test(after);
  if (mark === '"' || mark === '»' || mark === '›') return isAtWordStart;
  return (
    isAtWordStart &&
    (LETTER.test(after) || /[“"¿¡[…]/.test(after)) &&
    !CLIPPED.test(text.slice(at, at + 8)) &&
    hasSingleCloser({ text, at, to })
  );
}

/** A single mark ends a quotation after a word or a stop, never between two letters. */
function canCloseSingle(options: { text: string; at: number; from: number; to: number }): boolean {
  const { text, at, from, to } = options;
  const before = at > from ? (text[at - 1] ?? ' ') : ' ';
  const after = at + 1 < to ? (text[at + 1] ?? ' ') : ' ';
  if (/\s/.test(before) || LETTER.test(after)) return false;
  // "workers' rights": a possessive, where a mark further on closes the quotation.
  const isPossessive = before === 's' && /^['’] \p{Ll}/u.test(text.slice(at, at + 3));
  return !isPossessive || !hasSingleCloser({ text, at, to });
}

function hasSingleCloser(options: { text: string; at: number; to: number }): boolean {
  const { text, at, to } = options;
  return /^[^\n]*?[^\s]['’](?![\p{L}\p{N}])/u.test(text.slice(at + 1, to));
}
