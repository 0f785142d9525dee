import { idsOf, type SectionDocument, type WorkingCopy } from '../edition/WorkingCopy';
import type { TextBlock } from '../quotes/findUnmarked';
import type { QuoteLanguage } from '../quotes/FoundQuote';
import type { TextSpan } from '../quotes/TextSpan';
import { bodyReferences } from '../richText/bodyReferences';
import { lexicalBlocks, lexicalText } from '../richText/lexicalText';
import { languageOfText } from './quoteLanguage';
import { readQuotations, type KnownSpeaker, type Quotation } from './readQuotations';
import type { QuotationAnchor } from './SectionQuotation';

/** A section of an article as its quotations are checked. */
export interface CheckedSection {
  document: SectionDocument;
  /** Its place in the article, from 0. */
  index: number;
  text: string;
  language: QuoteLanguage;
  /** What is struck through, as stretches of the text. */
  struck: readonly TextSpan[];
  quotations: readonly Quotation[];
  /** What editors said needs no Quote. */
  dismissed: readonly QuotationAnchor[];
}

/** The sections of a working copy in order, with the quotations that their texts hold. */
export function checkedSections(options: {
  workingCopy: Pick<WorkingCopy, 'article' | 'sections'>;
  people: readonly KnownSpeaker[];
  dismissed: ReadonlyMap<string, readonly QuotationAnchor[]>;
}): CheckedSection[] {
  const { workingCopy, people, dismissed } = options;
  const { article } = workingCopy;
  const documents = new Map(workingCopy.sections.map((section) => [section.id, section]));
  const sections = idsOf(article.sections).flatMap((id, index) => {
    const document = documents.get(id);
    return document ? [{ document, index, text: lexicalText(document.body) }] : [];
  });
  const language = languageOfText(
    [article.standfirst ?? '', ...sections.map(({ text }) => text)].join('\n'),
    article.language,
  );
  const quotations = readQuotations({
    above: article.standfirst,
    sections: sections.map(({ text }) => text),
    blocks: sections.map(({ document }) => blocksOf(document)),
    people,
    language,
  });
  return sections.map((section, at) => ({
    ...section,
    language,
    struck: lexicalBlocks(section.document.body).flatMap((block) => block.struck),
    quotations: quotations[at] ?? [],
    dismissed: dismissed.get(section.document.id) ?? [],
  }));
}

/** The paragraphs of a section, as finding speech needs them. */
export function blocksOf({ body }: SectionDocument): TextBlock[] {
  return lexicalBlocks(body).map(({ type, start, text, isBold }) => ({
    type,
    start,
    end: start + text.length,
    isBold,
  }));
}

/** The ids of the Quotes of a section, pull quotes included. */
export function ownQuotes({ quotes, body }: SectionDocument): string[] {
  return [...new Set([...idsOf(quotes), ...bodyReferences(body).quotes])];
}

export function nameOfSection({ document: { heading }, index }: CheckedSection): string {
  return heading ? `section “${heading}”` : index === 0 ? 'the lead' : `section ${index + 1}`;
}

/** Where a fault stands that a section shows: in one of its Quotes, or else in its text. */
export function placeFields(section: CheckedSection, quoteId: string | null) {
  const { document, index } = section;
  const at = quoteId === null ? -1 : ownQuotes(document).indexOf(quoteId);
  return {
    field: at < 0 ? `sections.${index}.body` : `sections.${index}.quotes.${at}`,
    subject: { collection: 'sections', id: document.id },
    section: document.id,
    quote: quoteId,
  } as const;
}
