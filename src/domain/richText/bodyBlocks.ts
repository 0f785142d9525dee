import { addAll } from '../lists/longLists';
import { isInline } from './bodyKinds';
import { childrenOf, type RichText, type RichTextNode } from './RichText';

/** How words can look to readers: Lexical's bits. What else it can set, no reader sees. */
export const TEXT_FORMATS = {
  bold: 1,
  italic: 2,
  struck: 4,
  code: 16,
  subscript: 32,
  superscript: 64,
} as const;
export type TextFormat = keyof typeof TEXT_FORMATS;

const SEEN = Object.values(TEXT_FORMATS).reduce((mask, bit) => mask | bit, 0);

/** Words that look the same from the first to the last. */
export interface TextRun {
  text: string;
  /** The bits of TEXT_FORMATS. */
  format: number;
  link: LinkTarget | null;
}

/** Where a link leads: to an address, or to an article by its id. */
export interface LinkTarget {
  to: 'address' | 'article';
  target: string;
}

/** How a block with words stands, where that is not as usual. */
interface Standing {
  /** "center", "right", …; null for as usual. */
  align: string | null;
  indent: number;
}

/** What holds words: everything but the words. */
type Frame = Standing & ({ kind: 'paragraph' | 'heading' | 'subheading' | 'quote' } | ListItem);

export type WordBlock = Frame & { runs: TextRun[] };

interface ListItem {
  kind: 'item';
  list: 'bullet' | 'number' | 'check';
  /** 0 in a list, 1 in a list within an item of it. */
  depth: number;
  /** The number that a list starts with, where nobody would guess it; null for all other items. */
  start: number | null;
  /** As readers see it. It follows from the items before it, and is no part of what an item says. */
  number: number | null;
  isChecked: boolean;
}

/** Rows that follow each other are one table, as items are one list. */
export interface TableRow {
  kind: 'row';
  /** Another table stands right above it. */
  isApart: boolean;
  cells: TableCell[];
}

export interface TableCell {
  heads: 'column' | 'row' | 'both' | null;
  columns: number;
  rows: number;
  blocks: BodyBlock[];
}

/** One thing that stands in a body, from one edge of the column to the other. */
export type BodyBlock =
  | WordBlock
  | TableRow
  | { kind: 'rule' }
  | { kind: 'image'; id: string }
  | { kind: 'pullQuote'; id: string }
  | { kind: 'embed'; url: string; caption: string }
  /** Of a type that is not known here, without words: as it is stored. */
  | { kind: 'other'; type: string; stored: unknown };

/**
 * What stands in a body, in reading order, as readers see it: paragraphs with their formatting and
 * links, list items, rows of tables, pictures, embeds, pull quotes, rules. Paragraphs without a word are left out, as
 * they are for readers. Takes a body without populated documents.
 */
export function bodyBlocks(body: RichText | null | undefined): BodyBlock[] {
  return body ? blocksIn(body.root, () => ({ kind: 'paragraph', ...AS_USUAL })) : [];
}

/** The words of a block; none for one that only points at something. */
export function textOfBlock(block: BodyBlock): string {
  if (block.kind === 'row') return block.cells.flatMap(textsOfCell).join('\n\n');
  return 'runs' in block ? block.runs.map(({ text }) => text).join('') : '';
}

/** The words of a cell, block by block. */
export function textsOfCell({ blocks }: TableCell): string[] {
  return blocks.map(textOfBlock).filter((text) => text !== '');
}

const AS_USUAL: Standing = { align: null, indent: 0 };
const USUAL_ALIGNMENTS = new Set(['', 'left', 'start']);

/** Words that stand in a node make blocks of the frame that the node gives them. */
function blocksIn(node: RichTextNode | RichText['root'], frame: () => Frame): BodyBlock[] {
  const blocks: BodyBlock[] = [];
  let runs: TextRun[] = [];
  const flush = (): void => {
    if (runs.some(({ text }) => text.trim() !== '')) {
      blocks.push({ ...frame(), runs: joinRuns(runs) });
    }
    runs = [];
  };
  let before = '';
  for (const child of childrenOf(node)) {
    if (isInline(child) || isUnknownLeaf(child)) addAll(runs, runsOf(child, null));
    else {
      flush();
      addAll(blocks, blocksOf(child, before === child.type));
    }
    before = child.type;
  }
  flush();
  return blocks;
}

/** A text of a type that is not known here shows its words all the same. */
function isUnknownLeaf(node: RichTextNode): boolean {
  return typeof node.text === 'string' && !Array.isArray(node.children);
}

function blocksOf(node: RichTextNode, isAfterSame: boolean): BodyBlock[] {
  const standing = standingOf(node);
  switch (node.type) {
    case 'heading':
      return blocksIn(node, () => ({
        kind: node.tag === 'h4' ? 'subheading' : 'heading',
        ...standing,
      }));
    case 'quote':
      return blocksIn(node, () => ({ kind: 'quote', ...standing }));
    case 'list':
      return itemsOf(node, 0, isAfterSame);
    case 'table':
      return childrenOf(node).map((row, index) => ({
        kind: 'row',
        isApart: index === 0 && isAfterSame,
        cells: childrenOf(row).map(cellOf),
      }));
    case 'horizontalrule':
      return [{ kind: 'rule' }];
    case 'upload':
      return [{ kind: 'image', id: idOf(node.value) }];
    case 'block':
      return [fieldsBlock(node)];
    default: {
      const inner = blocksIn(node, () => ({ kind: 'paragraph', ...standing }));
      const isKnown = node.type === 'paragraph' || inner.length > 0;
      return isKnown ? inner : [{ kind: 'other', type: node.type, stored: node }];
    }
  }
}

function cellOf(cell: RichTextNode): TableCell {
  const span = (value: unknown) => (typeof value === 'number' && value > 1 ? value : 1);
  return {
    heads: ([null, 'column', 'row', 'both'] as const)[Number(cell.headerState) || 0] ?? null,
    columns: span(cell.colSpan),
    rows: span(cell.rowSpan),
    blocks: blocksIn(cell, () => ({ kind: 'paragraph', ...AS_USUAL })),
  };
}

function itemsOf(list: RichTextNode, depth: number, isAfterList: boolean): BodyBlock[] {
  const { listType } = list;
  const kind = listType === 'number' || listType === 'check' ? listType : 'bullet';
  const begin = typeof list.start === 'number' ? list.start : 1;
  let number = begin;
  // What begins with 1 begins anew only where another list stands right before it.
  let isTold = begin !== 1 || isAfterList;
  return childrenOf(list).flatMap((item) => {
    const words = { ...item, children: childrenOf(item).filter(({ type }) => type !== 'list') };
    const below = childrenOf(item).filter(({ type }) => type === 'list');
    const blocks = blocksIn(words, () => {
      const isNumbered = kind === 'number';
      const frame: Frame = {
        kind: 'item',
        list: kind,
        depth,
        start: isNumbered && isTold ? begin : null,
        number: isNumbered ? number : null,
        isChecked: item.checked === true,
        ...AS_USUAL,
        align: standingOf(item).align,
      };
      isTold = false;
      return frame;
    });
    if (blocks.length > 0) number += 1;
    return [...blocks, ...below.flatMap((inner) => itemsOf(inner, depth + 1, false))];
  });
}

function fieldsBlock(node: RichTextNode): BodyBlock {
  const fields = (node.fields ?? {}) as Record<string, unknown>;
  if (fields.blockType === 'pullQuote') return { kind: 'pullQuote', id: idOf(fields.quote) };
  if (fields.blockType === 'embed')
    return { kind: 'embed', url: textOf(fields.url), caption: textOf(fields.caption) };
  return { kind: 'other', type: textOf(fields.blockType) || node.type, stored: fields };
}

function runsOf(node: RichTextNode, link: LinkTarget | null): TextRun[] {
  const format = (typeof node.format === 'number' ? node.format : 0) & SEEN;
  if (node.type === 'linebreak') return [{ text: '\n', format: 0, link }];
  if (node.type === 'tab') return [{ text: '\t', format: 0, link }];
  if (typeof node.text === 'string') return [{ text: node.text, format, link }];
  const isLink = node.type === 'link' || node.type === 'autolink';
  const inner = isLink ? targetOf(node) : link;
  return childrenOf(node).flatMap((child) => runsOf(child, inner));
}

function targetOf(node: RichTextNode): LinkTarget {
  const { doc, url } = (node.fields ?? {}) as { doc?: { value?: unknown } | null; url?: unknown };
  return doc ? { to: 'article', target: idOf(doc.value) } : { to: 'address', target: textOf(url) };
}

/** Neighbours that look the same are one run, however the editor has cut them. */
function joinRuns(runs: readonly TextRun[]): TextRun[] {
  const joined: TextRun[] = [];
  for (const run of runs) {
    const last = joined.at(-1);
    const isBreak = run.text === '\n' || run.text === '\t';
    const isJoined = isBreak
      ? isSameLink(last?.link ?? null, run.link)
      : last && looksSame(last, run);
    if (last && isJoined) last.text += run.text;
    else joined.push({ ...run });
  }
  return joined;
}

/** Whether two runs look the same and lead to the same place. */
export function looksSame(one: Omit<TextRun, 'text'>, other: Omit<TextRun, 'text'>): boolean {
  return one.format === other.format && isSameLink(one.link, other.link);
}

export function isSameLink(one: LinkTarget | null, other: LinkTarget | null): boolean {
  return one?.to === other?.to && one?.target === other?.target;
}

function standingOf(node: RichTextNode): Standing {
  const { format, indent } = node;
  return {
    align: typeof format === 'string' && !USUAL_ALIGNMENTS.has(format) ? format : null,
    indent: typeof indent === 'number' ? indent : 0,
  };
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function idOf(value: unknown): string {
  return typeof value === 'string' ? value : textOf((value as { id?: unknown } | null)?.id);
}
