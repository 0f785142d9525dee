import { canonicalHash } from '../edition/canonicalHash';
import type { HtmlReferences } from '../richText/bodyKinds';
import { lexicalHtml } from '../richText/lexicalHtml';
import type { RichText } from '../richText/RichText';

/** The words of a story and nothing else: what an import brings and an editor may have changed. */
export interface StoryText {
  headline: string;
  standfirst: string | null;
  sections: readonly { heading: string | null; paragraphs: readonly string[] }[];
}

/** The same words with the same emphasis, links and lists; null where a text has nothing but words. */
export function formHash(
  sections: readonly { body?: RichText | null | undefined }[],
): string | null {
  const html = sections.map(({ body }) => lexicalHtml(body, NO_REFERENCES));
  const isPlain = html.every((each) => !/<(?!\/?(?:p|br)>)/.test(each));
  return isPlain ? null : canonicalHash(html);
}

const show = (id: string) => `[${id}]`;
const NO_REFERENCES: HtmlReferences = { quote: show, image: show, article: show };

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
