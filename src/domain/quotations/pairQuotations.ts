import { diffText, type TextPart } from '../edition/diffText';
import { GAP } from '../quotes/compareWords';
import { alignPassage } from '../quotes/findPassage';
import type { EditedPlace } from '../quotes/matchElided';
import type { TextSpan } from '../quotes/TextSpan';
import { foldText } from '../quotes/foldText';
import { ALIKE, findFaithful, originalSpan } from '../quotes/verifyQuote';
import { comparableWords } from './comparableWords';
import {
  candidatesFor,
  compared,
  indexQuotes,
  isKindred,
  mayHold,
  type ComparedWords,
  type QuoteIndex,
  type QuoteWords,
} from './quoteIndex';

/**
 * How the words between the marks stand to the record:
 * exact: they are the record. part: a stretch of it (`span` in the record). elided: a stretch with …
 * where words of the record are left out. `places` are those that an editor changed. extended: the
 * record (`span` in the text) and more words. altered: other words in places; `span` is what they
 * are other words for, in the record, or in the text where it has more words than the record.
 */
export type QuoteFit =
  | { kind: 'exact' }
  | { kind: 'part' | 'elided'; span: TextSpan; places: readonly EditedPlace[] }
  | { kind: 'extended'; span: TextSpan }
  | { kind: 'altered'; similarity: number; side: 'record' | 'text'; span: TextSpan };

/** The Quote that a quotation in the text belongs to, and how the two agree. */
export interface QuotePair {
  /** Index into the quotes given. */
  quote: number;
  fit: QuoteFit;
}

/** Few words that resemble each other are other words more often than a slip. */
const FEW_WORDS = 4;
const FEW_WORDS_ALIKE = 0.9;
/** Records that are aligned word by word with one quotation, unless one before is so alike. */
const MOST_ALIGNED = 3;
const SURELY_MEANT = 0.8;

/**
 * Finds for each quotation in a text the Quote that records it, or null. Of equally good ones the
 * first counts, so give the section's own quotes before those of its neighbours, or name them in
 * `own`. A Quote that stands in the text as recorded is nobody's altered version: what merely
 * resembles it is other speech. Only records are looked at that share rare words with a quotation:
 * the time grows with the number of quotations and hardly with that of the records.
 */
export function pairQuotations({
  quotations,
  quotes,
  own,
}: {
  quotations: readonly { text: string }[];
  quotes: readonly QuoteWords[] | QuoteIndex;
  own?: ReadonlySet<number>;
}): (QuotePair | null)[] {
  const index = isIndex(quotes) ? quotes : indexQuotes(quotes);
  const isFirst = (one: number, other: number): number =>
    Number(own?.has(other) ?? false) - Number(own?.has(one) ?? false) || one - other;
  const read = quotations.map(({ text }) => {
    const words = compared(text, index.lexicon);
    const likely = words === null ? [] : candidatesFor(words, index);
    return { words, likely, candidates: likely.toSorted(isFirst) };
  });
  const faithful = read.map(({ words, candidates }): QuotePair | null => {
    if (words === null) return null;
    // Nearly all are: comparing strings spares every other comparison.
    const plain = comparableWords(words.folded);
    const same =
      candidates.find((candidate) => index.comparable[candidate] === plain) ??
      index.byWords.get(plain);
    if (same !== undefined) return { quote: same, fit: { kind: 'exact' } };
    return first(candidates, (candidate) => faithfulPair(words, index, candidate));
  });
  const settled = new Set(
    faithful.flatMap((pair) => (pair?.fit.kind === 'exact' ? [pair.quote] : [])),
  );
  return read.map(({ words, likely, candidates }, at) => {
    if (faithful[at] || words === null) return faithful[at] ?? null;
    const isOpen = (candidate: number): boolean => !settled.has(candidate);
    return (
      first(candidates.filter(isOpen), (quote) => extendedPair(words, index, quote)) ??
      alteredPair(words, index, likely.filter(isOpen))
    );
  });
}

function isIndex(quotes: readonly QuoteWords[] | QuoteIndex): quotes is QuoteIndex {
  return 'holders' in quotes;
}

function first<T>(candidates: readonly number[], find: (candidate: number) => T | null): T | null {
  for (const candidate of candidates) {
    const found = find(candidate);
    if (found !== null) return found;
  }
  return null;
}

function faithfulPair(words: ComparedWords, index: QuoteIndex, quote: number): QuotePair | null {
  const record = index.records[quote];
  if (!record || !mayHold(record, words)) return null;
  const within = findFaithful({ quote: words.bare, text: record.folded });
  if (within === null) return null;
  const { start, end } = within;
  const places = within.status === 'elided' ? within.places : [];
  const kind = places.some(({ added }) => added === null) ? 'elided' : 'part';
  return { quote, fit: { kind, span: { start, end }, places } };
}

function extendedPair(words: ComparedWords, index: QuoteIndex, quote: number): QuotePair | null {
  const record = index.records[quote];
  if (!record || !mayHold(words, record)) return null;
  const within = findFaithful({ quote: record.bare, text: words.folded });
  if (within === null) return null;
  return { quote, fit: { kind: 'extended', span: { start: within.start, end: within.end } } };
}

/** `likely`: by what they share, the most first. The right record is among the first, or nowhere. */
function alteredPair(
  words: ComparedWords,
  index: QuoteIndex,
  likely: readonly number[],
): QuotePair | null {
  let best: QuotePair | null = null;
  let alike = 0;
  for (const quote of likely.slice(0, MOST_ALIGNED)) {
    if (alike >= SURELY_MEANT) break;
    const record = index.records[quote];
    const fit = record && isKindred(words, record) ? alteredFit(words, record, index) : null;
    if (!fit || fit.similarity <= alike) continue;
    best = { quote, fit };
    alike = fit.similarity;
  }
  return best;
}

/** The shorter of the two is looked for in the longer one. */
function alteredFit(
  words: ComparedWords,
  record: ComparedWords,
  { lexicon }: QuoteIndex,
): Extract<QuoteFit, { kind: 'altered' }> | null {
  const [size, recorded] = [countWords(words), countWords(record)];
  const side = size <= recorded ? 'record' : 'text';
  const [quote, text] = side === 'record' ? [words, record] : [record, words];
  const passage = alignPassage({ quote: quote.read, text: text.plain, lexicon });
  if (passage === null || passage.similarity < ALIKE) return null;
  const { similarity } = passage;
  if (Math.min(size, recorded) < FEW_WORDS && similarity < FEW_WORDS_ALIKE) return null;
  return { kind: 'altered', similarity, side, span: originalSpan(text.folded, passage) };
}

function countWords({ read }: ComparedWords): number {
  return read.words.filter((word) => word !== GAP).length;
}

/** Word by word from the text (removed) to the record (added), where the two differ. */
export function differenceOf(
  words: string,
  record: string,
  fit: Extract<QuoteFit, { kind: 'altered' | 'extended' }>,
): TextPart[] {
  const { start, end } = fit.span;
  if (fit.kind === 'extended') {
    return [
      { kind: 'removed', text: words.slice(0, start) },
      { kind: 'same', text: words.slice(start, end) },
      { kind: 'removed', text: words.slice(end) },
    ];
  }
  const [text, other] =
    fit.side === 'record' ? [words, record.slice(start, end)] : [words.slice(start, end), record];
  return diffText(foldText(text).text, foldText(other).text);
}
