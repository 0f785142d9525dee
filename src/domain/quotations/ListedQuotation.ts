import type { QuoteFinding } from './QuoteFinding';
import type { Vouched } from './vouching';

/**
 * How a quotation of an article stands, the gravest first: missing (a Quote of the section whose words
 * its text no longer has), altered (other words than the Quote records), disputed, unattributed
 * (nobody is named for it, in the text or in its Quote), proposed (no Quote records it yet),
 * unverified, vouched (somebody of the newsroom says how they know it), verified, dismissed (an editor said that it needs no Quote).
 */
export const LISTED_STATES = [
  'missing',
  'altered',
  'disputed',
  'unattributed',
  'proposed',
  'unverified',
  'vouched',
  'verified',
  'dismissed',
] as const;
export type ListedState = (typeof LISTED_STATES)[number];

/** A selector of the Web Annotation Data Model (W3C, 2017); offsets in UTF-16 units, end exclusive. */
export type Selector =
  | { type: 'TextQuoteSelector'; exact: string; prefix: string; suffix: string }
  | { type: 'TextPositionSelector'; start: number; end: number };

/** Who vouches for a quotation, as it is stored with it. */
export interface ListedVouching extends Vouched {
  byName: string;
  /** The id of the user. */
  by: string | null;
  /** ISO 8601 UTC. */
  at: string | null;
}

/** A quotation as the people who check an article see it. */
export interface ListedQuotation {
  /** Names it when somebody decides about it; null where a Quote stands in no quotation of the text. */
  key: string | null;
  /** The ids of the article, where the section belongs to one, and of the section. */
  article: string | null;
  section: string;
  state: ListedState;
  kind: 'direct' | 'partial';
  /** The words as the text has them, or as the Quote does where the text has none of them. */
  words: string;
  /** Place in the text of the section, null where it has none. */
  start: number | null;
  end: number | null;
  /** The same place, as other annotation tools read it. */
  selectors: Selector[];
  /** The revision is to be sent when somebody verifies it: the verdict is about these words. */
  quote: {
    id: string;
    text: string;
    verification: string;
    /** What a fact-checker wrote with the verdict, for the newsroom only. */
    note: string | null;
    /** Who vouches for it, and how they know it. */
    vouching: ListedVouching | null;
    /** What ended an earlier vouching. */
    vouchingNote: string | null;
    /** Words that came out of a generating tool: nobody can vouch for them. */
    isGenerated: boolean;
    revision: number;
  } | null;
  /** Whom the Quote names. `id` is that of a Person, null for words like “a spokesman for the port”. */
  speaker: { id: string | null; name: string; role: string | null } | null;
  /** What the text says of who spoke, cue and mention ("Rutte said"); empty where it says nothing. */
  evidence: string;
  /** For those without a Quote: what to fill in, where the text is clear. */
  suggestion: {
    speaker: { id: string | null; name: string } | null;
    confidence: number;
  } | null;
  findings: QuoteFinding[];
}
