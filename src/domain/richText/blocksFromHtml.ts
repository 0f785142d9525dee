import { parse } from 'parse5';

import {
  attributeOf,
  childrenOfHtml,
  findElement,
  isListMark,
  styleOf,
  tagOf,
  wordsOf,
  type HtmlNode,
} from './htmlTree';
import { inlineFromHtml } from './inlineFromHtml';
import type { RichTextNode } from './RichText';

/**
 * A heading with its level, or a block as the story editor knows it. Whoever wrote it in a word
 * processor may have said that it is the title or the subtitle of the whole text.
 */
export type HtmlBlock =
  | { level: number; text: string; isTitle?: boolean }
  | { level: null; node: RichTextNode; isSubtitle?: boolean };

/** What stands around a text on a page, or cannot be words of it. */
const LEFT_OUT = new Set(
  'head script style template noscript svg math nav aside footer form button select textarea iframe object embed video audio canvas figure picture img map dialog meta link title'.split(
    ' ',
  ),
);
const BLOCKS = new Set(
  'address article blockquote body center dd details div dl dt fieldset figcaption footer h1 h2 h3 h4 h5 h6 header hr html li main ol p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);
const element = { version: 1, format: '', indent: 0, direction: 'ltr' } as const;

/**
 * The text of any HTML, a whole page or a fragment off the clipboard, as blocks: headings,
 * paragraphs, lists, quotations and rules, with emphasis and links, and nothing else of its look.
 * Never throws: HTML has no errors (WHATWG HTML parsing, by parse5).
 */
export function blocksFromHtml(html: string): HtmlBlock[] {
  const body = findElement(parse(html).childNodes, 'body');
  return body ? blocksOf(childrenOfHtml(body)) : [];
}

function blocksOf(nodes: readonly HtmlNode[]): HtmlBlock[] {
  const blocks: HtmlBlock[] = [];
  let inline: HtmlNode[] = [];
  let items: HtmlNode[] = [];
  const close = () => {
    blocks.push(...paragraphs(inline), ...listsOfWord(items));
    inline = [];
    items = [];
  };
  for (const node of nodes) {
    const tag = tagOf(node);
    if (tag !== null && LEFT_OUT.has(tag)) continue;
    if (isItemOfWord(node)) {
      if (inline.length > 0) close();
      items.push(node);
      continue;
    }
    // What stands between two items ends no list unless it has words.
    if (items.length > 0 && !holdsBlocks(node) && wordsOf(node) === '') continue;
    if (items.length > 0) close();
    if (!holdsBlocks(node)) {
      inline.push(node);
      continue;
    }
    close();
    blocks.push(...blockOf(node, tag ?? ''));
  }
  close();
  return blocks;
}

/** A block, or an inline element around one: Google Docs wraps its whole clipboard in <b>. */
function holdsBlocks(node: HtmlNode): boolean {
  const tag = tagOf(node);
  if (tag === null) return false;
  return BLOCKS.has(tag) || childrenOfHtml(node).some(holdsBlocks);
}

function blockOf(node: HtmlNode, tag: string): HtmlBlock[] {
  const named = namedStyleOf(node);
  const isTitle = named === 'title';
  // The title stands above the first headings.
  const heading = isTitle ? '1' : (/^h([1-6])$/.exec(tag)?.[1] ?? headingOfWord(node));
  if (heading !== null) {
    const text = wordsOf(node);
    return text === '' ? [] : [{ level: Number(heading), text, isTitle }];
  }
  if (tag === 'hr') return [{ level: null, node: { type: 'horizontalrule', version: 1 } }];
  if (tag === 'ul' || tag === 'ol') return listOf(node, tag);
  if (tag === 'blockquote' || isQuoteOfWord(node))
    return blocksOf(childrenOfHtml(node)).map(asQuote);
  const blocks = blocksOf(childrenOfHtml(node));
  return named === 'subtitle' ? blocks.map(asSubtitle) : blocks;
}

/** Word says what is a heading by a class of its own. */
function headingOfWord(node: HtmlNode): string | null {
  return /^(?:Mso)?Heading([1-6])$/.exec(attributeOf(node, 'class') ?? '')?.[1] ?? null;
}

/**
 * Title and subtitle are paragraphs: Word and the HTML export of Google Docs name them by a class,
 * the clipboard of Google Docs has nothing but the look that these two styles have there.
 */
function namedStyleOf(node: HtmlNode): 'title' | 'subtitle' | null {
  if (tagOf(node) !== 'p') return null;
  const classes = (attributeOf(node, 'class') ?? '').split(/\s+/);
  const isExport = classes.some((name) => /^c\d+$/.test(name));
  const isNamed = (name: string, ofWord: string) =>
    classes.includes(ofWord) || (isExport && classes.includes(name));
  if (isNamed('title', 'MsoTitle')) return 'title';
  if (isNamed('subtitle', 'MsoSubtitle')) return 'subtitle';
  if (!isOfGoogleDocs(node)) return null;
  const looks = looksOf(node);
  const isAll = (look: RegExp) => looks.length > 0 && looks.every((style) => look.test(style));
  if (isAll(/font-size:\s*26pt/)) return 'title';
  return isAll(/font-size:\s*15pt/) && isAll(/(?<!-)color:\s*#666666/) ? 'subtitle' : null;
}

/** The clipboard of Google Docs stands in one element with this id. */
function isOfGoogleDocs(node: HtmlNode): boolean {
  let above: HtmlNode | null = node;
  while (above) {
    if (attributeOf(above, 'id')?.startsWith('docs-internal-guid')) return true;
    above = above.parentNode as HtmlNode | null;
  }
  return false;
}

/** The styles of the spans that hold the words below a node. */
function looksOf(node: HtmlNode): string[] {
  const inside = childrenOfHtml(node);
  const hasOwnWords = inside.some((each) => tagOf(each) === null && wordsOf(each) !== '');
  return hasOwnWords ? [styleOf(node)] : inside.flatMap(looksOf);
}

function isQuoteOfWord(node: HtmlNode): boolean {
  return /^Mso(?:Intense)?Quote$/.test(attributeOf(node, 'class') ?? '');
}

/** Word has no lists on the clipboard: paragraphs, with the bullet or number as words in front. */
function isItemOfWord(node: HtmlNode): boolean {
  return tagOf(node) === 'p' && /mso-list:\s*l\d/.test(styleOf(node));
}

/** A new list begins where bullets turn into numbers, or numbers into bullets. */
function listsOfWord(items: readonly HtmlNode[]): HtmlBlock[] {
  const lists: { tag: 'ul' | 'ol'; items: RichTextNode[][] }[] = [];
  for (const item of items) {
    const tag = /^\(?[\p{L}\p{N}]+[.)]/u.test(markOf(item)) ? 'ol' : 'ul';
    const children = inlineFromHtml(childrenOfHtml(item));
    const last = lists.at(-1);
    if (last?.tag === tag) last.items.push(...children);
    else lists.push({ tag, items: children });
  }
  return lists.flatMap(({ tag, items: of }) => listWith(of, tag));
}

function markOf(node: HtmlNode): string {
  if (isListMark(node)) return childrenOfHtml(node).map(wordsOf).join('').trim();
  return childrenOfHtml(node).map(markOf).join('');
}

function paragraphs(nodes: readonly HtmlNode[]): HtmlBlock[] {
  return inlineFromHtml(nodes).map((children) => ({ level: null, node: paragraphOf(children) }));
}

/** As the story editor writes a paragraph (see lexicalFromParagraphs). */
function paragraphOf(children: RichTextNode[]): RichTextNode {
  return { type: 'paragraph', children, ...element, textFormat: 0, textStyle: '' };
}

function asQuote(block: HtmlBlock): HtmlBlock {
  return block.level === null && block.node.type === 'paragraph'
    ? { level: null, node: { type: 'quote', children: block.node.children, ...element } }
    : block;
}

function asSubtitle(block: HtmlBlock): HtmlBlock {
  return block.level === null ? { ...block, isSubtitle: true } : block;
}

function listOf(node: HtmlNode, tag: 'ul' | 'ol'): HtmlBlock[] {
  return listWith(itemsOf(node), tag);
}

function listWith(words: readonly RichTextNode[][], tag: 'ul' | 'ol'): HtmlBlock[] {
  const items = words.map((children, index) => ({
    type: 'listitem',
    value: index + 1,
    children,
    ...element,
  }));
  if (items.length === 0) return [];
  const listType = tag === 'ol' ? 'number' : 'bullet';
  const list = { type: 'list', listType, tag, start: 1, children: items, ...element };
  return [{ level: null, node: list }];
}

/** The items of a list; those of a list inside it follow in order, since a story's lists are flat. */
function itemsOf(list: HtmlNode): RichTextNode[][] {
  return childrenOfHtml(list).flatMap((item) => {
    const isList = (each: HtmlNode) => ['ul', 'ol'].includes(tagOf(each) ?? '');
    if (isList(item)) return itemsOf(item);
    const inside = childrenOfHtml(item);
    const own = inside.filter((each) => !isList(each));
    return [...inlineFromHtml(own), ...inside.filter(isList).flatMap(itemsOf)];
  });
}
