import type { RichText } from '../richText/RichText';
import type { TextType } from './EditionField';
import type { editionFields, EditionPart } from './editionFields';

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

/** What of a part is read straight from its document: fields of the same name. */
type StoredValue<F> = F extends { type: TextType }
  ? Optional<string>
  : F extends { type: 'number' }
    ? Optional<number>
    : F extends { type: 'body' }
      ? Optional<RichText>
      : F extends { type: 'files' }
        ? Optional<object>
        : F extends { type: 'group'; fields: infer G }
          ? Optional<{ [K in keyof G]?: StoredValue<G[K]> }>
          : F extends { type: 'one' }
            ? Optional<Reference>
            : Optional<readonly Reference[]>;

type StoredPart<P extends EditionPart, Otherwise extends string = never> = { id: string } & {
  [
    K in Exclude<StoredKeys<(typeof editionFields)[P]>, 'id' | Otherwise>
  ]?: K extends keyof (typeof editionFields)[P] ? StoredValue<(typeof editionFields)[P][K]> : never;
};

/** Of a table, the fields that are stored under their own name. */
type StoredKeys<T> = {
  [K in keyof T]: T[K] extends { stored: readonly string[] } ? never : K;
}[keyof T] &
  string;

export type ArticleDocument = StoredPart<'article', 'bylines'> & {
  bylines?: Optional<readonly { person?: Optional<Reference>; name?: Optional<string> }[]>;
  embargoUntil?: Optional<string>;
  flags?: Optional<ArticleFlags>;
};

export type SectionDocument = StoredPart<'section'>;

export type QuoteDocument = StoredPart<'quote', 'evidence' | 'verification'> & {
  speaker?: Optional<Reference>;
  evidence?: Optional<{
    url?: Optional<string>;
    file?: Optional<Reference>;
    timecode?: Optional<string>;
    passage?: Optional<string>;
  }>;
  verification?: Optional<{
    status?: Optional<string>;
    note?: Optional<string>;
    hash?: Optional<string>;
  }>;
  revision?: Optional<number>;
};

export interface PersonRole {
  title?: Optional<string>;
  organisation?: Optional<string>;
  from?: Optional<string>;
  to?: Optional<string>;
}

export type PersonDocument = StoredPart<'person'> & {
  roles?: Optional<readonly PersonRole[]>;
};

export type TopicDocument = StoredPart<'topic'>;

export type MediaDocument = StoredPart<'image'> & { rights?: Optional<string> };

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
export function sectionsInOrder(
  workingCopy: Pick<WorkingCopy, 'article' | 'sections'>,
): SectionDocument[] {
  const byId = new Map(workingCopy.sections.map((section) => [section.id, section]));
  return idsOf(workingCopy.article.sections).flatMap((id) => byId.get(id) ?? []);
}
