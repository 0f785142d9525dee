import { genderOfGivenName } from './givenNames';
import type { PersonRole } from './ParsedStory';
import { readRoleAfter, readRoleBefore } from './readRole';
import { genderOfTitle, isTitleHead, isTitleModifier } from './roleTitles';
import { scanNames } from './scanNames';
import type { NameRun } from './scanNames';
import { spanOf, splitTitle } from './splitTitle';

/** A run of capitals that may name a person, with what stands around it. */
export interface NameCandidate {
  /** Title included, organisation not. */
  start: number;
  end: number;
  /** The words of the name without the title. */
  words: string[];
  name: string;
  /** Title and name as written, or the name alone. */
  titled: string;
  title: string | null;
  gender: 'female' | 'male' | null;
  titleGender: 'female' | 'male' | null;
  role: PersonRole | null;
  isAfterThe: boolean;
}

const LONGEST_NAME = 5;

/** Reads every run of capitals in a text that could be a name, in order. */
export function readNameCandidates(text: string): NameCandidate[] {
  return scanNames(text).flatMap((run) => readCandidate(run, text) ?? []);
}

function readCandidate(run: NameRun, text: string): NameCandidate | null {
  const split = splitTitle(run.words, text);
  const first = split.name[0];
  const last = split.name.at(-1);
  const words = split.name.map((word) => word.text);
  if (first === undefined || last === undefined || words.length > LONGEST_NAME) return null;
  if (words.every((word) => isTitleHead(word) || isTitleModifier(word))) return null;
  const title = split.honorific ?? split.title;
  const titleGender = genderOfTitle(title?.split(' ').at(-1) ?? '');
  const written: PersonRole | null =
    split.title === null ? null : { title: split.title, organisation: split.organisation };
  return {
    start: split.start,
    end: last.end,
    words,
    name: spanOf(split.name, text),
    titled: text.slice(split.start, last.end),
    title,
    titleGender,
    gender: titleGender ?? genderOfGivenName(words[0] ?? ''),
    role: written ?? readRoleBefore(text, first.start) ?? readRoleAfter(text, last.end),
    isAfterThe: run.isAfterThe,
  };
}
