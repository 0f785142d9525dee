import type { RichText } from '../richText/RichText';

/** A relationship: the id alone, or the document when it was loaded along. */
export type Reference = string | { id: string };
type Optional<T> = T | null | undefined;

/**
 * The newest draft of an article with every document that it points at, as plain objects in the
 * field names of the collections. Documents may come in any order and may hold more fields.
 */
export interface WorkingCopy {
  article: ArticleDocument;
  sections: readonly SectionDocument[];
  quotes: readonly QuoteDocument[];
  people: readonly PersonDocument[];
  topics: readonly TopicDocument[];
  media: readonly MediaDocument[];
  relatedArticles: readonly RelatedArticleDocument[];
  /** ISO date or instant: the day whose roles count for people without a dated quotation. */
  asOf: string;
}

export type FlagState = 'not_needed' | 'required' | 'complete';

export interface ArticleFlags {
  legal?: Optional<FlagState>;
  factCheck?: Optional<FlagState>;
  onHold?: Optional<boolean>;
  holdReason?: Optional<string>;
}

export interface ArticleDocument {
  id: string;
  headline?: Optional<string>;
  webHeadline?: Optional<string>;
  socialHeadline?: Optional<string>;
  seoTitle?: Optional<string>;
  seoDescription?: Optional<string>;
  standfirst?: Optional<string>;
  slug?: Optional<string>;
  kind?: Optional<string>;
  language?: Optional<string>;
  dateline?: Optional<string>;
  bylines?: Optional<readonly { person?: Optional<Reference>; name?: Optional<string> }[]>;
  topics?: Optional<readonly Reference[]>;
  leadImage?: Optional<Reference>;
  leadImageCaption?: Optional<string>;
  leadImageCredit?: Optional<string>;
  sections?: Optional<readonly Reference[]>;
  relatedArticles?: Optional<readonly Reference[]>;
  origin?: Optional<{
    publisher?: Optional<string>;
    url?: Optional<string>;
    copyrightLine?: Optional<string>;
    copyrightYear?: Optional<number>;
    licence?: Optional<string>;
  }>;
  embargoUntil?: Optional<string>;
  flags?: Optional<ArticleFlags>;
}

export interface SectionDocument {
  id: string;
  heading?: Optional<string>;
  body?: Optional<RichText>;
  quotes?: Optional<readonly Reference[]>;
  people?: Optional<readonly Reference[]>;
}

export interface QuoteDocument {
  id: string;
  text?: Optional<string>;
  language?: Optional<string>;
  speaker?: Optional<Reference>;
  attribution?: Optional<string>;
  speakerRole?: Optional<string>;
  kind?: Optional<string>;
  occasion?: Optional<{
    name?: Optional<string>;
    date?: Optional<string>;
    place?: Optional<string>;
    medium?: Optional<string>;
  }>;
  evidence?: Optional<{
    url?: Optional<string>;
    file?: Optional<Reference>;
    timecode?: Optional<string>;
    passage?: Optional<string>;
  }>;
  verification?: Optional<{ status?: Optional<string>; note?: Optional<string> }>;
  revision?: Optional<number>;
}

export interface PersonRole {
  title?: Optional<string>;
  organisation?: Optional<string>;
  from?: Optional<string>;
  to?: Optional<string>;
}

export interface PersonDocument {
  id: string;
  name?: Optional<string>;
  slug?: Optional<string>;
  roles?: Optional<readonly PersonRole[]>;
  wikidataId?: Optional<string>;
}

export interface TopicDocument {
  id: string;
  name?: Optional<string>;
  slug?: Optional<string>;
  iptcCode?: Optional<string>;
}

export interface MediaDocument {
  id: string;
  url?: Optional<string>;
  alt?: Optional<string>;
  caption?: Optional<string>;
  credit?: Optional<string>;
  rights?: Optional<string>;
  expiresAt?: Optional<string>;
  width?: Optional<number>;
  height?: Optional<number>;
  mimeType?: Optional<string>;
  focalX?: Optional<number>;
  focalY?: Optional<number>;
  sizes?: Optional<object>;
}

export interface RelatedArticleDocument {
  id: string;
  slug?: Optional<string>;
  headline?: Optional<string>;
}

/** The id of a reference, null for none. */
export function idOf(reference: Optional<Reference>): string | null {
  if (!reference) return null;
  return typeof reference === 'string' ? reference : reference.id;
}

/** The ids of a list of references, in order. */
export function idsOf(references: Optional<readonly Reference[]>): string[] {
  return (references ?? []).map((reference) =>
    typeof reference === 'string' ? reference : reference.id,
  );
}

/** The section documents in the article's order; an id without a document is left out. */
export function sectionsInOrder(workingCopy: WorkingCopy): SectionDocument[] {
  const byId = new Map(workingCopy.sections.map((section) => [section.id, section]));
  return idsOf(workingCopy.article.sections).flatMap((id) => byId.get(id) ?? []);
}
