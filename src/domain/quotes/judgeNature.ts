import { cuesOf } from './cueWords';
import type { QuoteLanguage, QuoteNature } from './FoundQuote';
import type { MarkPair } from './pairMarks';

/** Words that introduce a term: so-called "x", the word "x", known as "x". */
const TERM_BEFORE =
  /\b(so-called|sogenannte[nrsm]?|known as|nicknamed|dubbed|named|titled|entitled|the (word|words|term|phrase|name|slogan|hashtag|label|acronym|nickname)|called|labelled|labeled|termed|le mot|das wort|la palabra|baptisée?|llamad[oa])\s*$/i;
/** What is written on a sign, or what a seller calls its goods, is said by nobody. */
const SIGN_BEFORE =
  /\b(banners?|placards?|signs?|posters?|t-shirts?|shirts?|graffiti|plaques?|stickers?|badges?|headlines?|slogans?|labels?|notices?|inscriptions?|plakate?|transparente?|banner|schild(er)?|aufschrift|banderoles?|pancartas?|pancartes?)\b[^.!?“”"]{0,40}\b(reads?|reading|said|says|saying|with|bearing|that|of|was|were|declar(ed|ing)|proclaim(ed|ing)|mit|las|steht|stand|disait|decía)( the words)?[,:]?\s*$/i;
const PRODUCT_BEFORE =
  /\b(call(s|ed|ing)? (its|their)( [\p{L}-]+){1,3}|(sold|marketed|branded|billed|advertised|known|launched|trades?|trading|vermarktet|verkauft) (as|under( the name)?|als)|under the (name|brand|title)( of)?|brand(ed)?|its|product|range)\s*$/iu;
/** A work or a sign before a colon: "Her latest book:". */
const WORK_BEFORE_COLON =
  /\b(book|novel|film|movie|play|album|song|single|show|series|programme|program|podcast|magazine|essay|memoir|documentary|episode|musical|opera|report|study|paper|article|column|title|headline|banner|placard|sign|poster|slogan|name|motto|theme|topic|exhibition|buch|roman|lied|serie|titel|thema)\b[^.!?]{0,30}:\s*$/i;
/** Words that introduce or follow the title of a work or a programme. */
const TITLE_BEFORE =
  /\b(on|in|of|to|for|watch(ed|ing)?|read(ing)?|book|novel|film|movie|play|album|song|single|show|series|programme|program|podcast|magazine|essay|memoir|documentary|episode|musical|opera|sitcom|report|study|paper|article|column|host(ed)?( of)?|titled|entitled|called|nbc['’]s|abc['’]s|cbs['’]s|cbs|nbc|abc|cnn['’]s|fox news['’]?s?|msnbc['’]s)\s*$/i;
const SMALL = new Set(
  'a an and as at but by de der des die du el for from in la le les of on or the to und with vs v'.split(
    ' ',
  ),
);

/** Chinese and Japanese. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const SAID_BEFORE = /[说說道称稱問问][，,]?[：:]?\s*$/u;
const SAID_AFTER =
  /^[，,]?\s*[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]{0,12}(?:[说說道称稱]|表示|指出|と(?:述べ|話し|語っ|言っ))/u;

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
  const isUnspaced = UNSPACED.test(words);
  // Scripts without spaces have no words to count: two of their characters are about one.
  const count = isUnspaced ? Math.ceil(words.length / 2) : words.split(/\s+/).length;
  const isAtSpeechVerb =
    (isUnspaced && (SAID_BEFORE.test(before) || SAID_AFTER.test(after))) ||
    cuesOf(language).beside.test(before) ||
    [after, inSmall(after)].some((words) => cuesOf(language).following.test(words));
  if (!isAtSpeechVerb && isTitleCase(words, count) && TITLE_BEFORE.test(before)) {
    return { nature: 'title', confidence: 0.05 };
  }
  if (!isAtSpeechVerb && count <= 5 && TERM_BEFORE.test(before)) {
    return { nature: 'term', confidence: 0.1 };
  }
  if (SIGN_BEFORE.test(before)) return { nature: 'term', confidence: 0.2 };
  if (!isAtSpeechVerb && count <= 7 && PRODUCT_BEFORE.test(before)) {
    return { nature: 'term', confidence: 0.1 };
  }
  if (isAtSpeechVerb) return { nature: 'speech', confidence: count < 3 ? 0.85 : 0.98 };
  // A title in Chinese or Japanese stands in the same marks.
  if (isUnspaced && words.length >= 8) return { nature: 'speech', confidence: 0.6 };
  if (language === 'de' && isGermanName({ text, pair, words, before, count })) {
    return { nature: 'title', confidence: 0.3 };
  }
  if (count <= 2 && !/[.!?]$/.test(words)) return { nature: 'scare', confidence: 0.35 };
  if (isTitleCase(words, count) && count >= 4 && /:\s*$/.test(before)) {
    const isWork = WORK_BEFORE_COLON.test(before);
    return { nature: isWork ? 'title' : 'speech', confidence: isWork ? 0.1 : 0.55 };
  }
  if (isTitleCase(words, count) && count >= 3) return { nature: 'title', confidence: 0.2 };
  return { nature: 'speech', confidence: count < 4 ? 0.7 : 0.9 };
}

/**
 * "Das Lied „Für dich“", "die „Initiative freier Rundfunk“": words in marks right behind a noun or an
 * article that make no sentence are what something is called.
 */
function isGermanName(options: {
  text: string;
  pair: MarkPair;
  words: string;
  before: string;
  count: number;
}): boolean {
  const { words, before, count } = options;
  if (count > 9 || !/^[\p{Lu}\p{N}]/u.test(words) || /[.!?…]$/.test(words)) return false;
  if (
    /(?<!\p{L})(ich|wir|mir|mich|uns|ist|sind|war|wird|hat|haben|sei|muss|kann|nicht)(?!\p{L})/iu.test(
      words,
    )
  ) {
    return false;
  }
  const isBehindName =
    /(?<!\p{L})(der|die|das|des|dem|den|ein|eine[rsnm]?|im|vom|zum|zur|am|sein|seine[nmr]?|ihr|ihre[nmr]?) $/iu.test(
      before,
    ) ||
    /(?<!\p{L})(?:\p{L}*(?:film|buch|lied|album|titel|motto|namen?|zeitung|zeitschrift|magazin|serie|sendung|roman|stück|musical|oper|song|single|band|firma|organisation|initiative|verein|projekt|kampagne|marke|begriff|schiff|fähre|stiftung|partei|gruppe|kategorie|rubrik|bereich|ausstellung|studie|konferenz|programm|portal|blatt|agentur|restaurant|hotel|theater|aktion|preis|auszeichnung|orden)(?:s|es|n|en)?) $/iu.test(
      before,
    );
  return isBehindName;
}

/** "Says Quill" and "Quill Says", as headlines have it, with the verb in small letters. */
function inSmall(after: string): string {
  return after
    .replace(/^(,?\s*)(\p{Lu})(?=\p{Ll}+s (?:\p{Lu}|$))/u, (_, space: string, letter: string) => {
      return space + letter.toLowerCase();
    })
    .replace(
      /^(,?\s*\p{Lu}\S* )(\p{Lu})(?=\p{Ll}+s?(?!\p{L}))/u,
      (_, name: string, letter: string) => {
        return name + letter.toLowerCase();
      },
    );
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
