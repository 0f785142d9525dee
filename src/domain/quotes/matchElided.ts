import { isWhole } from './isWhole';
import type { TextSpan } from './TextSpan';

export type QuoteChange = 'elision' | 'insertion' | 'capital';

/** What … may stand for: some 80 words, about half a minute of speech. */
const LONGEST_GAP = 500;
/** What words in brackets may stand for: a few words, such as a pronoun or a name. */
const LONGEST_REPLACED = 60;
/** Fewer words than these, taken apart, fit somewhere in any text. */
const FEWEST_WORDS = 3;

const EDITED = /\[ ?\. ?\. ?\. ?\]|\.(?: ?\.){2,3}|\[([^\]]*)\](?=(\p{L})?)/gu;
const NO_LETTER_BEFORE = String.raw`(?<![\p{L}\p{N}])`;
const NO_LETTER_AFTER = String.raw`(?![\p{L}\p{N}])`;

/**
 * Matches a folded quotation in which an editor has left words out (... or [...]), put words in
 * brackets or changed the capital of a word ([T]he, or the first letter) against a folded text.
 * Null where any other letter differs.
 */
export function matchElided(options: {
  quote: string;
  text: string;
}): (TextSpan & { changes: QuoteChange[] }) | null {
  const { quote, text } = options;
  const changes = new Set<QuoteChange>();
  const kept = quote.replace(EDITED, ' ').match(/[\p{L}\p{N}]+/gu) ?? [];
  if (kept.length < FEWEST_WORDS && kept.length < quote.split(' ').length) return null;
  const source = readPattern(quote, changes);
  for (const match of text.matchAll(new RegExp(source, 'gu'))) {
    const span = { start: match.index, end: match.index + match[0].length };
    if (!isWhole({ text, ...span })) continue;
    // Only the first letter is left, and it differs where nothing was bracketed or left out.
    if (text[span.start] !== quote[0] && /^\p{L}/u.test(quote)) changes.add('capital');
    return { ...span, changes: [...changes] };
  }
  return null;
}

function readPattern(quote: string, changes: Set<QuoteChange>): string {
  // Runs of words, and between them what may stand in a gap.
  const runs = [''];
  const gaps: string[] = [];
  let at = 0;
  const append = (words: string): void => {
    const isFirst = runs.length === 1 && runs[0] === '';
    runs.push((runs.pop() ?? '') + literal(words, isFirst));
  };
  for (const match of quote.matchAll(EDITED)) {
    const inside = match[1];
    append(quote.slice(at, match.index));
    at = match.index + match[0].length;
    if (inside?.length === 1 && match[2] !== undefined) {
      changes.add('capital');
      runs.push((runs.pop() ?? '') + eitherCase(inside));
      continue;
    }
    changes.add(inside === undefined ? 'elision' : 'insertion');
    gaps.push(`[^]{0,${inside === undefined ? LONGEST_GAP : LONGEST_REPLACED}}?`);
    runs.push('');
  }
  append(quote.slice(at));
  let pattern = '';
  for (const [index, run] of runs.entries()) {
    const words = run.trim();
    if (words === '') continue;
    // What is left out at either end of a quotation is anything at all.
    const gap =
      pattern === '' ? '' : `${NO_LETTER_AFTER}${gaps[index - 1] ?? ''}${NO_LETTER_BEFORE}`;
    pattern += gap + words;
  }
  return pattern;
}

function literal(words: string, isFirst: boolean): string {
  const first = words.trimStart()[0];
  if (!isFirst || first === undefined || !/\p{L}/u.test(first)) return escaped(words);
  return eitherCase(first) + escaped(words.trimStart().slice(1));
}

function eitherCase(letter: string): string {
  const forms = new Set([letter, letter.toLowerCase(), letter.toUpperCase()]);
  return `(?:${[...forms].map(escaped).join('|')})`;
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
