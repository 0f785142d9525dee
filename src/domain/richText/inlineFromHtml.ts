import { canonicalHash } from '../edition/canonicalHash';
import { childrenOfHtml, isListMark, styleOf, tagOf, attributeOf, type HtmlNode } from './htmlTree';
import type { RichTextNode } from './RichText';

/** Words of one look: Lexical's format bits, and where they lead. */
interface Run {
  text: string;
  format: number;
  url: string | null;
}
const BREAK: Run = { text: '\n', format: 0, url: null };

const FORMAT_OF_TAG: Readonly<Record<string, number>> = {
  b: 1,
  strong: 1,
  i: 2,
  em: 2,
  cite: 2,
  s: 4,
  del: 4,
  strike: 4,
  sub: 32,
  sup: 64,
};
const NOT_WORDS = new Set(['script', 'style', 'template', 'noscript', 'svg', 'button', 'o:p']);

/**
 * The inline children of one paragraph of HTML as Lexical nodes, one list for each line group: two
 * breaks in a row end a paragraph, as old systems write them. White space is folded as a browser
 * folds it; emphasis and links to http, https and mailto stay, every other look goes.
 */
export function inlineFromHtml(nodes: readonly HtmlNode[]): RichTextNode[][] {
  const runs: Run[] = [];
  for (const node of nodes) collect(node, { text: '', format: 0, url: null }, runs);
  return splitParagraphs(fold(runs)).map(toNodes);
}

function collect(node: HtmlNode, look: Run, runs: Run[]): void {
  if (node.nodeName === '#text' && 'value' in node) {
    runs.push({ ...look, text: node.value });
    return;
  }
  const tag = tagOf(node);
  if (tag === null || NOT_WORDS.has(tag) || isListMark(node)) return;
  if (tag === 'br') {
    runs.push(BREAK);
    return;
  }
  const format = formatOf(node, tag, look.format);
  const url = tag === 'a' ? safeAddress(attributeOf(node, 'href')) : look.url;
  for (const child of childrenOfHtml(node)) collect(child, { text: '', format, url }, runs);
}

/** Word processors write the look as a style, and switch a bold element off by one (Google Docs). */
function formatOf(node: HtmlNode, tag: string, inherited: number): number {
  let format = inherited | (FORMAT_OF_TAG[tag] ?? 0);
  const style = styleOf(node);
  const weight = valueOf(style, 'font-weight');
  if (weight !== undefined) {
    format = /^(bold|bolder|[6-9]00)$/.test(weight) ? format | 1 : format & ~1;
  }
  const slant = valueOf(style, 'font-style');
  if (slant !== undefined) format = slant === 'italic' ? format | 2 : format & ~2;
  return format;
}

/** Word has properties of its own that end alike: mso-bidi-font-weight. */
function valueOf(style: string, property: string): string | undefined {
  return new RegExp(`(?:^|;)\\s*${property}:\\s*(\\w+)`).exec(style)?.[1];
}

function safeAddress(href: string | null): string | null {
  const address = href?.trim() ?? '';
  return /^(https?:\/\/|mailto:)/i.test(address) && URL.canParse(address) ? address : null;
}

/** Folds white space across runs; a no-break space is a word's own and stays. */
function fold(runs: readonly Run[]): Run[] {
  const folded: Run[] = [];
  let isAfterSpace = true;
  for (const run of runs) {
    if (run === BREAK) {
      trimEnd(folded);
      folded.push(BREAK);
      isAfterSpace = true;
      continue;
    }
    let text = run.text.replace(/[ \t\r\n\f]+/g, ' ');
    if (isAfterSpace) text = text.replace(/^ /, '');
    if (text === '') continue;
    isAfterSpace = text.endsWith(' ');
    folded.push({ ...run, text });
  }
  trimEnd(folded);
  return folded;
}

function trimEnd(runs: Run[]): void {
  const last = runs.at(-1);
  if (!last || last === BREAK) return;
  const text = last.text.replace(/ $/, '');
  runs.pop();
  if (text !== '') runs.push({ ...last, text });
}

function splitParagraphs(runs: readonly Run[]): Run[][] {
  const paragraphs: Run[][] = [[]];
  for (const [index, run] of runs.entries()) {
    const isDouble = run === BREAK && (runs[index + 1] === BREAK || runs[index - 1] === BREAK);
    if (isDouble) paragraphs.push([]);
    else paragraphs.at(-1)?.push(run);
  }
  return paragraphs.map(withoutOuterBreaks).filter((all) => all.some(({ text }) => text.trim()));
}

function withoutOuterBreaks(runs: Run[]): Run[] {
  const from = runs.findIndex((run) => run !== BREAK);
  const to = runs.findLastIndex((run) => run !== BREAK);
  return from < 0 ? [] : runs.slice(from, to + 1);
}

function toNodes(runs: readonly Run[]): RichTextNode[] {
  const nodes: RichTextNode[] = [];
  let url: string | null = null;
  let inside: RichTextNode[] = nodes;
  for (const run of runs) {
    if (run.url !== url) {
      url = run.url;
      inside = url === null ? nodes : openLink(url, nodes);
    }
    if (run === BREAK) inside.push({ type: 'linebreak', version: 1 });
    else addText(run, inside);
  }
  return nodes;
}

function addText({ text, format }: Run, nodes: RichTextNode[]): void {
  const last = nodes.at(-1);
  if (last?.type === 'text' && last.format === format) {
    last.text = `${String(last.text)}${text}`;
    return;
  }
  nodes.push({ type: 'text', text, version: 1, format, style: '', mode: 'normal', detail: 0 });
}

function openLink(url: string, nodes: RichTextNode[]): RichTextNode[] {
  const children: RichTextNode[] = [];
  nodes.push({
    type: 'link',
    version: 3,
    // Payload wants an id; made from the place, so that the same HTML always gives the same body.
    id: canonicalHash([url, nodes.length]).slice(0, 24),
    fields: { linkType: 'custom', newTab: false, url },
    children,
    format: '',
    indent: 0,
    direction: 'ltr',
  });
  return children;
}
