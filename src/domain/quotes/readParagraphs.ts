import type { PersonMention } from '../story/findPeople';
import { cuesOf } from './cueWords';
import type { Clause } from './findSubject';
import type { FoundQuote, QuoteLanguage } from './FoundQuote';
import { readTokens } from './readTokens';

export interface Paragraph extends Clause {
  /** For each quotation of the paragraph, in order: its index, and the index of its token. */
  quotes: { index: number; at: number }[];
}

/**
 * Reads a text into the tokens of its paragraphs, one token for each quotation, and says which
 * tokens name a person. Names inside of quotations are left out: who is spoken of does not speak.
 */
export function readParagraphs(options: {
  text: string;
  quotes: FoundQuote[];
  mentions: PersonMention[];
  language: QuoteLanguage;
}): Paragraph[] {
  const { text, quotes, mentions, language } = options;
  const paragraphs: Paragraph[] = [];
  let from = 0;
  let quote = 0;
  let mention = 0;
  for (const line of text.split('\n')) {
    const to = from + line.length;
    const firstQuote = quote;
    while ((quotes[quote]?.outerStart ?? Infinity) < to) quote += 1;
    const tokens = readTokens({ text, from, to, quotes, firstQuote, endQuote: quote });
    const mentionAt = new Int32Array(tokens.length).fill(-1);
    for (const [index, token] of tokens.entries()) {
      while ((mentions[mention]?.end ?? Infinity) <= token.start) mention += 1;
      const isNamed = (mentions[mention]?.start ?? Infinity) <= token.start;
      if (token.kind === 'word' && isNamed) mentionAt[index] = mention;
    }
    if (tokens.length > 0) {
      paragraphs.push({
        tokens,
        mentionAt,
        cues: cuesOf(language),
        quotes: tokens.flatMap((token, at) =>
          token.kind === 'quote' ? [{ index: token.quote, at }] : [],
        ),
      });
    }
    from = to + 1;
  }
  return paragraphs;
}
