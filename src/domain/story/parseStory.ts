import { attributeQuotes } from '../quotes/attributeQuotes';
import type { QuoteLanguage } from '../quotes/FoundQuote';
import { buildSections } from './buildSections';
import { joinParagraphs, paragraphAt } from './joinParagraphs';
import { normaliseLines } from './normaliseLines';
import type {
  KnownPerson,
  ParsedPerson,
  ParsedQuote,
  ParsedSection,
  ParsedStory,
  StoryRefusal,
} from './ParsedStory';
import { readOpening } from './readOpening';
import { splitBlocks } from './splitBlocks';
import { stripChrome } from './stripChrome';

/** Under this the words are kept apart on purpose, and are not somebody's speech. */
const SPEECH = 0.5;

/**
 * Turns the plain text of one article into headline, standfirst, bylines, dateline, the lead and the
 * headed sections, the people it names and the quotations with their speakers. Paragraphs keep every
 * word and mark as written; what belongs to the site around the story is left out, and its publisher
 * and copyright line are kept in `origin`. `knownPeople` are those the newsroom knows: "Mr. Trump"
 * becomes "Donald Trump" only through them or through a full name in the text.
 * Offsets count UTF-16 code units. Refusals: STORY_EMPTY, STORY_NO_HEADLINE, STORY_NO_PARAGRAPHS.
 */
export function parseStory(options: {
  text: string;
  knownPeople?: readonly KnownPerson[];
  language?: QuoteLanguage;
}): { ok: true; story: ParsedStory } | StoryRefusal {
  const { text, knownPeople = [], language = 'en' } = options;
  const { blocks, origin } = stripChrome(splitBlocks(normaliseLines(text)));
  const opening = readOpening(blocks);
  if (!opening.ok) return opening;
  const { headline, standfirst, dateline, bylines } = opening;
  const sections = buildSections(opening.rest);
  if (sections.every((section) => section.paragraphs.length === 0)) {
    return {
      ok: false,
      code: 'STORY_NO_PARAGRAPHS',
      message:
        'The story has a headline and no paragraphs. Put an empty line under the headline, then the text.',
      line: opening.line,
    };
  }
  const { people, quotes } = readSpeech({ sections, standfirst, knownPeople, language });
  return {
    ok: true,
    story: { headline, standfirst, dateline, bylines, origin, sections, people, quotes },
  };
}

/** The standfirst introduces people too, so it is read with the sections and then left out. */
function readSpeech(options: {
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
