import type { QuoteLanguage } from '../quotes/FoundQuote';
import type { KnownPerson } from './ParsedStory';
import { readSpeech } from './readSpeech';

/** Whom and what a story names and does not list yet: for its writers to add, or to leave. */
export interface OfferedMentions {
  people: OfferedPerson[];
  topics: OfferedTopic[];
}

export interface OfferedPerson {
  /** Of the record; null for a speaker of whom the newsroom has none yet. */
  id: string | null;
  name: string;
  /** Tells people of one name apart. */
  wikidataId: string | null;
  /** The ids of the sections that name this person and do not list them. */
  sections: string[];
}

export interface OfferedTopic {
  id: string;
  name: string;
}

interface NamingSection {
  id: string;
  heading: string | null;
  paragraphs: string[];
  /** The ids of the people it lists. */
  people: readonly string[];
}

/** More would be a list to work through, and not an offer. */
const MOST_TOPICS = 6;
const MOST_PEOPLE = 12;
/** Short names are written as they are ("EU"), so that no common word is taken for one. */
const SHORT = 3;
/** The longest name of a topic that is looked for, in words. */
const LONGEST = 4;
const WORD = /[\p{L}\p{N}]+(?:['’.-][\p{L}\p{N}]+)*/gu;

/**
 * Reads a story for people with a record, speakers without one, and names of topics, the most named
 * first. Of several people with one name all are offered, until one of them is listed.
 */
export function offerMentions({
  headline,
  standfirst,
  sections,
  people,
  topics,
  listedTopics,
  language = 'en',
}: {
  headline: string;
  standfirst: string | null;
  sections: readonly NamingSection[];
  people: readonly (KnownPerson & { id: string })[];
  topics: readonly OfferedTopic[];
  listedTopics: readonly string[];
  language?: QuoteLanguage;
}): OfferedMentions {
  const found = readSpeech({
    sections: sections.map(({ heading, paragraphs }) => ({ heading, paragraphs })),
    standfirst,
    knownPeople: people,
    language,
  });
  const speakers = new Set(found.quotes.map(({ speaker }) => speaker));
  const offered = found.people
    .toSorted((a, b) => b.mentions - a.mentions)
    .flatMap(({ name, sections: named }): OfferedPerson[] => {
      const records = people.filter((person) => person.name === name);
      const isListed = (section: NamingSection) =>
        records.some(({ id }) => section.people.includes(id));
      const open = named.flatMap((index) => {
        const section = sections[index];
        return section && !isListed(section) ? [section.id] : [];
      });
      if (open.length === 0) return [];
      if (records.length > 1 && sections.some(isListed)) return [];
      if (records.length === 0) {
        return speakers.has(name) ? [{ id: null, name, wikidataId: null, sections: open }] : [];
      }
      return records.map(({ id, wikidataId }) => ({
        id,
        name,
        wikidataId: records.length > 1 ? (wikidataId ?? null) : null,
        sections: open,
      }));
    });
  const words = [headline, standfirst ?? '', ...sections.flatMap(({ paragraphs }) => paragraphs)];
  return {
    people: offered.slice(0, MOST_PEOPLE),
    topics: namedTopics(
      words,
      topics.filter(({ id }) => !listedTopics.includes(id)),
    ),
  };
}

function namedTopics(texts: readonly string[], topics: readonly OfferedTopic[]): OfferedTopic[] {
  const counts = new Map<string, number>();
  const count = (words: string) => counts.set(words, (counts.get(words) ?? 0) + 1);
  for (const text of texts) {
    const words = wordsOf(text);
    for (let start = 0; start < words.length; start += 1) {
      for (let length = 1; length <= LONGEST && start + length <= words.length; length += 1) {
        const run = words.slice(start, start + length).join(' ');
        count(run.length <= SHORT ? run : run.toLowerCase());
      }
    }
  }
  const timesOf = ({ name }: OfferedTopic) => {
    const words = wordsOf(name).join(' ');
    return counts.get(words.length <= SHORT ? words : words.toLowerCase()) ?? 0;
  };
  return topics
    .map((topic) => ({ topic, times: timesOf(topic) }))
    .filter(({ times }) => times > 0)
    .toSorted((a, b) => b.times - a.times)
    .slice(0, MOST_TOPICS)
    .map(({ topic: { id, name } }) => ({ id, name }));
}

function wordsOf(text: string): string[] {
  return [...text.matchAll(WORD)].map(([word]) => word);
}
