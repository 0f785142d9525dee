import type { FoundQuote } from './FoundQuote';

/** A word, a punctuation mark, or a whole quotation, which the rules of attribution never look into. */
export interface Token {
  kind: 'word' | 'mark' | 'quote';
  text: string;
  lower: string;
  start: number;
  end: number;
  /** Index of the quotation, -1 for any other token. */
  quote: number;
  /** A stop that ends a sentence, not one in "Mass.," or "(D-Nev.)". */
  isStop: boolean;
}

const TOKEN =
  /(?:\p{Lu}\.)+|[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:['’.-][\p{L}\p{N}][\p{L}\p{N}\p{M}]*)*|[^\s\p{L}\p{N}]/gu;
const ABBREVIATION =
  /^(Mr|Mrs|Ms|Mx|Dr|Prof|Sen|Sens|Rep|Reps|Gov|Gen|Col|Lt|Capt|Maj|Sgt|Adm|Rev|Fr|St|Jr|Sr|vs|No|Jan|Feb|Mar|Apr|Aug|Sept|Sep|Oct|Nov|Dec|Inc|Corp|Co|Ltd)$/;

/** Reads one paragraph (`from` to `to`) with its quotations (`firstQuote` to `endQuote`) into tokens. */
export function readTokens(options: {
  text: string;
  from: number;
  to: number;
  quotes: FoundQuote[];
  firstQuote: number;
  endQuote: number;
}): Token[] {
  const { text, from, to, quotes, firstQuote, endQuote } = options;
  const tokens: Token[] = [];
  let at = from;
  for (let index = firstQuote; index < endQuote; index += 1) {
    const quote = quotes[index];
    if (quote === undefined) continue;
    readWords({ text, from: at, to: quote.outerStart, tokens });
    tokens.push({
      kind: 'quote',
      text: quote.text,
      lower: '',
      start: quote.outerStart,
      end: quote.outerEnd,
      quote: index,
      isStop: false,
    });
    at = quote.outerEnd;
  }
  readWords({ text, from: at, to, tokens });
  return tokens;
}

function readWords(options: { text: string; from: number; to: number; tokens: Token[] }): void {
  const { text, from, to, tokens } = options;
  let taken = from;
  for (const match of text.slice(from, to).matchAll(TOKEN)) {
    let found = match[0];
    const start = from + match.index;
    if (start < taken) continue;
    if (text[start + found.length] === '.' && ABBREVIATION.test(found)) found = `${found}.`;
    taken = start + found.length;
    tokens.push({
      kind: /[\p{L}\p{N}]/u.test(found) ? 'word' : 'mark',
      text: found,
      lower: found.toLowerCase(),
      start,
      end: start + found.length,
      quote: -1,
      isStop:
        /^[.!?]$/.test(found) &&
        !isOrdinal(text, start) &&
        !/^(?:[,;:)\]]|\s*\p{Ll})/u.test(text.slice(start + 1, start + 4)),
    });
  }
}

const DATE_BEHIND =
  /^\.\s(?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|Jahrhundert)/;

/** "Am 20. Juli": a German ordinal, and no end of a sentence. */
function isOrdinal(text: string, stop: number): boolean {
  return /\d/.test(text[stop - 1] ?? '') && DATE_BEHIND.test(text.slice(stop, stop + 14));
}
