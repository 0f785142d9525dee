import type { FoundPerson, PersonMention } from '../story/findPeople';
import type { TextSpan } from './TextSpan';

/** A pronoun further from its name than this many characters is left open. */
const REACH = 1200;

/**
 * The person that a pronoun or a description ("the minister") stands for: the one named last before
 * it whose gender, where known, or role fits. Null where nobody fits: no guess.
 */
export function resolveMention(options: {
  text: string;
  mention: TextSpan;
  isPronoun: boolean;
  gender: 'female' | 'male' | null;
  people: FoundPerson[];
  mentions: PersonMention[];
}): number | null {
  const { text, mention, isPronoun, gender, people, mentions } = options;
  const words = text.slice(mention.start, mention.end).toLowerCase();
  if (isPronoun && gender === null) return null;
  if (!isPronoun && !/^(the|der|die|das|le|la|el) /.test(words)) return null;
  const head = words.split(' ').at(-1) ?? '';
  for (let index = mentions.length - 1; index >= 0; index -= 1) {
    const earlier = mentions[index];
    if (earlier === undefined || earlier.start >= mention.start) continue;
    if (earlier.start < mention.start - REACH) return null;
    const person = people[earlier.person];
    if (person === undefined) continue;
    const fits = isPronoun
      ? person.gender === null || person.gender === gender
      : person.roles.some((role) => role.title.toLowerCase().split(' ').at(-1) === head);
    if (fits) return earlier.person;
  }
  return null;
}
