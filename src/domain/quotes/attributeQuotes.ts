import { findPeople } from '../story/findPeople';
import type { FoundPerson, PersonMention } from '../story/findPeople';
import type { KnownPerson } from '../story/ParsedStory';
import type { Attribution } from './Attribution';
import { findQuotes } from './findQuotes';
import { findUnmarked, type TextBlock } from './findUnmarked';
import type { FoundQuote, QuoteLanguage } from './FoundQuote';
import { matchSpeaker } from './matchSpeaker';

/** A quotation, and who said it. */
export interface AttributedQuote extends FoundQuote {
  attribution: Attribution;
  /** The name of the speaker among `people`, or null. */
  speaker: string | null;
}

/**
 * Finds the quotations of a text, the people it names, and who of them said what: findQuotes,
 * findPeople, findUnmarked and matchSpeaker in one step. Paragraphs stand on lines of their own; offsets count
 * UTF-16 code units, ends are exclusive.
 */
export function attributeQuotes(options: {
  text: string;
  knownPeople?: readonly KnownPerson[];
  language?: QuoteLanguage;
  /** What is known of the paragraphs, in order. */
  blocks?: readonly TextBlock[];
}): { quotes: AttributedQuote[]; people: FoundPerson[]; mentions: PersonMention[] } {
  const { text, knownPeople = [], language = 'en', blocks = [] } = options;
  const { people, mentions } = findPeople({ text, knownPeople });
  const quotesInMarks = findQuotes(text, { language });
  const found = findUnmarked({ text, language, blocks, people, mentions, quotes: quotesInMarks });
  const attributions = matchSpeaker({ text, quotes: found, people, mentions, language });
  const quotes = attributions.flatMap((attribution, index) => {
    const quote = found[index];
    const speaker =
      attribution.speaker === null ? null : (people[attribution.speaker]?.name ?? null);
    return quote === undefined ? [] : [{ ...quote, attribution, speaker }];
  });
  return { quotes, people, mentions };
}
