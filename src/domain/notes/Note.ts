import type { QuotationAnchor } from '../quotations/SectionQuotation';

/** The parts of a story that words can be chosen in. */
export const NOTE_PLACES = ['headline', 'standfirst', 'heading', 'body'] as const;
export type NotePlace = (typeof NOTE_PLACES)[number];

/** A part of a story: a heading and a body belong to a section, the others to the article. */
export interface NoteSpot {
  place: NotePlace;
  section: string | null;
}

/** Longer than any note; a whole article pasted in by mistake is refused. */
export const LONGEST_COMMENT = 5_000;
/** So many words are a passage to rewrite: what is said about them goes into the story's own note. */
export const LONGEST_PASSAGE = 1_000;

export interface NoteComment {
  id: string;
  /** The id of a user; null where their account is gone. */
  author: string | null;
  authorName: string;
  text: string;
  /** ISO 8601 UTC, as all times here. */
  at: string;
  editedAt: string | null;
}

/** A thread about some words of a story. Where the words are gone, `anchor` has no position. */
export interface Note extends NoteSpot {
  id: string;
  /** The words that it was written about, however the text has gone on. */
  about: string;
  anchor: QuotationAnchor;
  comments: NoteComment[];
  resolvedAt: string | null;
  resolvedBy: string | null;
}

/** The notes of an article, in the order of the text; those whose words are gone come last. */
export interface ArticleNotes {
  notes: Note[];
  /** Whether this person may resolve and reopen those of others. */
  mayResolveAll: boolean;
}
