import { isHeading, markdownHeading } from './isHeading';
import type { Block, ParsedSection } from './ParsedStory';

/**
 * Sorts the blocks below the standfirst into the lead (heading null) and the headed sections.
 * A short line counts as a heading only where a paragraph follows and no other short line stands
 * next to it: short lines in a row are a list. A Markdown heading always counts.
 */
export function buildSections(blocks: Block[]): ParsedSection[] {
  const lead: ParsedSection = { heading: null, paragraphs: [] };
  const sections = [lead];
  let current = lead;
  for (const [index, block] of blocks.entries()) {
    const heading = headingAt(blocks, index);
    if (heading === null) {
      current.paragraphs.push(block.text);
    } else {
      current = { heading, paragraphs: [] };
      sections.push(current);
    }
  }
  return sections;
}

function headingAt(blocks: Block[], index: number): string | null {
  const text = blocks[index]?.text ?? '';
  const marked = markdownHeading(text);
  if (marked !== null && marked !== '') return marked;
  const isPlain = (at: number): boolean => isHeading(blocks[at]?.text ?? '');
  const hasParagraphBelow = index + 1 < blocks.length && !isPlain(index + 1);
  return isPlain(index) && hasParagraphBelow && !isPlain(index - 1) ? text : null;
}
