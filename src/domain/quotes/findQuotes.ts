import type { FoundQuote, QuoteLanguage, QuoteNature } from './FoundQuote';
import { judgeNature } from './judgeNature';
import { pairMarks } from './pairMarks';
import type { MarkPair } from './pairMarks';

/**
 * Finds every quotation in a text whose paragraphs stand on lines of their own. Offsets count UTF-16
 * code units of `text`. Speech that runs over paragraphs (the opening mark repeated, the closing one
 * only at the end) is one quotation for each paragraph, all but the last `isContinued`. Quotations
 * inside a quotation are in its `nested`. Terms, titles of works and words in scare marks are found
 * too: `nature` and `confidence` tell them from speech.
 */
export function findQuotes(text: string, options: { language?: QuoteLanguage } = {}): FoundQuote[] {
  const language = options.language ?? 'en';
  const quotes: FoundQuote[] = [];
  for (const { from, to } of paragraphsOf(text)) {
    const pairs = pairMarks({ text, from, to }).flatMap((pair) =>
      pair.isClosed || goesOn({ text, pair, to }) ? [pair] : pair.nested,
    );
    for (const pair of pairs) {
      const quote = toQuote({ text, pair, language });
      if (quote.text !== '') quotes.push(quote);
    }
  }
  return quotes;
}

function paragraphsOf(text: string): { from: number; to: number }[] {
  const paragraphs: { from: number; to: number }[] = [];
  let from = 0;
  while (from < text.length) {
    const feed = text.indexOf('\n', from);
    const to = feed === -1 ? text.length : feed;
    if (to > from) paragraphs.push({ from, to });
    from = to + 1;
  }
  return paragraphs;
}

/** Speech goes on where the next paragraph opens with the same mark. */
function goesOn(options: { text: string; pair: MarkPair; to: number }): boolean {
  const { text, pair, to } = options;
  const mark = text.slice(pair.open, pair.openEnd);
  return text
    .slice(to, to + 200)
    .trimStart()
    .startsWith(mark);
}

function toQuote(options: { text: string; pair: MarkPair; language: QuoteLanguage }): FoundQuote {
  const { text, pair, language } = options;
  const inner = text.slice(pair.openEnd, pair.close);
  // French guillemets stand off their words by a space that belongs to the mark.
  const start = pair.openEnd + (inner.length - inner.trimStart().length);
  const end = pair.close - (inner.length - inner.trimEnd().length);
  const words = text.slice(start, end);
  const { nature, confidence } = judgeNature({ text, pair, words, language });
  return {
    start,
    end,
    outerStart: pair.open,
    outerEnd: pair.closeEnd,
    text: words,
    kind: kindOf({ text, pair, words, nature }),
    nature,
    confidence,
    isContinued: !pair.isClosed,
    nested: pair.nested.map((inside) => toQuote({ text, pair: inside, language })),
  };
}

function kindOf(options: {
  text: string;
  pair: MarkPair;
  words: string;
  nature: QuoteNature;
}): 'direct' | 'partial' {
  const { text, pair, words, nature } = options;
  if (!pair.isClosed) return 'direct';
  if (nature !== 'speech') return 'partial';
  const isInterrupted = /["”»“’'],? [^"“„«\n]{2,80},\s$/.test(
    text.slice(Math.max(0, pair.open - 90), pair.open),
  );
  const opensSentence = /^[\p{Lu}\d¿¡…[(‘'“]/u.test(words) || isInterrupted;
  const endsSentence =
    /[.!?…,—–-][’'”]?$/.test(words) || /^[.!?,]/.test(text.slice(pair.closeEnd, pair.closeEnd + 1));
  return opensSentence && endsSentence ? 'direct' : 'partial';
}
