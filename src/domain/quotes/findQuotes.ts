import type { FoundQuote, QuoteLanguage, QuoteNature } from './FoundQuote';
import { cuesOf } from './cueWords';
import { speechEnd } from './findUnmarked';
import { judgeNature } from './judgeNature';
import { pairMarks } from './pairMarks';
import type { MarkPair } from './pairMarks';
import type { TextSpan } from './TextSpan';

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
    const { pairs, strays } = pairMarks({ text, from, to });
    const found = pairs.flatMap((pair) => {
      if (!pair.isClosed && !goesOn({ text, pair, to }))
        return leftOpen({ text, pair, to, language });
      return interrupted({ text, pair, language }) ?? [toQuote({ text, pair, language })];
    });
    const unopened = strays.flatMap((stray) =>
      withoutOpening({ text, stray, from, found, language }),
    );
    for (const quote of [...found, ...unopened].sort((a, b) => a.outerStart - b.outerStart)) {
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

/** Offered and never sure: half of the marks are missing. */
const OFFERED = 0.6;

/** "“I stay, Ada Quill said.": speech ends where a speech verb follows, or with the paragraph. */
function leftOpen(options: {
  text: string;
  pair: MarkPair;
  to: number;
  language: QuoteLanguage;
}): FoundQuote[] {
  const { text, pair, to, language } = options;
  const inside = pair.nested.map((inner) => toQuote({ text, pair: inner, language }));
  if (isSingle(text, pair)) return inside;
  const ceiling = pair.nested[0]?.open ?? to;
  const ends = speechEnd(text.slice(pair.openEnd, ceiling), language);
  const isBesideVerb = cuesOf(language).beside.test(
    text.slice(Math.max(0, pair.open - 60), pair.open),
  );
  if (ends === null && !isBesideVerb) return inside;
  const close = ends === null ? ceiling : pair.openEnd + ends;
  const words = toQuote({ text, pair: { ...pair, close, closeEnd: close, nested: [] }, language });
  return [
    { ...words, kind: 'direct', nature: 'speech', confidence: OFFERED, isContinued: false },
    ...inside,
  ];
}

function isSingle(text: string, { open, openEnd }: MarkPair): boolean {
  return /^['‘‚]$/.test(text.slice(open, openEnd));
}

/** "I stay,” Ada Quill said.": from the quotation before it, or the start of the paragraph. */
function withoutOpening(options: {
  text: string;
  stray: TextSpan;
  from: number;
  found: readonly FoundQuote[];
  language: QuoteLanguage;
}): FoundQuote[] {
  const { text, stray, from, found, language } = options;
  if (!cuesOf(language).following.test(text.slice(stray.end, stray.end + 80))) return [];
  if (found.some(({ outerStart, outerEnd }) => outerStart < stray.start && stray.start < outerEnd))
    return [];
  const open = Math.max(
    from,
    ...found.filter((quote) => quote.outerEnd <= stray.start).map(({ outerEnd }) => outerEnd),
  );
  const begins =
    open +
    (/^[^.!?]*[.!?]\s+/.exec(open > from ? text.slice(open, stray.start) : '')?.[0].length ?? 0);
  const pair: MarkPair = {
    open: begins,
    openEnd: begins,
    close: stray.start,
    closeEnd: stray.end,
    isClosed: true,
    nested: [],
  };
  return [
    { ...toQuote({ text, pair, language }), kind: 'direct', nature: 'speech', confidence: OFFERED },
  ];
}

/** "« Je reste, explique Ada Quill, et je vote. »": the writer speaks within the marks. */
function interrupted(options: {
  text: string;
  pair: MarkPair;
  language: QuoteLanguage;
}): FoundQuote[] | null {
  const { text, pair, language } = options;
  if (!INTERRUPTS.includes(language)) return null;
  const { strong } = cuesOf(language);
  const inner = text.slice(pair.openEnd, pair.close);
  for (const match of inner.matchAll(INSERTION)) {
    const verb = match[1]?.toLowerCase() ?? '';
    if (!strong.has(verb)) continue;
    const close = pair.openEnd + match.index + 1;
    const open = pair.openEnd + match.index + match[0].length;
    const parts: MarkPair[] = [
      { ...pair, close, closeEnd: close, nested: [] },
      { ...pair, open, openEnd: open, nested: [] },
    ];
    return parts
      .map((part) => ({
        ...toQuote({ text, pair: part, language }),
        nature: 'speech' as const,
        confidence: 0.9,
      }))
      .filter((quote) => quote.text !== '');
  }
  return null;
}

const INTERRUPTS: readonly QuoteLanguage[] = ['fr', 'es'];
/** ", explique Ada Quill, " and ", a déclaré le maire. " within the marks. */
const INSERTION =
  /[,!?]\s(?:(?:a|ont|avait|ha|se|s’est|s'est)[\s-])?(?:t-)?(\p{Ll}[\p{Ll}’']+)(?:[\s-](?:t-)?(?:il|elle|ils|elles|on)|\s(?:l[ea]s?\s|l['’]|el\s)?\p{L}[\p{L}'’-]*(?:\s(?:d[eu]\s|d['’]|de la\s)?\p{L}[\p{L}'’-]*){0,4}?)(?:[,.]\s?|$)/gu;

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
    speakerAt: null,
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
