import { diffText, type TextPart } from '../edition/diffText';
import type { TextSpan } from '../quotes/TextSpan';
import { foldText } from '../quotes/foldText';
import { bareWords, findFaithful, type QuoteVerdict } from '../quotes/verifyQuote';
import { differenceOf, type QuotePair } from './pairQuotations';
import type { QuoteWords } from './quoteIndex';

/** How a Quote stands in the text of a section; `words` are those of the text. */
export type QuoteStanding =
  | { status: 'faithful' }
  | { status: 'shortened' | 'altered'; words: string; difference: TextPart[] }
  | { status: 'missing' };

/** A record may be longer than its passage by marks and brackets. */
const SLACK = 100;

const FAITHFUL: QuoteStanding = { status: 'faithful' };

/**
 * Compares the record of a quotation with the text of a section, by what stands between the marks
 * (`pairs` of pairQuotations, one for each of `quotations`), else by the text as a whole. Parts that
 * together are the whole record ("…," she said, "…") are faithful; words between the marks beyond the
 * record are an alteration, unless other Quotes of the section record them.
 */
export function standingOfQuote(options: {
  quote: number;
  quotes: readonly QuoteWords[];
  text: string;
  /** verifierOf of the text. */
  verify: (words: string) => QuoteVerdict;
  quotations: readonly { text: string }[];
  pairs: readonly (QuotePair | null)[];
}): QuoteStanding {
  const { quote, quotes, text, verify, quotations, pairs } = options;
  const record = quotes[quote]?.text ?? '';
  const own = pairs.flatMap((pair, at) =>
    pair?.quote === quote ? [{ fit: pair.fit, words: quotations[at]?.text ?? '' }] : [],
  );
  for (const { fit, words } of own) {
    if (fit.kind === 'altered') {
      return { status: 'altered', words, difference: differenceOf(words, record, fit) };
    }
    if (fit.kind === 'extended' && !isCovered(words, spansIn(words, quotes))) {
      return { status: 'altered', words, difference: differenceOf(words, record, fit) };
    }
  }
  if (own.some(({ fit }) => fit.kind !== 'part')) return FAITHFUL;
  const verdict = verify(record);
  if (verdict.status === 'exact' || verdict.status === 'elided') return FAITHFUL;
  if (own.length > 0) {
    const parts = own.flatMap(({ fit }) => (fit.kind === 'part' ? [fit.span] : []));
    if (isCovered(record, parts)) return FAITHFUL;
    const words = own.map((part) => part.words).join(' ');
    return { status: 'shortened', words, difference: diffText(words, record) };
  }
  if (verdict.status === 'missing') return { status: 'missing' };
  const words = text.slice(verdict.start, verdict.end);
  return { status: 'altered', words, difference: verdict.difference };
}

function spansIn(words: string, quotes: readonly QuoteWords[]): TextSpan[] {
  const text = foldText(words);
  return quotes.flatMap((quote) => {
    if (quote.text.length > words.length + SLACK) return [];
    return findFaithful({ quote: bareWords(foldText(quote.text).text), text }) ?? [];
  });
}

/** Whether every letter and digit of the words is in one of the spans. */
function isCovered(words: string, spans: readonly TextSpan[]): boolean {
  return [...words.matchAll(/[\p{L}\p{N}]/gu)].every(({ index }) =>
    spans.some(({ start, end }) => start <= index && index < end),
  );
}
