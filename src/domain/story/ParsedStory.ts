import type { RichText, RichTextNode } from '../richText/RichText';

/** What a text becomes. Every offset counts UTF-16 code units, the end is exclusive. */
export interface ParsedStory {
  headline: string;
  standfirst: string | null;
  /** Place and agency as written, without the dash that sets them off from the lead. */
  dateline: string | null;
  bylines: string[];
  origin: StoryOrigin;
  /** The first is the lead: its heading is null, and it may have no paragraphs. */
  sections: ParsedSection[];
  people: ParsedPerson[];
  quotes: ParsedQuote[];
}

export interface StoryOrigin {
  publisher: string | null;
  url?: string | null;
  licence?: string | null;
  copyrightLine: string | null;
  copyrightYear: number | null;
}

export interface ParsedSection {
  heading: string | null;
  /** Its words, as lexicalParagraphs gives those of the body. */
  paragraphs: string[];
  /** Where the source has more than words: emphasis, links, lists. */
  body?: RichText;
}

export interface ParsedQuote {
  /** The words between the marks exactly as written, a trailing comma or stop included. */
  text: string;
  kind: 'direct' | 'partial';
  section: number;
  paragraph: number;
  /** Offsets in the paragraph of the words without the marks. */
  start: number;
  end: number;
  /** The name of a ParsedPerson, or null where the text names nobody. */
  speaker: string | null;
  /** 0 to 1: how sure it is that this speaker said these words; 0 where there is no speaker. */
  confidence: number;
}

export interface ParsedPerson {
  name: string;
  /** Other forms: those the text uses, and those known before. */
  aliases: string[];
  roles: PersonRole[];
  wikidataId: string | null;
  /** How often the sections name this person. */
  mentions: number;
  /** Indexes of the sections that name this person. */
  sections: number[];
}

export interface PersonRole {
  title: string;
  organisation: string | null;
}

export interface KnownPerson {
  name: string;
  aliases: readonly string[];
  wikidataId?: string | null;
}

export type StoryErrorCode = 'STORY_EMPTY' | 'STORY_NO_HEADLINE' | 'STORY_NO_PARAGRAPHS';

export interface StoryRefusal {
  ok: false;
  code: StoryErrorCode;
  message: string;
  /** Counted from 1 in the text as given. */
  line?: number;
}

/** A headline, a heading or a paragraph, with the line it began on. */
export interface Block {
  text: string;
  line: number;
  /** Where the source marks its headings: the level of one, null for any other block. */
  level?: number | null;
  /** The block as the source has it, with emphasis and links. */
  node?: RichTextNode;
  /** The source says that it is the headline. */
  isTitle?: boolean | undefined;
  /** The source says that it is the standfirst. */
  isSubtitle?: boolean | undefined;
  /** No paragraph of the text, though it stands as one: a line of a table, a caption. */
  isPart?: boolean | undefined;
}
