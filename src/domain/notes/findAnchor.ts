import type { QuotationAnchor } from '../quotations/SectionQuotation';
import type { TextSpan } from '../quotes/TextSpan';
import { findChanged } from './findChanged';
import { occurrences } from './occurrences';

/** So many equal letters beside a place are no accident. */
const TELLING_CONTEXT = 8;
/** Words as long as these are hardly said twice by accident. */
const TELLING_WORDS = 20;

interface Place extends TextSpan {
  context: number;
  distance: number;
}

/**
 * Where the words of an anchor stand in a text that may have been edited since: as they were, told
 * from others like them by what stands around them and then by where they stood; or else changed a
 * little, or with other words put in between. Null where nothing in the text can be said to be them.
 */
export function findAnchor(text: string, anchor: QuotationAnchor): TextSpan | null {
  if (anchor.exact === '') return null;
  return findWords(text, anchor) ?? findChanged(text, anchor);
}

/** The words as they were, or null; those of a few letters only where they stood among the same ones. */
export function findWords(text: string, anchor: QuotationAnchor): TextSpan | null {
  const { exact, start } = anchor;
  if (exact === '') return null;
  const places = occurrences(text, exact).map((at): Place => {
    const span = { start: at, end: at + exact.length };
    const distance = start === null ? 0 : Math.abs(start - at);
    return { ...span, context: contextAt(text, span, anchor), distance };
  });
  const [best] = places.toSorted((a, b) => b.context - a.context || a.distance - b.distance);
  if (!best) return null;
  const around = anchor.prefix.length + anchor.suffix.length;
  const isTold = best.context >= Math.min(TELLING_CONTEXT, around);
  return isTold || exact.length >= TELLING_WORDS ? { start: best.start, end: best.end } : null;
}

/** How many letters before and behind a place are those that stood around the anchor. */
function contextAt(
  text: string,
  { start, end }: TextSpan,
  { prefix, suffix }: QuotationAnchor,
): number {
  let before = 0;
  while (before < prefix.length && text[start - 1 - before] === prefix.at(-1 - before)) before += 1;
  let behind = 0;
  while (behind < suffix.length && text[end + behind] === suffix[behind]) behind += 1;
  return before + behind;
}
