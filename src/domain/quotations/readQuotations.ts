import { attributeQuotes } from '../quotes/attributeQuotes';
import { cuesOf } from '../quotes/cueWords';
import type { TextBlock } from '../quotes/findUnmarked';
import type { FoundQuote, QuoteLanguage } from '../quotes/FoundQuote';
import type { TextSpan } from '../quotes/TextSpan';
import { CONFIDENT } from '../quotes/Attribution';

/** Under this the words in marks are a term, a title or kept at a distance, and nobody's speech. */
const SPEECH = 0.5;

/** Somebody the newsroom has a record of. */
export interface KnownSpeaker {
  id: string;
  name: string;
  aliases: readonly string[];
}

/** A quotation in the text of a section; offsets are those of the section's own text. */
export interface Quotation extends TextSpan {
  text: string;
  kind: FoundQuote['kind'];
  speaker: TextualSpeaker | null;
}

/** Who speaks, by what the text says. */
export interface TextualSpeaker {
  /** The person by full name, null where the text describes somebody or resolves to nobody. */
  name: string | null;
  /** Every form of the name that the text and the records use. */
  forms: readonly string[];
  /** The words that name the speaker: "Rutte", "a spokesman for the port". */
  mention: string;
  /** The mention with the word that says that somebody speaks, as they stand in the text. */
  evidence: string;
  confidence: number;
  isConfident: boolean;
}

const SEPARATOR = '\n\n';

/**
 * The quotations of every section of an article (speech only), with who speaks by the text. The
 * article is read as a whole, what stands `above` the sections first: the lead introduces by full
 * name those whom later sections call by surname. One list for each section, in order.
 */
export function readQuotations(options: {
  above?: string | null;
  sections: readonly string[];
  /** What is known of the paragraphs of each section. */
  blocks?: readonly (readonly TextBlock[])[];
  people: readonly KnownSpeaker[];
  language: QuoteLanguage;
}): Quotation[][] {
  const { above, sections, blocks = [], people: known, language } = options;
  const text = [above ?? '', ...sections].join(SEPARATOR);
  let start = above?.length ?? 0;
  const shifted = sections.flatMap((section, index) => {
    const from = start + SEPARATOR.length;
    start = from + section.length;
    return (blocks[index] ?? []).map((block) => ({
      ...block,
      start: block.start + from,
      end: block.end + from,
    }));
  });
  const { quotes, people } = attributeQuotes({
    text,
    knownPeople: known,
    language,
    blocks: shifted,
  });
  start = above?.length ?? 0;
  return sections.map((section) => {
    const from = start + SEPARATOR.length;
    start = from + section.length;
    return quotes
      .filter(({ confidence, outerStart, outerEnd }) => {
        return confidence >= SPEECH && outerStart >= from && outerEnd <= from + section.length;
      })
      .map(({ start: opens, end, text: words, kind, attribution }) => {
        const { mention, cue, confidence } = attribution;
        const said = mention ? text.slice(mention.start, mention.end) : '';
        const person = attribution.speaker === null ? null : people[attribution.speaker];
        const record = known.find(({ name }) => name === person?.name);
        const seen = mention && outerSpan(mention, cue);
        return {
          start: opens - from,
          end: end - from,
          text: words,
          kind,
          speaker: mention &&
            seen && {
              name: person?.name ?? null,
              forms: [...(person?.aliases ?? []), ...(record?.aliases ?? [])],
              mention: said,
              evidence: shortened(text.slice(seen.start, seen.end)),
              confidence,
              // Whom a pronoun stands for is for the reader to know, and for an editor to say.
              isConfident: confidence >= CONFIDENT && !isPronoun(said, language),
            },
        };
      });
  });
}

function isPronoun(mention: string, language: QuoteLanguage): boolean {
  const word = mention.toLowerCase();
  return word === 'who' || cuesOf(language).pronouns.has(word);
}

function outerSpan(mention: TextSpan, cue: TextSpan | null): TextSpan {
  if (!cue) return mention;
  return { start: Math.min(mention.start, cue.start), end: Math.max(mention.end, cue.end) };
}

/** Mention and verb can stand a whole quotation apart. */
function shortened(words: string): string {
  return words.length > 120 ? `${words.slice(0, 59)}…${words.slice(-60)}` : words;
}
