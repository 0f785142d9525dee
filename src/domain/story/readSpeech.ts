import { attributeQuotes } from '../quotes/attributeQuotes';
import type { QuoteLanguage } from '../quotes/FoundQuote';
import { joinParagraphs, paragraphAt } from './joinParagraphs';
import type { KnownPerson, ParsedPerson, ParsedQuote, ParsedSection } from './ParsedStory';

/** Under this the words are kept apart on purpose, and are not somebody's speech. */
const SPEECH = 0.5;

/**
 * The people whom a story names and the quotations with their speakers. The standfirst introduces
 * people too, so it is read with the sections and then left out.
 */
export function readSpeech(options: {
  sections: ParsedSection[];
  standfirst: string | null;
  knownPeople: readonly KnownPerson[];
  language: QuoteLanguage;
}): { people: ParsedPerson[]; quotes: ParsedQuote[] } {
  const { sections, standfirst, knownPeople, language } = options;
  const joined = joinParagraphs(sections, standfirst);
  const {
    quotes: found,
    people,
    mentions,
  } = attributeQuotes({
    text: joined.text,
    knownPeople,
    language,
  });

  const quotes: ParsedQuote[] = [];
  for (const { start, end, text, kind, speaker, attribution, confidence } of found) {
    const place = paragraphAt(joined.places, start);
    if (place === null || confidence < SPEECH) continue;
    quotes.push({
      text,
      kind,
      section: place.section,
      paragraph: place.paragraph,
      start: start - place.start,
      end: end - place.start,
      speaker,
      confidence: attribution.confidence,
    });
  }

  const parsed = people.map((person, index): ParsedPerson => {
    const places = mentions
      .filter((mention) => mention.person === index)
      .map((mention) => paragraphAt(joined.places, mention.start)?.section)
      .filter((section) => section !== undefined);
    const { name, aliases, roles, wikidataId } = person;
    return {
      name,
      aliases,
      roles,
      wikidataId,
      mentions: places.length,
      sections: [...new Set(places)],
    };
  });
  return { people: parsed, quotes };
}
