import type { TextualSpeaker } from './readQuotations';

/** Who the record says spoke: a person with every form of the name, or words for somebody. */
export interface Speaker {
  /** Empty where the record names nobody. */
  name: string;
  aliases: readonly string[];
  isPerson: boolean;
}

/**
 * Whether the text surely names another person as the speaker than the record does. Where either
 * leaves it open, or the two may be forms of one name, it does not.
 */
export function saysAnother(text: TextualSpeaker, record: Speaker): boolean {
  const { name } = text;
  if (!text.isConfident || !name || !record.name) return false;
  if (!record.isPerson) return !includesWord(record.name, surnameOf(name));
  const recorded = [record.name, ...record.aliases];
  if ([name, ...text.forms].some((form) => recorded.includes(form))) return false;
  return !mayBeOneName(name, record.name);
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
