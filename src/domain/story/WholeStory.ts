import type { RichText } from '../richText/RichText';

/** The working copy of an article as the one text that it is for those who write it. */
export interface WholeStory {
  articleId: string;
  /** Of the article: its headline, standfirst and the order of its sections. */
  revision: number;
  headline: string;
  standfirst: string | null;
  sections: StorySection[];
}

export interface StorySection {
  id: string;
  revision: number;
  /** Null for the lead. */
  heading: string | null;
  body: RichText | null;
}

/** A whole story as somebody wants it saved. */
export interface StoryToSave {
  /** That the story was read with. */
  revision: number;
  headline: string;
  standfirst: string | null;
  /** All of them, in their order; one that is left out leaves the story, its text is kept. */
  sections: SectionToSave[];
}

export interface SectionToSave {
  /** Null for a new section. */
  id: string | null;
  revision: number | null;
  /** Left out where nobody touched it: then whatever is stored stays. */
  heading?: string | null;
  body?: RichText | null;
}

/** What counts the saves of a story now: its new sections have ids here. */
export interface SavedStory {
  revision: number;
  sections: { id: string; revision: number }[];
}

/** The parts of a story that somebody saved after it was read. */
export interface StaleParts {
  article: boolean;
  sections: string[];
}

/** Others who have a story open, and what counts its saves now. */
export interface StoryNews extends SavedStory {
  people: { id: string; name: string }[];
}
