import type { TextSpan } from './TextSpan';

/** A difference in marks or in capitals alone is small, yet it is one. */
const SMALL = 0.05;
/** What is longer is no word that somebody mistyped. */
const LONGEST_COMPARED = 40;
/** Pairs of words compared letter by letter in one lexicon; whatever comes after is another word. */
const MOST_COMPARED = 20_000;

/** … in a quotation, which stands for any number of words. */
export const GAP = 0;

/**
 * The words of one comparison of texts, each as a number: the same word has the same number in all
 * texts that were read with the lexicon.
 */
export interface Lexicon {
  numbers: Map<string, number>;
  /** For each number the number of the bare word: without marks, in small letters. */
  bare: number[];
  words: string[];
  distances: Map<number, number>;
}

/** The words of a folded text, as numbers of a lexicon. */
export interface ReadWords {
  words: number[];
  /** The same words without marks and in small letters. */
  bare: number[];
  places: TextSpan[];
  /** Where each bare word stands; made when it is first asked for. */
  index?: Map<number, number[]>;
}

export function newLexicon(): Lexicon {
  return { numbers: new Map([['…', GAP]]), bare: [GAP], words: ['…'], distances: new Map() };
}

const WORD = /\S+/g;
const ELISION = /\[? ?\. ?\. ?\.(?: ?\.)? ?\]?/g;

/**
 * Reads the words of a folded text. With gaps ... and [...] stand for words that were left out, and
 * the places of the words are not those of the text.
 */
export function readWords(folded: string, lexicon: Lexicon, hasGaps = false): ReadWords {
  const read: ReadWords = { words: [], bare: [], places: [] };
  const text = hasGaps ? folded.replace(ELISION, ' … ') : folded;
  for (const { 0: found, index } of text.matchAll(WORD)) {
    const inside = withoutMarks(found);
    const start = index + found.indexOf(inside);
    const word = numberOf(inside, lexicon);
    read.words.push(word);
    read.bare.push(lexicon.bare[word] ?? word);
    read.places.push({ start, end: start + inside.length });
  }
  return read;
}

function withoutMarks(word: string): string {
  if (!word.startsWith("'") && !word.endsWith("'")) return word;
  return /^'*(.*?)'*$/.exec(word)?.[1] ?? word;
}

function numberOf(word: string, lexicon: Lexicon): number {
  const known = lexicon.numbers.get(word);
  if (known !== undefined) return known;
  const number = lexicon.words.length;
  lexicon.numbers.set(word, number);
  lexicon.words.push(word);
  lexicon.bare.push(number);
  const bare = word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '').toLowerCase();
  if (bare !== word) lexicon.bare[number] = numberOf(bare, lexicon);
  return number;
}

/** 0 for the same word, 1 for another one, between them the share of the letters that differ. */
export function wordDistance(one: number, other: number, lexicon: Lexicon): number {
  if (one === other) return 0;
  const [bare = one, otherBare = other] = [lexicon.bare[one], lexicon.bare[other]];
  if (bare === otherBare) return SMALL;
  const [low, high] = bare < otherBare ? [bare, otherBare] : [otherBare, bare];
  const key = low * 0x4000000 + high;
  const known = lexicon.distances.get(key);
  if (known !== undefined) return known;
  const [word = '', otherWord = ''] = [lexicon.words[bare], lexicon.words[otherBare]];
  // Words with nothing in common at either end are not worth the counting.
  if (word[0] !== otherWord[0] && word.at(-1) !== otherWord.at(-1)) return 1;
  const longest = Math.max(word.length, otherWord.length);
  if (longest > LONGEST_COMPARED || lexicon.distances.size >= MOST_COMPARED) return 1;
  const share = Math.max(SMALL, editDistance(word, otherWord) / Math.max(longest, 1));
  lexicon.distances.set(key, share);
  return share;
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
