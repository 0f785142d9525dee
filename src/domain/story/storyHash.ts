import { canonicalHash } from '../edition/canonicalHash';

/** The words of a story and nothing else: what an import brings and an editor may have changed. */
export interface StoryText {
  headline: string;
  standfirst: string | null;
  sections: readonly { heading: string | null; paragraphs: readonly string[] }[];
}

/** The same words give the same hash, whether they come from a file or from a working copy. */
export function storyHash({ headline, standfirst, sections }: StoryText): string {
  return canonicalHash({
    headline,
    standfirst: standfirst || null,
    sections: sections.map(({ heading, paragraphs }) => ({
      heading: heading || null,
      paragraphs: [...paragraphs],
    })),
  });
}
