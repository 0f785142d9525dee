import { diffText } from '../edition/diffText';
import type { TextPart } from '../edition/diffText';
import { newLexicon, readWords } from './compareWords';
import { alignPassage } from './findPassage';
import { foldText } from './foldText';
import type { FoldedText } from './foldText';
import { isWhole } from './isWhole';
import { matchElided } from './matchElided';
import type { EditedPlace, QuoteChange } from './matchElided';
import type { TextSpan } from './TextSpan';

export type QuoteVerdict =
  | FaithfulVerdict
  | ({ status: 'altered'; similarity: number; difference: TextPart[] } & TextSpan)
  | { status: 'missing'; similarity: number };

export type FaithfulVerdict =
  | ({ status: 'exact' } & TextSpan)
  | ({ status: 'elided'; changes: QuoteChange[]; places: EditedPlace[] } & TextSpan);

/** Below this too little is alike for the passage to be what was meant. */
export const ALIKE = 0.6;

/**
 * Compares the words of a quotation with the text that they come from (an article or a transcript).
 *
 * exact: the same words in the same order; the forms of marks, dashes, spaces and Unicode characters
 * and a last comma or stop may differ. No letter and no digit ever does.
 * elided: the same but for what editors may do and must show: words left out (… or […]), words put
 * in brackets, the capital of the first word changed.
 * altered: similar words. `difference` tells word by word what became of the text (removed: only in
 * the text; added: only in the quotation), `similarity` is the share of the words that agree, 0 to 1.
 * missing: nothing in the text is similar; `similarity` is that of the nearest passage.
 *
 * `start` and `end` (exclusive) are UTF-16 offsets of the passage in `text`, its first occurrence.
 */
export function verifyQuote(options: { quote: string; text: string }): QuoteVerdict {
  return verifierOf(options.text)(options.quote);
}

/** verifyQuote for many quotations and one text, which is read once. */
export function verifierOf(original: string): (quote: string) => QuoteVerdict {
  const text = foldText(original);
  const lexicon = newLexicon();
  const words = readWords(text.text, lexicon);
  return (written) => {
    const quote = bareWords(foldText(written).text);
    if (!/[\p{L}\p{N}]/u.test(quote)) return { status: 'missing', similarity: 0 };

    const faithful = findFaithful({ quote, text });
    if (faithful !== null) return faithful;

    const passage = alignPassage({ quote: readWords(quote, lexicon, true), text: words, lexicon });
    if (passage === null) return { status: 'missing', similarity: 0 };
    const { similarity } = passage;
    if (similarity < ALIKE) return { status: 'missing', similarity };
    const difference = diffText(text.text.slice(passage.start, passage.end), quote);
    return { status: 'altered', similarity, difference, ...originalSpan(text, passage) };
  };
}

/**
 * The passage of a text that has the words of a quotation exactly, or but for what editors may do;
 * null where there is none. `quote` is folded and bare.
 */
export function findFaithful(options: { quote: string; text: FoldedText }): FaithfulVerdict | null {
  const { quote, text } = options;
  const exact = findExact(text.text, quote) ?? findExact(text.text, withoutLastStop(quote));
  if (exact !== null) return { status: 'exact', ...originalSpan(text, exact) };
  const elided = matchElided({ quote: withoutLastStop(quote), text: text.text });
  if (elided === null) return null;
  const places = elided.places.map(({ dropped, added }) => ({
    dropped: originalGap(text, dropped),
    added,
  }));
  return { status: 'elided', changes: elided.changes, places, ...originalSpan(text, elided) };
}

/** A folded quotation without the marks around it, where its text was stored with them. */
export function bareWords(quote: string): string {
  const bare = quote.trim();
  return /^'.*'$/s.test(bare) ? bare.slice(1, -1).trim() : bare;
}

/** A comma or a stop at the end belongs to the sentence around the quotation. */
function withoutLastStop(quote: string): string {
  return quote.replace(/(?<!\.)[.,]$/, '');
}

function findExact(text: string, quote: string): TextSpan | null {
  let start = text.indexOf(quote);
  while (start !== -1) {
    const end = start + quote.length;
    if (isWhole({ text, start, end })) return { start, end };
    start = text.indexOf(quote, start + 1);
  }
  return null;
}

/** The stretch of the original that a stretch of the folded text stands for. */
export function originalSpan(text: FoldedText, span: TextSpan): TextSpan {
  return { start: text.starts[span.start] ?? 0, end: text.ends[span.end - 1] ?? 0 };
}

/** The same for a stretch between two others, which may be empty. */
function originalGap(text: FoldedText, { start, end }: TextSpan): TextSpan {
  const from = start === 0 ? 0 : (text.ends[start - 1] ?? 0);
  return { start: from, end: Math.max(from, text.starts[end] ?? from) };
}
