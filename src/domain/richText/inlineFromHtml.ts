import { canonicalHash } from '../edition/canonicalHash';
import { isLinkAddress } from './bodyKinds';
import {
  attributeOf,
  childrenOfHtml,
  hasClass,
  isListMark,
  isText,
  styleOf,
  tagOf,
  wordsOf,
  type HtmlNode,
} from './htmlTree';
import { leaveOut } from './leaveOut';
import type { HtmlReading } from './parseHtml';
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
  code: 16,
  kbd: 16,
  samp: 16,
  tt: 16,
  sub: 32,
  sup: 64,
};
/** Looks that a story has not: its words stay. */
const LOST_LOOKS = new Set(['mark', 'u']);

/**
 * The inline children of one paragraph of HTML as Lexical nodes, one list for each line group: two
 * breaks in a row end a paragraph, as old systems write them. White space is folded as a browser
 * folds it; emphasis and links to http, https and mailto stay, every other look goes. What has no
 * place among words is written down.
 */
export function inlineFromHtml(nodes: readonly HtmlNode[], reading: HtmlReading): RichTextNode[][] {
  const runs: Run[] = [];
  for (const node of nodes) collect(node, { text: '', format: 0, url: null }, runs, reading);
  return splitParagraphs(fold(runs)).map(toNodes);
}

function collect(node: HtmlNode, look: Run, runs: Run[], reading: HtmlReading): void {
  if (isText(node)) {
    runs.push({ ...look, text: node.value });
    return;
  }
  const tag = tagOf(node);
  if (tag === null || isListMark(node)) return;
  if (tag === 'br') {
    runs.push(BREAK);
    return;
  }
  if (isSmiley(node)) {
    runs.push({ ...look, text: attributeOf(node, 'alt') ?? '' });
    return;
  }
  if (leaveOut(node, reading.book)) return;
  if (LOST_LOOKS.has(tag)) reading.book.note('look', wordsOf(node));
  const format = formatOf(node, tag, look.format);
  const url = tag === 'a' ? addressOf(node, reading) : look.url;
  if (tag === 'a' && isWayBack(node)) return;
  for (const child of childrenOfHtml(node)) {
    collect(child, { text: '', format, url }, runs, reading);
  }
}

/** WordPress shows its smileys as pictures. */
export function isSmiley(node: HtmlNode): boolean {
  return tagOf(node) === 'img' && hasClass(node, /^(?:wp-smiley|emoji)$/);
}

/** From a footnote back to its place in the text. */
function isWayBack(node: HtmlNode): boolean {
  return (
    /^#.*(?:ref|anc)/i.test(attributeOf(node, 'href') ?? '') &&
    /^(?:[↑↩^\s]|\uFE0E)*$/u.test(wordsOf(node))
  );
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
  if (/(?:^|;)\s*text-decoration(?:-line)?:[^;]*line-through/.test(style)) format |= 4;
  const level = valueOf(style, 'vertical-align');
  if (level === 'sub') format = (format & ~64) | 32;
  if (level === 'super') format = (format & ~32) | 64;
  return format;
}

/** Word has properties of its own that end alike: mso-bidi-font-weight. */
function valueOf(style: string, property: string): string | undefined {
  return new RegExp(`(?:^|;)\\s*${property}:\\s*(\\w+)`).exec(style)?.[1];
}

/** Where a link leads, made absolute; null where a reader could not follow it. */
function addressOf(node: HtmlNode, { base, book }: HtmlReading): string | null {
  const href = attributeOf(node, 'href')?.trim() ?? '';
  if (href === '') return null;
  if (href.startsWith('#')) {
    if (!isNoteMark(href) && !isWayBack(node)) book.note('inPageLink', wordsOf(node));
    return null;
  }
  if (/^(https?:\/\/|mailto:)/i.test(href)) {
    if (isLinkAddress(href)) return href;
    book.note('lostLink', href);
    return null;
  }
  const absolute = absoluteAddress(href, base);
  book.note(absolute === null ? 'lostLink' : 'relativeLink', absolute ?? href);
  return absolute;
}

/** The address of a footnote: Word, Google Docs, Markdown, Wikipedia, LibreOffice. */
function isNoteMark(href: string): boolean {
  return /^#(?:_?ftn|foot|end|fn|cite|sdfoot|note)/i.test(href);
}

/** A relative address as an absolute one of the web, or null. */
export function absoluteAddress(address: string, base: string | null): string | null {
  if (/^[a-z][\w+.-]*:/i.test(address) && !/^https?:/i.test(address)) return null;
  if (!URL.canParse(address, base ?? undefined)) return null;
  const url = new URL(address, base ?? undefined);
  return /^https?:$/.test(url.protocol) ? url.href : null;
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
