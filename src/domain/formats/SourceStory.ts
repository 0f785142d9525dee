import type { StoryFacts } from '../story/storyFromHtml';

/** One story as its file gives it, in the one form that every format is brought into. */
export interface SourceStory {
  /** The source's own id of the story; null where the file's name has to do. */
  externalId: string | null;
  facts: StoryFacts;
  html: string;
  /** BCP 47, as the source says. */
  language: string | null;
  /** ISO 8601 with offset; the source forbids publication before it. */
  embargoUntil: string | null;
}

/** What is no story that can be taken, in a sentence, and where in the file: "line 3", "item 2". */
export interface SourceProblem {
  place?: string;
  message: string;
}

export interface SourceFile {
  stories: SourceStory[];
  problems: SourceProblem[];
}

/** A file that cannot be read at all. */
export function unreadable(message: string): SourceFile {
  return { stories: [], problems: [{ message }] };
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
