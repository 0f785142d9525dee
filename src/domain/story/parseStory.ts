import { withoutHidden } from '../characters/hiddenCharacters';
import { languageOfText } from '../quotations/quoteLanguage';
import { openReceipt, type ReceiptBook } from '../formats/Receipt';
import type { QuoteLanguage } from '../quotes/FoundQuote';
import { buildSections } from './buildSections';
import { normaliseLines } from './normaliseLines';
import type { KnownPerson, ParsedStory, StoryRefusal } from './ParsedStory';
import { readOpening } from './readOpening';
import { readSpeech } from './readSpeech';
import { splitBlocks } from './splitBlocks';
import { stripChrome } from './stripChrome';

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
  /** For what is no part of the story. */
  book?: ReceiptBook;
}): { ok: true; story: ParsedStory } | StoryRefusal {
  const { text, knownPeople = [], book = openReceipt() } = options;
  const language = options.language ?? languageOfText(text, null);
  const { text: plain, count } = withoutHidden(normaliseLines(text));
  if (count > 0) book.note('invisibleCharacter', null, { many: count });
  const { blocks, removed, origin } = stripChrome(splitBlocks(plain));
  const opening = readOpening(blocks);
  if (!opening.ok) return opening;
  for (const block of removed) {
    if (block.text !== origin.copyrightLine) book.note('siteLine', block.text);
  }
  for (const words of opening.besides) book.note('bylineRole', words);
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
