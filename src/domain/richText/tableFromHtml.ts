import type { HtmlBlock } from './blocksFromHtml';
import { childrenOfHtml, findAll, tagOf, wordsOf, attributeOf, type HtmlNode } from './htmlTree';
import { inlineFromHtml } from './inlineFromHtml';
import type { HtmlReading } from './parseHtml';
import type { RichTextNode } from './RichText';

/** What stands between the cells of a row that became a line. */
const BETWEEN = ' | ';

/** Whatever holds these is laid out by a table rather than told by one. */
const NO_CELL = new Set(
  'table ul ol blockquote h1 h2 h3 h4 h5 h6 figure pre article section iframe'.split(' '),
);

/**
 * A table of figures or words as lines, one a row; null for one that only puts blocks beside each
 * other, as old pages and letters do.
 */
export function tableOf(table: HtmlNode, reading: HtmlReading): HtmlBlock[] | null {
  const rows = findAll(childrenOfHtml(table), ({ tagName }) => tagName === 'tr').map((row) =>
    childrenOfHtml(row).filter((cell) => ['td', 'th'].includes(tagOf(cell) ?? '')),
  );
  const cells = rows.flat();
  const isLaidOut =
    /^(?:presentation|none)$/.test(attributeOf(table, 'role') ?? '') ||
    Math.max(0, ...rows.map(({ length }) => length)) < 2 ||
    cells.some(
      (cell) => findAll(childrenOfHtml(cell), ({ tagName }) => NO_CELL.has(tagName)).length > 0,
    );
  if (isLaidOut) return null;
  reading.book.note('tableAsLines', rows.slice(0, 1).flat().map(wordsOf).join(BETWEEN));
  const caption = findAll(childrenOfHtml(table), ({ tagName }) => tagName === 'caption');
  const lines = caption.flatMap((node) => inlineFromHtml([node], reading)).map(asPart);
  for (const row of rows) {
    const words = row.map((cell) => wordsInLine(cell, reading));
    if (words.every(({ length }) => length === 0)) continue;
    const line = words.flatMap((each, index) =>
      index === 0 ? each : [textNode(BETWEEN), ...each],
    );
    reading.book.pass(row.map(wordsOf).join(BETWEEN));
    lines.push(asPart(line));
  }
  return lines;
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

/** A paragraph as the story editor writes it. */
export function lineNode(children: RichTextNode[]): RichTextNode {
  return {
    type: 'paragraph',
    children,
    version: 1,
    format: '',
    indent: 0,
    direction: 'ltr',
    textFormat: 0,
    textStyle: '',
  };
}

function textNode(text: string): RichTextNode {
  return { type: 'text', text, version: 1, format: 0, style: '', mode: 'normal', detail: 0 };
}
