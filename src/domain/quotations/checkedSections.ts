import { idsOf, type SectionDocument, type WorkingCopy } from '../edition/WorkingCopy';
import { lexicalText } from '../richText/lexicalText';
import { quoteLanguage } from './quoteLanguage';
import { readQuotations, type KnownSpeaker, type Quotation } from './readQuotations';
import type { QuotationAnchor } from './SectionQuotation';

/** A section of an article as its quotations are checked. */
export interface CheckedSection {
  document: SectionDocument;
  /** Its place in the article, from 0. */
  index: number;
  text: string;
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
  const quotations = readQuotations({
    above: article.standfirst,
    sections: sections.map(({ text }) => text),
    people,
    language: quoteLanguage(article.language),
  });
  return sections.map((section, at) => ({
    ...section,
    quotations: quotations[at] ?? [],
    dismissed: dismissed.get(section.document.id) ?? [],
  }));
}
