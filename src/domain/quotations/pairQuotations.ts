import type { TextPart } from '../edition/diffText';
import type { TextSpan } from '../quotes/TextSpan';
import { foldText } from '../quotes/foldText';
import { verifyQuote } from '../quotes/verifyQuote';
import { comparableWords } from './comparableWords';

/** The words that a Quote records. */
export interface QuoteWords {
  id: string;
  text: string;
}

/**
 * How the words between the marks stand to the record:
 * exact: they are the record. part: a stretch of it (`span` in the record). elided: with … or
 * brackets where words of the record are left out or replaced. extended: the record and more words.
 * altered: other words in places. `difference` goes from the text (removed) to the record (added).
 */
export type QuoteFit =
  | { kind: 'exact' | 'elided' }
  | { kind: 'part'; span: TextSpan }
  | { kind: 'extended'; span: TextSpan; difference: TextPart[] }
  | { kind: 'altered'; similarity: number; difference: TextPart[] };

/** The Quote that a quotation in the text belongs to, and how the two agree. */
export interface QuotePair {
  /** Index into the quotes given. */
  quote: number;
  fit: QuoteFit;
}

/** Few words that resemble each other are other words more often than a slip. */
const FEW_WORDS = 4;
const FEW_WORDS_ALIKE = 0.9;
/** Half of what even the least similar of altered quotations share. */
const LEAST_SHARED = 0.3;

/**
 * Finds for each quotation in a text the Quote that records it, or null. Of equally good ones the
 * first counts, so give the section's own quotes before those of its neighbours. A Quote that stands
 * in the text as recorded is nobody's altered version: what merely resembles it is other speech.
 */
export function pairQuotations(options: {
  quotations: readonly { text: string }[];
  quotes: readonly QuoteWords[];
}): (QuotePair | null)[] {
  const { quotations, quotes } = options;
  const records = quotes.map(({ text }) => comparableWords(text));
  const faithful = quotations.map(({ text }): QuotePair | null => {
    // Nearly all are: comparing strings spares the alignment of every quotation with every record.
    const same = records.indexOf(comparableWords(text));
    if (same >= 0) return { quote: same, fit: { kind: 'exact' } };
    const pairs = quotes.map((quote, index) => faithfulPair(text, quote, index));
    return pairs.find((pair) => pair !== null) ?? null;
  });
  const settled = new Set(
    faithful.flatMap((pair) => (pair?.fit.kind === 'exact' ? [pair.quote] : [])),
  );
  return quotations.map(({ text }, at) => faithful[at] ?? unfaithfulPair(text, quotes, settled));
}

function faithfulPair(text: string, quote: QuoteWords, index: number): QuotePair | null {
  if (!isKindred(text, quote.text)) return null;
  const within = verifyQuote({ quote: text, text: quote.text });
  if (within.status === 'altered' || within.status === 'missing') return null;
  if (within.status === 'elided' && within.changes.includes('elision')) {
    return { quote: index, fit: { kind: 'elided' } };
  }
  const { start, end } = within;
  return { quote: index, fit: { kind: 'part', span: { start, end } } };
}

function unfaithfulPair(
  text: string,
  quotes: readonly QuoteWords[],
  settled: ReadonlySet<number>,
): QuotePair | null {
  let best: QuotePair | null = null;
  let alike = 0;
  for (const [index, quote] of quotes.entries()) {
    if (settled.has(index) || !isKindred(text, quote.text)) continue;
    const { fit, similarity } = unfaithfulFit(text, quote.text);
    if (!fit || similarity <= alike) continue;
    best = { quote: index, fit };
    alike = similarity;
  }
  return best;
}

function unfaithfulFit(text: string, record: string): { fit: QuoteFit | null; similarity: number } {
  const contained = verifyQuote({ quote: record, text });
  if (contained.status === 'exact' || contained.status === 'elided') {
    const { start, end } = contained;
    const difference: TextPart[] = [
      { kind: 'removed', text: text.slice(0, start) },
      { kind: 'same', text: text.slice(start, end) },
      { kind: 'removed', text: text.slice(end) },
    ];
    return { fit: { kind: 'extended', span: { start, end }, difference }, similarity: 1 };
  }
  const within = verifyQuote({ quote: text, text: record });
  // Words that stand in the record were paired before.
  if (within.status === 'exact' || within.status === 'elided') return { fit: null, similarity: 0 };
  const verdict = within.similarity > contained.similarity ? within : contained;
  const isShort = Math.min(countWords(text), countWords(record)) < FEW_WORDS;
  if (verdict.status !== 'altered' || (isShort && verdict.similarity < FEW_WORDS_ALIKE)) {
    return { fit: null, similarity: 0 };
  }
  const { similarity } = verdict;
  const difference = verdict === within ? turned(verdict.difference) : verdict.difference;
  return { fit: { kind: 'altered', similarity, difference }, similarity };
}

/** Whether two texts share enough words for an alignment, which takes far longer, to be worth it. */
function isKindred(one: string, other: string): boolean {
  const [words, others] = [wordsOf(one), wordsOf(other)];
  const shared = [...words].filter((word) => others.has(word)).length;
  return shared >= LEAST_SHARED * Math.min(words.size, others.size);
}

function wordsOf(text: string): Set<string> {
  return new Set(
    foldText(text)
      .text.toLowerCase()
      .match(/[\p{L}\p{N}\p{M}]+/gu),
  );
}

function turned(difference: readonly TextPart[]): TextPart[] {
  const other = { same: 'same', removed: 'added', added: 'removed' } as const;
  return difference.map(({ kind, text }) => ({ kind: other[kind], text }));
}

function countWords(text: string): number {
  return text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
}
