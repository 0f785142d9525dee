import type { TextualSpeaker } from './readQuotations';

/** Who the record says spoke: a person with every form of the name, or words for somebody. */
export interface Speaker {
  /** Empty where the record names nobody. */
  name: string;
  aliases: readonly string[];
  /** What the person is or was, and whom they are or were it for. */
  roles: readonly string[];
  isPerson: boolean;
}

/**
 * Whether the text surely names another as the speaker than the record does: another person, or
 * somebody who is introduced without a name. Where either leaves it open, or the two may be forms of
 * one name, it does not.
 */
export function saysAnother(text: TextualSpeaker, record: Speaker): boolean {
  const { name } = text;
  if (!text.isConfident || !record.name) return false;
  if (!name) return introducesAnother(text.mention, record);
  if (!record.isPerson) return !includesWord(record.name, surnameOf(name));
  const recorded = [record.name, ...record.aliases];
  if ([name, ...text.forms].some((form) => recorded.includes(form))) return false;
  return !mayBeOneName(name, record.name);
}

/** "A rival", "several residents", "her lawyer": nobody of whom the text has spoken before. */
const INTRODUCES =
  /^(an?|one|another|some|several|many|two|three|four|five|other|both|his|her|their|its|my|our|ein|eine|einer|andere|anderer|mehrere|einige|viele|zwei|drei|seine?|ihre?|un|une|des|plusieurs|certains|deux|son|sa|ses|leur|leurs|una|unos|unas|otros?|otras?|varios|varias|algunos|algunas|dos|su|sus)\s/iu;
/** "A spokesman for the council", "Quill's lawyer". */
const OF_SOMEBODY = /(?:['’]s?\s\p{L})|(?:spokes|sprecher|porte-parole|portavoz)/iu;

function introducesAnother(mention: string, record: Speaker): boolean {
  if (!INTRODUCES.test(mention) && !OF_SOMEBODY.test(mention)) return false;
  const known = [record.name, ...record.aliases, ...record.roles].flatMap(tellingWords);
  return !tellingWords(mention).some((word) => known.includes(word));
}

/** The words of a description that tell one from another; "a", "the" and "of" do not. */
function tellingWords(text: string): string[] {
  return (text.toLowerCase().match(/\p{L}{4,}/gu) ?? []).filter(
    (word) =>
      !/^(another|other|several|many|some|three|four|five|both|their|eine|einer|andere|mehrere|einige|with|from|seine|ihre)/.test(
        word,
      ),
  );
}

/** "A. Quill" and "Ada Quill", "Mr. Quill" and "Ada Quill"; never "Bruno Quill" and "Ada Quill". */
function mayBeOneName(one: string, other: string): boolean {
  if (surnameOf(one) !== surnameOf(other)) return false;
  const [first = '', second = ''] = [one, other].map((name) => name.split(' ')[0] ?? '');
  const isShort = (given: string) => given.endsWith('.') || given === surnameOf(one);
  return first[0] === second[0] || isShort(first) || isShort(second);
}

function surnameOf(name: string): string {
  return name.split(' ').at(-1) ?? name;
}

function includesWord(text: string, word: string): boolean {
  return text.split(/[^\p{L}\p{M}'’-]+/u).includes(word);
}
