import type { NameWord } from './scanNames';
import { isHonorific, isTitleHead, isTitleModifier, officeOf } from './roleTitles';

/** A run of capitalised words taken apart: "NATO" | "Secretary General" | "Mark Rutte". */
export interface TitledName {
  organisation: string | null;
  /** The words of the title, null where none is written before the name. */
  title: string | null;
  /** "Mr.", "Sen.": the honorific written before the name. */
  honorific: string | null;
  name: NameWord[];
  /** Where title and name begin in the text. */
  start: number;
}

/** Takes the organisation and the title off the front of a run of capitalised words. */
export function splitTitle(words: NameWord[], text: string): TitledName {
  const last = words.length - 1;
  const untitled = {
    organisation: null,
    title: null,
    honorific: null,
    name: words,
    start: words[0]?.start ?? 0,
  };
  let nameAt = 0;
  for (let index = 0; index < last; index += 1) {
    const word = words[index]?.text ?? '';
    if (isTitleHead(word) || isHonorific(word)) nameAt = index + 1;
  }
  if (nameAt === 0) return untitled;
  // "Secretary of State Marco Rubio": the word after "of" belongs to the title.
  const isOffice = /^ (of|for)( the)? $/.test(between(words[nameAt - 1], words[nameAt], text));
  if (isOffice) {
    nameAt += 1;
    if (nameAt > last) return untitled;
  }
  let titleAt = nameAt - (isOffice ? 2 : 1);
  while (titleAt > 0 && isTitleWord(words[titleAt - 1]?.text ?? '')) titleAt -= 1;
  const titleWords = words.slice(titleAt, nameAt);
  const honorific = titleWords.findLast((word) => isHonorific(word.text))?.text ?? null;
  const plain = titleWords.filter((word) => !isHonorific(word.text));
  const organisation = words.slice(0, titleAt);
  return {
    organisation: organisation.length > 0 ? spanOf(organisation, text) : null,
    title: plain.length > 0 ? spanOf(plain, text) : honorific === null ? null : officeOf(honorific),
    honorific,
    name: words.slice(nameAt),
    start: titleWords[0]?.start ?? 0,
  };
}

function isTitleWord(word: string): boolean {
  return isTitleHead(word) || isTitleModifier(word) || isHonorific(word);
}

function between(left: NameWord | undefined, right: NameWord | undefined, text: string): string {
  return left === undefined || right === undefined ? '' : text.slice(left.end, right.start);
}

/** The words as written, from the first to the last. */
export function spanOf(words: NameWord[], text: string): string {
  return text.slice(words[0]?.start ?? 0, words.at(-1)?.end ?? 0);
}
