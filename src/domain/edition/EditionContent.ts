import type { RichText } from '../richText/RichText';

/**
 * All that a reader may see of one article at one moment, resolved and in plain JSON: the content
 * of an Edition, and what its hash covers. No internal notes, users, flags or workflow.
 * Times are ISO 8601 strings; what is not there is null, never absent.
 */
export interface EditionContent {
  /** The shape of this object; a change of shape takes the next number. */
  format: 1;
  id: string;
  headline: string | null;
  webHeadline: string | null;
  socialHeadline: string | null;
  seoTitle: string | null;
  seoDescription: string | null;
  standfirst: string | null;
  slug: string | null;
  kind: string | null;
  /** BCP 47. */
  language: string | null;
  dateline: string | null;
  bylines: EditionByline[];
  topics: EditionTopic[];
  leadImage: EditionImage | null;
  origin: EditionOrigin | null;
  /** In reading order. */
  sections: EditionSection[];
  /** Each quote once, in the order of its first appearance. */
  quotes: EditionQuote[];
  /** Who speaks or is written about, each once, in the order of first appearance. */
  people: EditionPerson[];
  /** The images that section bodies show, each once, in reading order. */
  images: EditionImage[];
  relatedArticles: EditionRelatedArticle[];
}

export interface EditionByline {
  name: string;
  /** Null for a guest name. */
  person: EditionPerson | null;
}

export interface EditionPerson {
  id: string;
  name: string;
  slug: string | null;
  /** The role held on the day that counts. */
  role: { title: string; organisation: string | null } | null;
  wikidataId: string | null;
}

export interface EditionTopic {
  id: string;
  name: string;
  slug: string | null;
  iptcCode: string | null;
}

export interface EditionImage {
  id: string;
  url: string | null;
  alt: string | null;
  caption: string | null;
  credit: string | null;
  expiresAt: string | null;
  /** Pixels. */
  width: number | null;
  height: number | null;
  mimeType: string | null;
  /** Per cent from the left and from the top. */
  focalX: number | null;
  focalY: number | null;
  sizes: Record<string, { url: string; width: number | null; height: number | null }>;
}

export interface EditionOrigin {
  publisher: string | null;
  url: string | null;
  copyrightLine: string | null;
  copyrightYear: number | null;
  licence: string | null;
}

export interface EditionSection {
  id: string;
  /** The lead has none. */
  heading: string | null;
  body: RichText | null;
  /** Ids, pull quotes included. */
  quotes: string[];
  people: string[];
}

export interface EditionQuote {
  id: string;
  text: string;
  language: string | null;
  kind: string | null;
  /** personId is null for a speaker who is described but not named ("a spokesman"). */
  speaker: { personId: string | null; name: string; role: string | null } | null;
  occasion: {
    name: string | null;
    date: string | null;
    place: string | null;
    medium: string | null;
  } | null;
  /** What anyone may check; the file and the passage stay inside, since they may name a source. */
  evidence: {
    url: string | null;
    timecode: string | null;
  } | null;
  verification: { status: string };
}

export interface EditionRelatedArticle {
  id: string;
  slug: string | null;
  headline: string | null;
}
