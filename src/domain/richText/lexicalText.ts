import { childrenOf, type RichText, type RichTextNode } from './RichText';

const INLINE_TYPES = new Set(['text', 'linebreak', 'tab', 'link', 'autolink', 'inlineBlock']);

/**
 * The words of a body, one string for each paragraph, heading, quotation, list item or table
 * cell, as written (nothing trimmed); blocks without words are left out. Pull quotes, embeds and
 * images have no words of their own: they point at other documents.
 */
export function lexicalParagraphs(body: RichText | null | undefined): string[] {
  return body ? blocksOf(body.root).filter((block) => block.trim() !== '') : [];
}

/**
 * The plain text of a body: its paragraphs, separated by one blank line. UTF-16 offsets into a
 * section's text always mean offsets into this string.
 */
export function lexicalText(body: RichText | null | undefined): string {
  return lexicalParagraphs(body).join('\n\n');
}

function blocksOf(node: RichTextNode | RichText['root']): string[] {
  const blocks: string[] = [];
  let run: string | null = null;
  for (const child of childrenOf(node)) {
    if (INLINE_TYPES.has(child.type)) {
      run = (run ?? '') + inlineText(child);
      continue;
    }
    if (run !== null) blocks.push(run);
    run = null;
    blocks.push(...blocksOf(child));
  }
  if (run !== null) blocks.push(run);
  return blocks;
}

function inlineText(node: RichTextNode): string {
  if (node.type === 'linebreak') return '\n';
  if (node.type === 'tab') return '\t';
  if (typeof node.text === 'string') return node.text;
  return childrenOf(node).map(inlineText).join('');
}
