import { addAll } from '../lists/longLists';
import { isInline, kindOf } from './bodyKinds';
import { childrenOf, type RichText, type RichTextNode } from './RichText';

const BLANK_LINE = '\n\n';

/** The bits of a text node's format in Lexical. */
const BOLD = 1;
const STRIKETHROUGH = 4;

/** A paragraph, heading, quotation, list item or table cell of a body that has words. */
export interface LexicalBlock {
  /** The type of the node that holds the words: "paragraph", "heading", "quote", "listitem", … */
  type: string;
  text: string;
  /** Where it begins in the text of the body (lexicalText). */
  start: number;
  /** What is struck through: offsets in the text of the body. */
  struck: { start: number; end: number }[];
  /** All its words are in bold. */
  isBold: boolean;
}

/** The blocks of a body that have words, as written (nothing trimmed). */
export function lexicalBlocks(body: RichText | null | undefined): LexicalBlock[] {
  const blocks: LexicalBlock[] = [];
  let start = 0;
  for (const { type, pieces } of body ? runsOf(body.root) : []) {
    const text = pieces.map((piece) => piece.text).join('');
    if (text.trim() === '') continue;
    const struck: LexicalBlock['struck'] = [];
    let at = start;
    for (const piece of pieces) {
      const end = at + piece.text.length;
      if (piece.format & STRIKETHROUGH) struck.push({ start: at, end });
      at = end;
    }
    const isBold = pieces.every((piece) => piece.format & BOLD || piece.text.trim() === '');
    blocks.push({ type, text, start, struck, isBold });
    start = at + BLANK_LINE.length;
  }
  return blocks;
}

/**
 * The words of a body, one string for each paragraph, heading, quotation, list item or table
 * cell, as written (nothing trimmed); blocks without words are left out. Pull quotes, embeds and
 * images have no words of their own: they point at other documents.
 */
export function lexicalParagraphs(body: RichText | null | undefined): string[] {
  return lexicalBlocks(body).map(({ text }) => text);
}

/**
 * The plain text of a body: its paragraphs, separated by one blank line. UTF-16 offsets into a
 * section's text always mean offsets into this string.
 */
export function lexicalText(body: RichText | null | undefined): string {
  return lexicalParagraphs(body).join(BLANK_LINE);
}

interface Run {
  type: string;
  pieces: { text: string; format: number }[];
}

function runsOf(node: RichTextNode | RichText['root']): Run[] {
  const runs: Run[] = [];
  let run: Run | null = null;
  for (const child of childrenOf(node)) {
    if (isInline(child)) {
      run ??= { type: node.type, pieces: [] };
      addAll(run.pieces, piecesOf(child));
      continue;
    }
    if (run !== null) runs.push(run);
    run = null;
    addAll(runs, runsOf(child));
  }
  if (run !== null) runs.push(run);
  return runs;
}

function piecesOf(node: RichTextNode): Run['pieces'] {
  const format = typeof node.format === 'number' ? node.format : 0;
  const words = kindOf(node)?.words?.(node) ?? node.text;
  if (typeof words === 'string') return [{ text: words, format }];
  return childrenOf(node).flatMap(piecesOf);
}
