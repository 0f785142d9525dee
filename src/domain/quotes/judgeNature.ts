import { cuesOf } from './cueWords';
import type { QuoteLanguage, QuoteNature } from './FoundQuote';
import type { MarkPair } from './pairMarks';

/** Words that introduce a term: so-called "x", the word "x", known as "x". */
const TERM_BEFORE =
  /\b(so-called|sogenannte[nrsm]?|known as|nicknamed|dubbed|named|titled|entitled|the (word|words|term|phrase|name|slogan|hashtag|label|acronym|nickname)|called|labelled|labeled|termed|le mot|das wort|la palabra|baptisée?|llamad[oa])\s*$/i;
/** Words that introduce or follow the title of a work or a programme. */
const TITLE_BEFORE =
  /\b(on|in|of|to|for|watch(ed|ing)?|read(ing)?|book|novel|film|movie|play|album|song|single|show|series|programme|program|podcast|magazine|essay|memoir|documentary|episode|musical|opera|sitcom|report|study|paper|article|column|host(ed)?( of)?|titled|entitled|called|nbc['’]s|abc['’]s|cbs['’]s|cbs|nbc|abc|cnn['’]s|fox news['’]?s?|msnbc['’]s)\s*$/i;
const SMALL = new Set(
  'a an and as at but by de der des die du el for from in la le les of on or the to und with vs v'.split(
    ' ',
  ),
);

/**
 * Tells speech from titles of works, terms and scare marks by the words in the marks and those next
 * to them. `confidence` is that of being speech, 0 to 1.
 */
export function judgeNature(options: {
  text: string;
  pair: MarkPair;
  words: string;
  language: QuoteLanguage;
}): { nature: QuoteNature; confidence: number } {
  const { text, pair, words, language } = options;
  const before = text.slice(Math.max(0, pair.open - 60), pair.open);
  const after = text.slice(pair.closeEnd, pair.closeEnd + 60);
  const count = words.split(/\s+/).length;
  const isAtSpeechVerb =
    cuesOf(language).beside.test(before) || cuesOf(language).following.test(after);
  if (!isAtSpeechVerb && isTitleCase(words, count) && TITLE_BEFORE.test(before)) {
    return { nature: 'title', confidence: 0.05 };
  }
  if (!isAtSpeechVerb && count <= 5 && TERM_BEFORE.test(before)) {
    return { nature: 'term', confidence: 0.1 };
  }
  if (isAtSpeechVerb) return { nature: 'speech', confidence: count < 3 ? 0.85 : 0.98 };
  if (count <= 2 && !/[.!?]$/.test(words)) return { nature: 'scare', confidence: 0.35 };
  if (isTitleCase(words, count) && count >= 3) return { nature: 'title', confidence: 0.2 };
  return { nature: 'speech', confidence: count < 4 ? 0.7 : 0.9 };
}

/** Every word but the small ones has a capital, as titles are written in English. */
function isTitleCase(words: string, count: number): boolean {
  if (count > 12 || /[.!?].*[.!?]/.test(words)) return false;
  const telling = words
    .split(/\s+/)
    .map((word) => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ''))
    .filter((word) => word !== '' && !SMALL.has(word));
  return telling.length > 0 && telling.every((word) => /^[\p{Lu}\p{N}]/u.test(word)) && count >= 2;
}
