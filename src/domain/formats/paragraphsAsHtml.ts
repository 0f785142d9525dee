import { escapeHtml } from '../richText/escapeHtml';
import { normaliseLines } from '../story/normaliseLines';
import { splitBlocks } from '../story/splitBlocks';

/** Plain text as HTML: lines that were wrapped to a width are one paragraph, any other is its own. */
export function paragraphsAsHtml(text: string): string {
  return splitBlocks(normaliseLines(text))
    .map((block) => `<p>${escapeHtml(block.text)}</p>`)
    .join('');
}
