import type { StoryFacts } from '../story/storyFromHtml';
import type { SourcePicture } from '../richText/pictureOf';
import type { StoryComment } from './WordText';
import { openReceipt, type Receipt, type ReceiptBook } from './Receipt';

/** One story as its file gives it, in the one form that every format is brought into. */
export interface SourceStory {
  /** The source's own id of the story; null where it has none. */
  externalId: string | null;
  facts: StoryFacts;
  html: string;
  /** The address that the links in it are relative to. */
  base: string | null;
  /** Whether the first line may be the headline where no heading is. */
  firstLine: 'none' | 'like a headline' | 'any';
  /** Of the file's properties: the headline where nothing in the text is called so. */
  title: string | null;
  /** BCP 47, as the source says. */
  language: string | null;
  /** ISO 8601 with offset; the source forbids publication before it. */
  embargoUntil: string | null;
  desk: DeskFacts;
  /** What its source shows it with, above its text or in lists. */
  lead: SourcePicture | null;
  comments: StoryComment[];
  /** What its reader could not take over. */
  book: ReceiptBook;
}

/** What a source tells those who edit its story. */
export interface DeskFacts {
  /** Of the story at its source: a later one replaces an earlier one. */
  version: StoryVersion | null;
  /** "CORRECTS the number of jobs", "Not for use in …". */
  editorialNote: string | null;
  subjects: Subject[];
  /** The last part of the address that it had. */
  slug: string | null;
  /** ISO 8601: when readers first got it. */
  publishedAt: string | null;
  /** Its source shows it to everybody: an admin may want it shown here with its old date. */
  isPublic: boolean;
}

export interface StoryVersion {
  number: number | null;
  /** ISO 8601. */
  createdAt: string | null;
}

/** What a story is about, by a code of the IPTC's media topics or by a name. */
export interface Subject {
  code: string | null;
  name: string | null;
}

/** A story that its source takes back. */
export interface Kill {
  externalId: string;
  version: StoryVersion | null;
  /** In the source's words. */
  reason: string | null;
}

/** What is no story that can be taken, in a sentence, and where in the file: "line 3", "item 2". */
export interface SourceProblem {
  place?: string;
  message: string;
}

export interface SourceFile {
  stories: SourceStory[];
  problems: SourceProblem[];
  kills: Kill[];
  /** What of the file belongs to none of its stories. */
  receipt: Receipt;
}

export const NO_FACTS: StoryFacts = {
  headline: null,
  standfirst: null,
  dateline: null,
  bylines: [],
  publisher: null,
  url: null,
  copyrightLine: null,
  licence: null,
};

export const NO_DESK_FACTS: DeskFacts = {
  version: null,
  editorialNote: null,
  subjects: [],
  slug: null,
  publishedAt: null,
  isPublic: false,
};

/** A story of which its source says no more than what is given. */
export function sourceStory({
  facts,
  desk,
  ...given
}: Partial<Omit<SourceStory, 'facts' | 'desk'>> & {
  html: string;
  facts?: Partial<StoryFacts>;
  desk?: Partial<DeskFacts>;
}): SourceStory {
  return {
    externalId: null,
    base: null,
    firstLine: 'none',
    title: null,
    language: null,
    embargoUntil: null,
    lead: null,
    comments: [],
    book: openReceipt(),
    ...given,
    facts: { ...NO_FACTS, ...facts },
    desk: { ...NO_DESK_FACTS, ...desk },
  };
}

/** A file with nothing in it yet. */
export function sourceFile(given: Partial<SourceFile> = {}): SourceFile {
  return { stories: [], problems: [], kills: [], receipt: [], ...given };
}

/** A file that cannot be read at all. */
export function unreadable(message: string, place?: string): SourceFile {
  return sourceFile({ problems: [{ ...(place ? { place } : {}), message }] });
}
