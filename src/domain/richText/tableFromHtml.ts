import { most } from '../lists/longLists';
import { openReceipt } from '../formats/Receipt';
import type { HtmlBlock } from './blocksFromHtml';
import { HEADS_COLUMN, HEADS_ROW } from './bodyKinds';
import {
  attributeOf,
  childrenOfHtml,
  findAll,
  tagOf,
  wordsOf,
  type HtmlElement,
  type HtmlNode,
} from './htmlTree';
import { inlineFromHtml } from './inlineFromHtml';
import type { HtmlReading } from './parseHtml';
import type { RichTextNode } from './RichText';

/** What stands between the cells of a row that became a line. */
const BETWEEN = ' | ';
/** Three nodes each: with more a section would be larger than an editor can open. One that reaches over others counts as many. */
const MOST_CELLS = 5_000;

/** Whatever holds these is laid out by a table rather than told by one. */
const NO_CELL = new Set('table figure article section iframe form'.split(' '));
/** A cell that holds these may be either: a table that says what heads it is told by one. */
const SELDOM_CELL = new Set('ul ol blockquote h1 h2 h3 h4 h5 h6 pre'.split(' '));
const CELL_HOLDS = new Set(['paragraph', 'quote', 'list']);

/** Reads what stands in a cell. */
type ReadBlocks = (nodes: readonly HtmlNode[], reading: HtmlReading) => HtmlBlock[];

interface Row {
  isHead: boolean;
  cells: HtmlElement[];
}

/**
 * A table of figures or words with its heading cells, a very long one as lines, one a row; null for
 * one that only puts blocks beside each other, as old pages and letters do.
 */
export function tableOf(
  table: HtmlNode,
  reading: HtmlReading,
  blocksOf: ReadBlocks,
): HtmlBlock[] | null {
  const rows = rowsOf(table);
  // To see what a cell holds it is read for nothing.
  const trial = { ...reading, book: openReceipt() };
  if (isLaidOut(table, rows, (cell) => blocksOf(childrenOfHtml(cell), trial))) return null;
  const captions = findAll(childrenOfHtml(table), ({ tagName }) => tagName === 'caption');
  for (const caption of captions)
    if (wordsOf(caption) !== '') reading.book.note('caption', wordsOf(caption));
  const above = captions.flatMap((node) => inlineFromHtml([node], reading)).map(asPart);
  if (sizeOf(rows) > MOST_CELLS) {
    const [first] = rows;
    reading.book.note('tableAsLines', first?.cells.map(wordsOf).join(BETWEEN));
    return [...above, ...linesOf(rows, reading)];
  }
  const grid: boolean[][] = [];
  const filled = rows.map((row, index) => filledRow(row, index, grid, reading, blocksOf));
  const columns = most(grid.map(({ length }) => length));
  const children = filled.map((cells, index) => {
    // A row that is shorter than the others could not be edited.
    for (let column = 0; column < columns; column += 1) {
      if (!grid[index]?.[column]) cells.push(cellNode([], 0, 1, 1));
    }
    return { type: 'tablerow', children: cells, ...element };
  });
  return [...above, { level: null, node: { type: 'table', children, ...element }, isPart: true }];
}

function rowsOf(table: HtmlNode): Row[] {
  return findAll(childrenOfHtml(table), ({ tagName }) => tagName === 'tr')
    .map((row) => ({
      isHead: tagOf(row.parentNode as HtmlNode) === 'thead',
      cells: childrenOfHtml(row).filter((cell): cell is HtmlElement =>
        ['td', 'th'].includes(tagOf(cell) ?? ''),
      ),
    }))
    .filter(({ cells }) => cells.some((cell) => wordsOf(cell) !== ''));
}

function isLaidOut(
  table: HtmlNode,
  rows: readonly Row[],
  readCell: (cell: HtmlNode) => HtmlBlock[],
): boolean {
  const cells = rows.flatMap((row) => row.cells);
  const hold = (tags: ReadonlySet<string>) =>
    cells.some(
      (cell) => findAll(childrenOfHtml(cell), ({ tagName }) => tags.has(tagName)).length > 0,
    );
  if (/^(?:presentation|none)$/.test(attributeOf(table, 'role') ?? '')) return true;
  if (most(rows.map((row) => row.cells.length)) < 2 || hold(NO_CELL)) return true;
  const isHeaded = cells.some((cell) => tagOf(cell) === 'th') || rows.some(({ isHead }) => isHead);
  if (!isHeaded && hold(SELDOM_CELL)) return true;
  // One of so many cells is no layout, and reading them twice takes long.
  if (cells.length > MOST_CELLS) return false;
  return cells.some((cell) =>
    readCell(cell).some((block) => block.level === null && !CELL_HOLDS.has(block.node.type)),
  );
}

/** The cells of a row; the grid says which places it and the rows above it have taken. */
function filledRow(
  { isHead, cells }: Row,
  index: number,
  grid: boolean[][],
  reading: HtmlReading,
  blocksOf: ReadBlocks,
): RichTextNode[] {
  const isAllHeads = isHead || cells.every((cell) => tagOf(cell) === 'th');
  let column = 0;
  const nodes = cells.map((cell) => {
    const row = (grid[index] ??= []);
    while (row[column]) column += 1;
    const [columns, rows] = [spanOf(cell, 'colspan'), spanOf(cell, 'rowspan')];
    for (let down = 0; down < rows; down += 1) {
      const below = (grid[index + down] ??= []);
      for (let across = 0; across < columns; across += 1) below[column + across] = true;
    }
    const isHeading = isAllHeads || tagOf(cell) === 'th';
    const heads = !isHeading ? 0 : isAllHeads ? HEADS_COLUMN : HEADS_ROW;
    return cellNode(blocksOf(childrenOfHtml(cell), reading).map(nodeOf), heads, columns, rows);
  });
  reading.book.pass(cells.map(wordsOf).join(BETWEEN));
  return nodes;
}

function nodeOf(block: HtmlBlock): RichTextNode {
  return block.level === null ? block.node : lineNode([textNode(block.text)]);
}

function cellNode(
  children: RichTextNode[],
  headerState: number,
  colSpan: number,
  rowSpan: number,
): RichTextNode {
  return {
    type: 'tablecell',
    // Where there is nothing yet, there must be a place to write.
    children: children.length > 0 ? children : [lineNode([])],
    headerState,
    colSpan,
    rowSpan,
    backgroundColor: null,
    ...element,
  };
}

function sizeOf(rows: readonly Row[]): number {
  return rows
    .flatMap(({ cells }) => cells)
    .reduce((sum, cell) => sum + spanOf(cell, 'colspan') * spanOf(cell, 'rowspan'), 0);
}

function spanOf(cell: HtmlNode, name: 'colspan' | 'rowspan'): number {
  const span = Number(attributeOf(cell, name) ?? 1);
  return Number.isInteger(span) && span > 1 ? Math.min(span, 100) : 1;
}

function linesOf(rows: readonly Row[], reading: HtmlReading): HtmlBlock[] {
  return rows.map(({ cells }) => {
    const words = cells.map((cell) => wordsInLine(cell, reading));
    reading.book.pass(cells.map(wordsOf).join(BETWEEN));
    return asPart(
      words.flatMap((each, index) => (index === 0 ? each : [textNode(BETWEEN), ...each])),
    );
  });
}

/** The paragraphs of a cell one after the other. */
function wordsInLine(cell: HtmlNode, reading: HtmlReading): RichTextNode[] {
  return inlineFromHtml(childrenOfHtml(cell), reading).flatMap((words, index) =>
    index === 0 ? words : [textNode(' '), ...words],
  );
}

function asPart(children: RichTextNode[]): HtmlBlock {
  return { level: null, node: lineNode(children), isPart: true };
}

const element = { version: 1, format: '', indent: 0, direction: 'ltr' } as const;

/** A paragraph as the story editor writes it. */
export function lineNode(children: RichTextNode[]): RichTextNode {
  return { type: 'paragraph', children, ...element, textFormat: 0, textStyle: '' };
}

function textNode(text: string): RichTextNode {
  return { type: 'text', text, version: 1, format: 0, style: '', mode: 'normal', detail: 0 };
}
