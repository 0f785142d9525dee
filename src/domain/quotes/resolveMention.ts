import type { FoundPerson, PersonMention } from '../story/findPeople';
import type { TextSpan } from './TextSpan';

/** A pronoun further from its name than this many characters is left open. */
const REACH = 1200;
const SENTENCE_END = /[.!?]["”’»)]*\s|\n/;

/**
 * The person that a pronoun or a description ("the minister") stands for, or null where nobody fits:
 * no guess. Of the mentions before it (in order, those inside of quotations left out), the nearest
 * sentence that names somebody fitting decides, and in it the first one, which is its subject more
 * often than the others. A pronoun fits by gender where that is known, a description by its role.
 */
export function resolveMention(options: {
  text: string;
  mention: TextSpan;
  /** Null for a description; "any" for "I", "they" and the like, which are left open. */
  pronounGender: 'female' | 'male' | 'any' | null;
  people: FoundPerson[];
  mentions: PersonMention[];
}): number | null {
  const { text, mention, pronounGender, people, mentions } = options;
  const words = text.slice(mention.start, mention.end).toLowerCase();
  if (pronounGender === 'any') return null;
  if (pronounGender === null && !/^(the|der|die|das|le|la|el) /.test(words)) return null;
  const fits = (person: FoundPerson | undefined): boolean =>
    pronounGender === null
      ? (person?.roles.some((role) => words.endsWith(lastWord(role.title))) ?? false)
      : person?.gender === pronounGender || person?.gender === null;

  let found: PersonMention | null = null;
  for (let index = firstAfter(mentions, mention.start) - 1; index >= 0; index -= 1) {
    const earlier = mentions[index];
    if (earlier === undefined || earlier.start < mention.start - REACH) break;
    if (!fits(people[earlier.person])) continue;
    if (found !== null && SENTENCE_END.test(text.slice(earlier.end, found.start))) break;
    found = earlier;
  }
  return found?.person ?? null;
}

function lastWord(title: string): string {
  return ` ${title.toLowerCase().split(' ').at(-1) ?? ''}`;
}

/** The index of the first mention that begins at or after an offset. */
function firstAfter(mentions: PersonMention[], offset: number): number {
  let low = 0;
  let high = mentions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((mentions[middle]?.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
