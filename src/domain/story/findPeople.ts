import { genderOfGivenName } from './givenNames';
import { isNoPersonsName } from './notPeople';
import type { KnownPerson, PersonRole } from './ParsedStory';
import { readNameCandidates } from './readNameCandidates';
import type { NameCandidate } from './readNameCandidates';

export interface FoundPerson {
  name: string;
  aliases: string[];
  roles: PersonRole[];
  wikidataId: string | null;
  /** As a title or a given name suggests: for pronouns only, never to be stored or shown. */
  gender: 'female' | 'male' | null;
}

/** One place where a text names a person, title included. */
export interface PersonMention {
  start: number;
  end: number;
  /** Index into `people`. */
  person: number;
}

interface Entry extends FoundPerson {
  surname: string;
  /** The full name, and every form known before. */
  forms: Set<string>;
  /** Named in this text beyond doubt, so that a bare surname means this person. */
  isNamed: boolean;
}

/** Points of evidence that a run of capitals needs to be taken for a person. */
const ENOUGH = 2;
const SPOKE =
  '(?:said|says|told|asked|added|wrote|recalled|replied|warned|insisted|argued|äußerte|betonte|kritisierte|forderte|warnte|meinte|schrieb|a déclaré|a dit|a expliqué|sagte|sagt|erklärte|dijo|afirmó)';
const SPOKE_AFTER = new RegExp(`^,? ${SPOKE}\\b`);
const SPOKE_BEFORE = new RegExp(`\\b${SPOKE} $`);
/** "Ada Quill, of Port Hallow, said": organisations are given with their place rarely. */
const OF_A_PLACE = /^, (?:of|from|aus|de) \p{Lu}[\p{L}'’-]*(?: \p{Lu}[\p{L}'’-]*){0,3}(?=[,.:;])/u;
const PERSONAL =
  /^(, \d{1,3},| \((?:CDU|CSU|SPD|FDP|AfD|Grüne|Grünen|GRÜNE|Linke|LINKE|BSW|ÖVP|SPÖ|FPÖ|NEOS|SVP)\)|,? who\b|['’]s? (wife|husband|mother|father|son|daughter)\b)/;

/**
 * Finds the people that a text names, and every mention of them, in order. A surname, or a title
 * with a surname, belongs to the person whose full name the text gives, or to the known person of
 * that name or alias; of two people with one surname, to the one of the right gender named last.
 * Nobody is taken up without evidence (a title, a common given name, an age, a role, being quoted).
 *
 * Word lists and rules rather than a language model: they run in the browser, take less than a
 * millisecond for an article, and every decision can be explained.
 */
export function findPeople(options: { text: string; knownPeople?: readonly KnownPerson[] }): {
  people: FoundPerson[];
  mentions: PersonMention[];
} {
  const { text, knownPeople = [] } = options;
  const candidates = readNameCandidates(text);
  const entries = knownPeople.map(knownEntry);
  addFullNames({ entries, candidates, text });
  addTitledSurnames(entries, candidates);

  const people: FoundPerson[] = [];
  const mentions: PersonMention[] = [];
  const order = new Map<Entry, number>();
  const lastNamed = new Map<string, Entry>();
  for (const candidate of candidates) {
    const entry = resolve({ candidate, entries, lastNamed });
    if (entry === null) continue;
    lastNamed.set(entry.surname, entry);
    const person = order.get(entry) ?? people.length;
    if (person === people.length) {
      order.set(entry, person);
      people.push(entry);
    }
    learn(entry, candidate, text.slice(candidate.start, candidate.end));
    mentions.push({ start: candidate.start, end: candidate.end, person });
  }
  return { people: people.map(present), mentions };
}

function newEntry(name: string, gender: FoundPerson['gender']): Entry {
  return {
    name,
    aliases: [],
    roles: [],
    wikidataId: null,
    gender,
    surname: name.split(' ').at(-1) ?? name,
    forms: new Set([name]),
    isNamed: true,
  };
}

function knownEntry(known: KnownPerson): Entry {
  return {
    ...newEntry(known.name, genderOfGivenName(known.name.split(' ')[0] ?? '')),
    aliases: [...known.aliases],
    wikidataId: known.wikidataId ?? null,
    forms: new Set([known.name, ...known.aliases]),
    isNamed: false,
  };
}

function addFullNames(options: {
  entries: Entry[];
  candidates: NameCandidate[];
  text: string;
}): void {
  const { entries, candidates, text } = options;
  const alone = new Set(candidates.filter((one) => one.words.length === 1).map((one) => one.name));
  for (const candidate of candidates) {
    const same = entries.find((entry) => isFormOf(candidate, entry));
    if (same !== undefined) {
      same.isNamed = true;
      same.gender ??= candidate.gender;
    } else if (candidate.words.length > 1 && evidenceFor({ candidate, alone, text }) >= ENOUGH) {
      entries.push(newEntry(candidate.name, candidate.gender));
    }
  }
}

/** "Mr. Quill", whose first name never occurs, is a person under that name. */
function addTitledSurnames(entries: Entry[], candidates: NameCandidate[]): void {
  for (const candidate of candidates) {
    if (candidate.title === null || candidate.words.length > 1) continue;
    if (isNoPersonsName(candidate.name)) continue;
    const namesake =
      entries.find((entry) => isFormOf(candidate, entry)) ??
      entries.find((entry) => isNamesake(candidate, entry));
    if (namesake === undefined) entries.push(newEntry(candidate.titled, candidate.gender));
    else namesake.isNamed = true;
  }
}

function evidenceFor(options: {
  candidate: NameCandidate;
  alone: Set<string>;
  text: string;
}): number {
  const { candidate, alone, text } = options;
  if (candidate.words.some(isNoPersonsName)) return 0;
  const before = text.slice(Math.max(0, candidate.start - 24), candidate.start);
  const after = text.slice(candidate.end, candidate.end + 24);
  let points = 0;
  if (candidate.title !== null || candidate.role !== null) points += 2;
  if (genderOfGivenName(candidate.words[0] ?? '') !== null) points += 2;
  if (PERSONAL.test(after)) points += 2;
  if (alone.has(candidate.words.at(-1) ?? '')) points += 1;
  const place = OF_A_PLACE.exec(text.slice(candidate.end, candidate.end + 80))?.[0] ?? '';
  const afterPlace = text.slice(candidate.end + place.length, candidate.end + place.length + 24);
  if (place && (SPOKE_AFTER.test(afterPlace) || SPOKE_BEFORE.test(before))) points += 2;
  if (SPOKE_AFTER.test(after) || SPOKE_BEFORE.test(before)) points += 1;
  if (candidate.isAfterThe && candidate.title === null) points -= 2;
  return points;
}

function isFormOf(candidate: NameCandidate, entry: Entry): boolean {
  return entry.forms.has(candidate.name) || entry.forms.has(candidate.titled);
}

function isNamesake(candidate: NameCandidate, entry: Entry): boolean {
  const isGenderFit =
    candidate.title === null || entry.gender === null || candidate.titleGender === null
      ? true
      : entry.gender === candidate.titleGender;
  return isGenderFit && entry.surname === candidate.words.at(-1);
}

function resolve(options: {
  candidate: NameCandidate;
  entries: Entry[];
  lastNamed: Map<string, Entry>;
}): Entry | null {
  const { candidate, entries, lastNamed } = options;
  const last = candidate.words.length === 1 ? lastNamed.get(candidate.name) : undefined;
  if (last !== undefined && isNamesake(candidate, last)) return last;
  const same = entries.find((entry) => isFormOf(candidate, entry));
  if (same !== undefined) return same;
  if (candidate.words.length > 1) return null;
  const named = entries.filter((entry) => entry.isNamed);
  const namesake = named.find((entry) => isNamesake(candidate, entry));
  if (namesake !== undefined) return namesake;
  const byGivenName = named.filter((entry) => entry.name.startsWith(`${candidate.name} `));
  return candidate.title === null && byGivenName.length === 1 ? (byGivenName[0] ?? null) : null;
}

function learn(entry: Entry, candidate: NameCandidate, form: string): void {
  // A title with the full name is no other form of the name; with a surname it is.
  const alias = candidate.words.length > 1 ? candidate.name : form;
  if (alias !== entry.name && !entry.aliases.includes(alias)) entry.aliases.push(alias);
  const role = candidate.role;
  if (role === null) return;
  const same = entry.roles.find((one) => one.title.toLowerCase() === role.title.toLowerCase());
  if (same === undefined) entry.roles.push({ ...role });
  else same.organisation ??= role.organisation;
}

function present(person: FoundPerson): FoundPerson {
  const { name, aliases, roles, wikidataId, gender } = person;
  return { name, aliases, roles, wikidataId, gender };
}
