import { isHeading, markdownHeading } from './isHeading';
import { readDateline } from './readDateline';

const LONGEST = 320;
/** Half of a summary's telling words come back in the lead that it sums up. */
const SHARED = 0.5;
const FEWEST_SHARED = 4;

/**
 * Whether `block`, the text under the headline, is a standfirst: a short summary above the lead. It
 * is one where a byline or a dateline opens the story below it, where it is set in Markdown emphasis
 * or a Markdown quote, where it has no closing stop, or where it is shorter than the paragraph below
 * and that one tells the same again.
 */
export function isStandfirst(options: {
  block: string;
  next: string | null;
  isBylineBetween: boolean;
}): boolean {
  const { block, next, isBylineBetween } = options;
  if (next === null || block.length > LONGEST) return false;
  if (markdownHeading(next) !== null || isHeading(next)) return false;
  if (readDateline(block).dateline !== null) return false;
  if (isTime(block) || isSpeech(block)) return false;
  if (isBylineBetween || readDateline(next).dateline !== null) return true;
  if (/^([*_]{1,2}).+\1$/.test(block) || block.startsWith('> ')) return true;
  if (!/[.!?:…]["”’»“]?$/.test(block)) return true;
  return block.length < next.length && tellsTheSame(block, next);
}

/** "18:02", "5.40 pm: doors open": an entry of a live blog. */
function isTime(text: string): boolean {
  return /^\W*\d{1,2}[:.h]\d{2}\b/.test(text) || !/\p{L}{2}/u.test(text);
}

/** Somebody speaks from the first word: all of it in marks, or marks that end a clause. */
function isSpeech(text: string): boolean {
  return (
    /^["“”„«»‘‚「『][^"“”„«»’‘」』]*(?:[,.!?…]["“”«»’‘」』]|["“”«»’‘」』](?:\s*[,–—]|\s*$))/u.test(
      text,
    ) || /^[–—]\s/.test(text)
  );
}

function tellsTheSame(block: string, next: string): boolean {
  const told = tellingWords(block);
  const again = tellingWords(next);
  const shared = [...told].filter((word) => again.has(word)).length;
  return shared >= FEWEST_SHARED && shared / told.size >= SHARED;
}

/** Words of four letters and more, and capitalised ones, cut to a stem of six. */
function tellingWords(text: string): Set<string> {
  const words = text.match(/\p{L}[\p{L}'’]*/gu) ?? [];
  return new Set(
    words
      .filter((word) => word.length >= 4 || /^\p{Lu}{2,}/u.test(word))
      .map((word) => word.toLowerCase().slice(0, 6)),
  );
}
