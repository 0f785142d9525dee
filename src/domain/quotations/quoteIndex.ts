import { newLexicon, readWords, type Lexicon, type ReadWords } from '../quotes/compareWords';
import { foldText, type FoldedText } from '../quotes/foldText';
import { bareWords } from '../quotes/verifyQuote';
import { comparableWords } from './comparableWords';
import { lengthFault } from './lengthFault';

/** The words that a Quote records. */
export interface QuoteWords {
  id: string;
  text: string;
}

/** Enough to hold the right record wherever several resemble each other. */
const MOST_CANDIDATES = 8;
/** Places that are looked up for one quotation, those of its rarest words first. */
const MOST_VISITED = 600;
/** Half of what even the least similar of altered quotations share. */
const LEAST_SHARED = 0.3;

/** A text as it is compared with others. */
export interface ComparedWords {
  folded: FoldedText;
  /** Without marks around it. */
  bare: string;
  /** With … and [...] as gaps. */
  read: ReadWords;
  /** As they stand in `folded`. */
  plain: ReadWords;
  distinct: ReadonlySet<number>;
  /** Its words and pairs of words, each once. */
  sequences: readonly number[];
  /** How many of its words an editor put in brackets. */
  inserted: number;
}

/** Records by the words and pairs of words that they hold. */
export interface QuoteIndex {
  lexicon: Lexicon;
  /** Null for a record without words, or too long to be compared. */
  records: (ComparedWords | null)[];
  /** The words of each record in the form in which the same words are the same string. */
  comparable: (string | null)[];
  /** The first record of the same words. */
  byWords: ReadonlyMap<string, number>;
  holders: ReadonlyMap<number, number | readonly number[]>;
  /** Scratch space: the score of each record, all 0 between two questions. */
  scores: Float64Array;
}

export function indexQuotes(quotes: readonly QuoteWords[]): QuoteIndex {
  const lexicon = newLexicon();
  const byWords = new Map<string, number>();
  const comparable: (string | null)[] = [];
  const holders = new Map<number, number | number[]>();
  const records = quotes.map(({ text }, index) => {
    const record = compared(text, lexicon);
    comparable.push(record && comparableWords(record.folded));
    if (record === null) return null;
    const words = comparable[index] ?? '';
    if (!byWords.has(words)) byWords.set(words, index);
    for (const sequence of record.sequences) {
      const known = holders.get(sequence);
      // Most stand in one record only: an array for each would be most of the work.
      if (known === undefined) holders.set(sequence, index);
      else if (typeof known === 'number') holders.set(sequence, [known, index]);
      else known.push(index);
    }
    return record;
  });
  const scores = new Float64Array(quotes.length);
  return { lexicon, records, comparable, byWords, holders, scores };
}

/** Reads a text for comparing; null for one without words, and for one that is too long. */
export function compared(text: string, lexicon: Lexicon): ComparedWords | null {
  if (lengthFault(text)) return null;
  const folded = foldText(text);
  const bare = bareWords(folded.text);
  const read = readWords(bare, lexicon, true);
  const isPlain = bare === folded.text && !bare.includes('..');
  const plain = isPlain ? read : readWords(folded.text, lexicon);
  const distinct = new Set(read.bare);
  const inserted =
    bare
      .match(/\[[^\]]*\]/g)
      ?.join(' ')
      .split(' ').length ?? 0;
  if (!/[\p{L}\p{N}]/u.test(bare)) return null;
  return { folded, bare, read, plain, distinct, sequences: sequencesOf(read.bare), inserted };
}

/** The records that share the most, and the rarest, words and pairs of words with a text. */
export function candidatesFor(text: ComparedWords, index: QuoteIndex): number[] {
  const { holders, scores } = index;
  const found: number[] = [];
  const add = (record: number, weight: number): void => {
    if (scores[record] === 0) found.push(record);
    scores[record] = (scores[record] ?? 0) + weight;
  };
  const common: (readonly number[])[] = [];
  for (const sequence of text.sequences) {
    const held = holders.get(sequence);
    if (typeof held === 'number') add(held, 1);
    else if (held) common.push(held);
  }
  common.sort((a, b) => a.length - b.length);
  let visited = 0;
  for (const held of common) {
    if (visited > MOST_VISITED) break;
    visited += held.length;
    for (const record of held) add(record, 1 / held.length);
  }
  const candidates = found
    .sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b)
    .slice(0, MOST_CANDIDATES);
  for (const record of found) scores[record] = 0;
  return candidates;
}

/** Whether two texts share enough words for an alignment, which takes far longer, to be worth it. */
export function isKindred(one: ComparedWords, other: ComparedWords): boolean {
  const [few, many] =
    one.distinct.size < other.distinct.size
      ? [one.distinct, other.distinct]
      : [other.distinct, one.distinct];
  let shared = 0;
  for (const word of few) if (many.has(word)) shared += 1;
  return shared >= LEAST_SHARED * few.size;
}

/** Whether a text may have all the words of a quotation, but for some that an editor put in. */
export function mayHold(text: ComparedWords, quote: ComparedWords): boolean {
  let allowed = 2 + quote.inserted;
  for (const word of quote.distinct) {
    if (!text.distinct.has(word)) allowed -= 1;
    if (allowed < 0) return false;
  }
  return true;
}

/** Larger than the numbers of a lexicon, so that a pair of them is one number. */
const PAIR = 2 ** 26;

function sequencesOf(words: readonly number[]): number[] {
  const sequences = new Set(words);
  for (let at = 1; at < words.length; at += 1) {
    sequences.add(PAIR * (1 + (words[at - 1] ?? 0)) + (words[at] ?? 0));
  }
  return [...sequences];
}
