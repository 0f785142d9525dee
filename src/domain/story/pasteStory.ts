import { least } from '../lists/longLists';
import { openReceipt, type Receipt, type ReceiptBook } from '../formats/Receipt';
import { withoutHidden } from '../characters/hiddenCharacters';
import { NO_FACTS } from '../formats/SourceStory';
import { blocksFromHtml } from '../richText/blocksFromHtml';
import { lexicalFromParagraphs } from '../richText/lexicalFromParagraphs';
import type { HtmlReading } from '../richText/parseHtml';
import type { RichTextNode } from '../richText/RichText';
import { buildSections } from './buildSections';
import { blocksOf, headingNode, subheadingNode } from './canvas';
import { detectLanguage } from './detectLanguage';
import { normaliseLines } from './normaliseLines';
import { parseStory } from './parseStory';
import type { ParsedSection, ParsedStory } from './ParsedStory';
import { splitBlocks } from './splitBlocks';
import { storyFromHtml } from './storyFromHtml';

/** What a paste brings: blocks of the canvas, and on an empty page the texts above them. */
export interface PastedStory {
  headline: string | null;
  standfirst: string | null;
  /** Section headings, without keys, and what stands below each. */
  blocks: RichTextNode[];
  /** Words that have a field of their own in an article, and are not part of its text. */
  besides: string[];
  /** What of the clipboard is not on the page as it was there. */
  receipt: Receipt;
}

/**
 * A paste as blocks of the canvas: headings (the highest begin sections), paragraphs, lists,
 * quotations, emphasis and links stay, every other look goes. On an empty page a whole story, or a
 * text with a title, also brings its headline and standfirst.
 */
export function pasteStory({
  html,
  text,
  isPageEmpty,
}: {
  /** From the clipboard; an empty string where it holds none. */
  html: string;
  text: string;
  isPageEmpty: boolean;
}): PastedStory {
  const plain = html.replace(/<[^>]*>/g, ' ');
  const language = detectLanguage(plain);
  if (isPageEmpty) {
    const book = openReceipt();
    const whole = html
      ? storyFromHtml({ html, facts: NO_FACTS, markLanguage: language, book })
      : parseStory({ text, book });
    const isWhole = whole.ok && (whole.story.sections.length > 1 || isTitled(html));
    if (isWhole) return pasteWhole(whole.story, book);
  }
  const book = openReceipt();
  const nothing = { headline: null, standfirst: null, besides: [] };
  if (html) {
    const blocks = blocksOfHtml(html, { book, base: null, language });
    return { ...nothing, blocks, receipt: book.receipt() };
  }
  const { text: seen, count } = withoutHidden(normaliseLines(text));
  if (count > 0) book.note('invisibleCharacter', null, { many: count });
  const blocks = blocksOfSections(buildSections(splitBlocks(seen)));
  return { ...nothing, blocks, receipt: book.receipt() };
}

function pasteWhole(story: ParsedStory, book: ReceiptBook): PastedStory {
  const { headline, standfirst, dateline, bylines, origin, sections } = story;
  return {
    headline,
    standfirst,
    blocks: blocksOfSections(sections),
    besides: [...bylines, dateline, origin.publisher, origin.copyrightLine].filter(
      (words) => words !== null,
    ),
    receipt: book.receipt(),
  };
}

function isTitled(html: string): boolean {
  return blocksFromHtml(html).some((block) => block.level !== null && block.isTitle);
}

function blocksOfHtml(html: string, reading: HtmlReading): RichTextNode[] {
  const blocks = blocksFromHtml(html, reading);
  const top = least(blocks.flatMap(({ level }) => level ?? []));
  return blocks.map((block) => {
    if (block.level === null) return block.node;
    if (block.level === top) return headingNode('', block.text);
    return subheadingNode(block.level - top > 1 ? 'h4' : 'h3', block.text);
  });
}

function blocksOfSections(sections: readonly ParsedSection[]): RichTextNode[] {
  return sections.flatMap(({ heading, paragraphs, body }) => [
    ...(heading === null ? [] : [headingNode('', heading)]),
    ...blocksOf(body ?? lexicalFromParagraphs(paragraphs)),
  ]);
}
