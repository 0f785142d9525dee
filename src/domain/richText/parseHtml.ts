import { parse } from 'parse5';

import { withoutHidden } from '../characters/hiddenCharacters';
import type { ReceiptBook } from '../formats/Receipt';
import {
  attributeOf,
  childrenOfHtml,
  isElement,
  isText,
  styleOf,
  tagOf,
  isApart,
  type HtmlElement,
  type HtmlNode,
} from './htmlTree';
import type { StoryPicture } from './pictureOf';

/** What a text in HTML is read with. */
export interface HtmlReading {
  book: ReceiptBook;
  /** The address that relative ones are relative to. */
  base: string | null;
  /** BCP 47: it has its own marks of quotation. */
  language: string | null;
  /** Where pictures are gathered; 'elsewhere' where somebody else does; without, none is kept. */
  pictures?: StoryPicture[] | 'elsewhere';
}

/** Deeper than any page is built, and far from exhausting the stack of whoever walks the tree. */
const DEEPEST = 256;

const CODE = new Set(['script', 'style', 'template', 'noscript']);

/** Opening and closing, outside and within another quotation (CLDR). */
const MARKS: Readonly<Record<string, readonly [string, string, string, string]>> = {
  en: ['“', '”', '‘', '’'],
  de: ['„', '“', '‚', '‘'],
  fr: ['«\u00A0', '\u00A0»', '“', '”'],
  es: ['«', '»', '“', '”'],
  it: ['«', '»', '“', '”'],
  pt: ['“', '”', '‘', '’'],
  nl: ['‘', '’', '“', '”'],
  pl: ['„', '”', '«', '»'],
  uk: ['«', '»', '„', '“'],
};

/**
 * A page or a fragment as a tree of what a reader of it sees: no programs, no hidden text, no
 * comments and deleted words of a word processor, quotations with their marks, and no tree deeper
 * than can be walked. What is taken out is written down. Never throws: HTML has no errors.
 */
export function parseHtml(html: string, reading: HtmlReading): HtmlNode[] {
  const nodes = parse(html).childNodes;
  tidy(nodes, reading);
  reading.book.leave();
  return nodes;
}

interface Step {
  node: HtmlNode;
  depth: number;
  language: string | null;
  quotes: number;
}

/** Without recursion: a page of a hundred thousand elements in each other is a few hundred KB. */
function tidy(nodes: readonly HtmlNode[], { book, language }: HtmlReading): void {
  let invisible = 0;
  const stack: Step[] = nodes.map((node) => ({ node, depth: 0, language, quotes: 0 })).reverse();
  for (let step = stack.pop(); step; step = stack.pop()) {
    const { node, depth } = step;
    if (isText(node)) {
      const { text, count } = withoutHidden(node.value);
      node.value = text;
      invisible += count;
      if (node.parentNode && node.parentNode.nodeName !== 'title') book.pass(text);
      continue;
    }
    if (!isElement(node)) continue;
    const reason = reasonToLeaveOut(node);
    if (reason) {
      remove(node);
      const words = wordsBelow(node);
      if (reason === 'pageCode' ? node.childNodes.length > 0 : words !== '')
        book.note(reason, reason === 'pageCode' ? node.tagName : words);
      continue;
    }
    if (isTracked(node) && node.tagName === 'ins') book.note('insertedText', wordsBelow(node));
    if (depth >= DEEPEST) flatten(node);
    const spoken = attributeOf(node, 'lang') ?? step.language;
    const isQuote = node.tagName === 'q';
    if (isQuote && setMarks(node, spoken, step.quotes))
      book.note('quotationMarks', wordsBelow(node));
    for (let index = node.childNodes.length - 1; index >= 0; index -= 1) {
      const child = node.childNodes[index];
      if (!child) continue;
      stack.push({
        node: child,
        depth: depth + 1,
        language: spoken,
        quotes: step.quotes + (isQuote ? 1 : 0),
      });
    }
  }
  if (invisible > 0) {
    book.leave();
    book.note('invisibleCharacter', null, { many: invisible });
  }
}

function reasonToLeaveOut(node: HtmlElement) {
  if (CODE.has(node.tagName)) return 'pageCode';
  if (isOfComments(node)) return 'comment';
  if (isTracked(node) && node.tagName === 'del') return 'deletedText';
  return isHidden(node) ? 'hiddenText' : null;
}

/** Word brings its comments along on the clipboard, and marks where they belong. */
function isOfComments(node: HtmlElement): boolean {
  const style = styleOf(node);
  return (
    /mso-element:\s*comment(?:-list)?\s*(?:;|$)/.test(style) ||
    /mso-special-character:\s*comment/.test(style) ||
    /^Mso(?:CommentReference|CommentText|CommentSubject)$/.test(attributeOf(node, 'class') ?? '')
  );
}

/** A change that somebody still has to accept has a time or a person; any other is the writer's own. */
function isTracked(node: HtmlElement): boolean {
  return (
    (node.tagName === 'del' || node.tagName === 'ins') &&
    (attributeOf(node, 'datetime') !== null || /^mailto:/i.test(attributeOf(node, 'cite') ?? ''))
  );
}

function isHidden(node: HtmlElement): boolean {
  // The head is no text anyway, and whoever reads a page wants its title.
  if (['html', 'head', 'body', 'meta', 'title', 'link', 'base'].includes(node.tagName))
    return false;
  if (attributeOf(node, 'hidden') !== null) return true;
  const style = styleOf(node);
  if (
    /(?:^|;)\s*(?:display:\s*none|visibility:\s*hidden|mso-hide:\s*all|font-size:\s*0(?:px|pt|em)?\s*(?:;|$|!))/.test(
      style,
    )
  )
    return true;
  const classes = (attributeOf(node, 'class') ?? '').toLowerCase().split(/\s+/);
  return classes.some((name) =>
    /^(?:sr-only|screen-reader-text|visually-?hidden|screen-reader-only|u-hidden|is-hidden|d-none)$/.test(
      name,
    ),
  );
}

/** The marks that a browser shows; false where the writer has set marks as well. */
function setMarks(node: HtmlElement, language: string | null, depth: number): boolean {
  const words = wordsBelow(node);
  // Not to be done again where this tree is written out and read once more.
  node.nodeName = node.tagName = 'span';
  if (words === '' || /^["“„«»‘‚'「『]/.test(words)) return false;
  const [open, close, innerOpen, innerClose] =
    MARKS[language?.toLowerCase().split(/[-_]/)[0] ?? ''] ?? MARKS.en!;
  const text = (value: string) => ({ nodeName: '#text' as const, value, parentNode: node });
  const isInside = depth % 2 === 1;
  node.childNodes.unshift(text(isInside ? innerOpen : open));
  node.childNodes.push(text(isInside ? innerClose : close));
  return true;
}

function remove(node: HtmlElement): void {
  const siblings = node.parentNode?.childNodes;
  const index = siblings?.indexOf(node) ?? -1;
  if (index >= 0) siblings?.splice(index, 1);
}

/** All below becomes one text. */
function flatten(node: HtmlElement): void {
  const value = wordsBelow(node);
  node.childNodes = value === '' ? [] : [{ nodeName: '#text', value, parentNode: node }];
}

/** The words below, however deep. */
function wordsBelow(node: HtmlElement): string {
  const words: string[] = [];
  const stack: HtmlNode[] = [node];
  for (let next = stack.pop(); next; next = stack.pop()) {
    if (isText(next)) words.push(next.value);
    else if (next !== node) words.push(isApart(next) ? ' ' : '');
    if (CODE.has(tagOf(next) ?? '')) continue;
    for (const child of childrenOfHtml(next).toReversed()) stack.push(child);
  }
  return words.join('').replace(/\s+/g, ' ').trim();
}
