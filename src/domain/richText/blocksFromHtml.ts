import { addAll } from '../lists/longLists';
import { openReceipt } from '../formats/Receipt';
import { embedBlock, embedOf } from './embedOf';
import {
  attributeOf,
  childrenOfHtml,
  findAll,
  findElement,
  hasClass,
  isElement,
  isListMark,
  styleOf,
  tagOf,
  wordsOf,
  type HtmlElement,
  type HtmlNode,
} from './htmlTree';
import { leaveOut } from './leaveOut';
import { parseHtml, type HtmlReading } from './parseHtml';
import {
  captionOf,
  pictureInWords,
  pictureNode,
  pictureOf,
  storyPicture,
  type SourcePicture,
} from './pictureOf';
import { absoluteAddress, inlineFromHtml, isSmiley } from './inlineFromHtml';
import { lineNode, tableOf } from './tableFromHtml';
import { lexicalFromParagraphs } from './lexicalFromParagraphs';
import { lexicalParagraphs } from './lexicalText';
import type { RichTextNode } from './RichText';

/**
 * A heading with its level, or a block as the story editor knows it. Whoever wrote it in a word
 * processor may have said that it is the title or the subtitle of the whole text.
 */
export type HtmlBlock =
  | { level: number; text: string; isTitle?: boolean }
  | {
      level: null;
      node: RichTextNode;
      isSubtitle?: boolean;
      /** A line that only looks like a paragraph: of a table, a caption. */
      isPart?: boolean;
      /** Of the picture above it. */
      isCaption?: boolean;
    };

const BLOCKS = new Set(
  'address article blockquote body center dd details div dl dt fieldset figcaption figure form h1 h2 h3 h4 h5 h6 header hr html li listing main menu ol p picture plaintext pre section summary table tbody td tfoot th thead tr ul xmp'.split(
    ' ',
  ),
);
/** More than any story shows; each takes some seconds to store. */
const MOST_PICTURES = 100;

const element = { version: 1, format: '', indent: 0, direction: 'ltr' } as const;

/**
 * The text of any HTML, a whole page or a fragment off the clipboard, as blocks: headings,
 * paragraphs, lists, quotations, embeds and rules, with emphasis and links, and nothing else of its
 * look. What has no place in a story is written down. Never throws: HTML has no errors (WHATWG HTML
 * parsing, by parse5).
 */
export function blocksFromHtml(
  html: string,
  reading: HtmlReading = { book: openReceipt(), base: null, language: null },
): HtmlBlock[] {
  const page = parseHtml(html, reading);
  const body = findElement(page, 'body');
  // Whoever read the whole page knows the address that its parts are relative to.
  const base = findElement(page, 'base');
  const declared = base && attributeOf(base, 'href');
  const whole = { ...reading, base: reading.base ?? declared ?? null };
  return body ? withCaptions(blocksOf(childrenOfHtml(body), whole), whole) : [];
}

function blocksOf(nodes: readonly HtmlNode[], reading: HtmlReading): HtmlBlock[] {
  const blocks: HtmlBlock[] = [];
  let inline: HtmlNode[] = [];
  let items: HtmlNode[] = [];
  const close = () => {
    addAll(blocks, paragraphs(inline, reading));
    addAll(blocks, listsOfWord(items, reading));
    for (const node of inline) addAll(blocks, picturesOf(node, reading));
    inline = [];
    items = [];
  };
  for (const node of nodes) {
    const tag = tagOf(node);
    if (isItemOfWord(node)) {
      if (inline.length > 0) close();
      items.push(node);
      continue;
    }
    // What stands between two items ends no list unless it has words.
    if (items.length > 0 && !holdsBlocks(node) && wordsOf(node) === '') continue;
    if (items.length > 0) close();
    if (!holdsBlocks(node) && !isStanding(node)) {
      inline.push(node);
      continue;
    }
    close();
    addAll(blocks, blockOf(node, tag ?? '', reading));
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

/** No block of HTML, and yet one of a story: an embed, or a part that may hold one. */
function isStanding(node: HtmlNode): boolean {
  return [
    'iframe',
    'video',
    'audio',
    'object',
    'embed',
    'aside',
    'footer',
    'nav',
    'dialog',
  ].includes(tagOf(node) ?? '');
}

function blockOf(node: HtmlNode, tag: string, reading: HtmlReading): HtmlBlock[] {
  const { book } = reading;
  const named = namedStyleOf(node);
  const isTitle = named === 'title';
  // The title stands above the first headings.
  const heading = isTitle ? '1' : (/^h([1-6])$/.exec(tag)?.[1] ?? headingOfWord(node));
  if (heading !== null) {
    const text = wordsOf(node);
    book.pass(text);
    const pictures = picturesOf(node, reading);
    return text === '' ? pictures : [{ level: Number(heading), text, isTitle }, ...pictures];
  }
  const embed = isElement(node) ? embedOf(node, reading.base) : null;
  if (embed) {
    book.note('embed', embed.url);
    return [{ level: null, node: embedBlock(embed, reading.book) }];
  }
  if (tag === 'aside') return asideOf(node, reading);
  if (tag === 'form' && !isWholePage(node) && leaveOut(node, book)) return [];
  if (tag !== 'form' && leaveOut(node, book)) {
    notePictures(node, reading);
    return [];
  }
  if (tag === 'hr') return [{ level: null, node: { type: 'horizontalrule', version: 1 } }];
  if (tag === 'ul' || tag === 'ol') {
    for (const item of childrenOfHtml(node)) if (isNote(item)) book.note('footnote', wordsOf(item));
    if (isGallery(node)) return childrenOfHtml(node).flatMap((item) => blocksOf([item], reading));
    const elsewhere = { ...reading, pictures: 'elsewhere' as const };
    return [...listOf(node, tag, elsewhere), ...picturesOf(node, reading)];
  }
  if (tag === 'pre' || tag === 'listing' || tag === 'xmp' || tag === 'plaintext')
    return preOf(node, reading);
  if (tag === 'table') {
    const table = tableOf(node, { ...reading, pictures: 'elsewhere' }, blocksOf);
    return table
      ? [...table, ...picturesOf(node, reading)]
      : blocksOf(childrenOfHtml(node), reading);
  }
  if (tag === 'figure') return figureOf(node, reading);
  if (tag === 'blockquote' || isQuoteOfWord(node)) return quoteOf(node, reading);
  if (hasClass(node, /^MsoCaption$/)) {
    return blocksOf(childrenOfHtml(node), reading).map((block) =>
      block.level === null && block.node.type === 'paragraph'
        ? { ...block, isPart: true, isCaption: true }
        : block,
    );
  }
  const blocks = blocksOf(childrenOfHtml(node), reading);
  return named === 'subtitle' ? blocks.map(asSubtitle) : blocks;
}

/** A footnote, by the address that its mark leads to. */
function isNote(item: HtmlNode): boolean {
  return /^(?:_?ftn|foot-?note|end-?note|fn|cite_note|sdfootnote)/i.test(
    attributeOf(item, 'id') ?? '',
  );
}

/** Some servers wrap a whole page into one form. */
function isWholePage(form: HtmlNode): boolean {
  const inside = findAll(childrenOfHtml(form), ({ tagName }) =>
    ['h1', 'article', 'main', 'p'].includes(tagName),
  );
  return inside.length > 2 || inside.some(({ tagName }) => tagName !== 'p');
}

/** Beside the text: its pull quotes belong to the story, anything else does not. */
function asideOf(node: HtmlNode, reading: HtmlReading): HtmlBlock[] {
  const quotes = findAll(childrenOfHtml(node), ({ tagName }) => tagName === 'blockquote');
  const isOfNotes = /^(?:doc-)?(?:footnotes?|endnotes?)$/.test(
    attributeOf(node, 'role') ?? attributeOf(node, 'class') ?? '',
  );
  if (isOfNotes) return blocksOf(childrenOfHtml(node), reading);
  if (quotes.length === 0 && hasClass(node, /pull-?quote/i)) {
    return quoteOf(node, reading);
  }
  if (quotes.length === 0) {
    leaveOut(node, reading.book);
    notePictures(node, reading);
    return [];
  }
  const words = wordsOf(node);
  const quoted = quotes.map(wordsOf).join(' ');
  if (words.length > quoted.length) reading.book.note('pageFurniture', words.replace(quoted, '…'));
  return quotes.flatMap((quote) => {
    reading.book.note('pullQuoteAsQuote', wordsOf(quote));
    return blocksOf(childrenOfHtml(quote), reading).map(asQuote);
  });
}

function quoteOf(node: HtmlNode, reading: HtmlReading): HtmlBlock[] {
  if (hasClass(node, /pull-?quote/i)) reading.book.note('pullQuoteAsQuote', wordsOf(node));
  // Who said it stands in a footer; below a whole text a footer is the site's.
  const inside = childrenOfHtml(node).map((child) => {
    if (isElement(child) && child.tagName === 'footer') child.nodeName = child.tagName = 'div';
    return child;
  });
  return blocksOf(inside, reading).map(asQuote);
}

/** What a figure shows, with its caption: pictures, a table, a quotation, an embed. */
function figureOf(node: HtmlNode, reading: HtmlReading): HtmlBlock[] {
  const { book } = reading;
  const inside = childrenOfHtml(node);
  const captions = inside.filter((child) => tagOf(child) === 'figcaption');
  const caption = captions.map(wordsOf).join(' ') || null;
  const rest = inside.filter((child) => !captions.includes(child));
  const isPullQuote = hasClass(node, /pull-?quote/i);
  const holdsFigures = findElement(rest, 'figure') !== null;
  const pictures = holdsFigures ? [] : picturesIn(rest);
  if (pictures.length > 0 && !findElement(rest, 'table')) {
    const kept = pictures.flatMap((picture, index) =>
      keptPicture(index === 0 ? { ...picture, ...captionOf(caption) } : picture, reading),
    );
    const words = blocksOf(rest, { ...reading, pictures: 'elsewhere' });
    return [...kept, ...words];
  }
  const blocks = blocksOf(rest, reading);
  if (caption !== null && blocks.length === 0) {
    // A picture that its source names and does not hold.
    book.note('picture', caption);
    return [];
  }
  const quotes = blocks.some((block) => block.level === null && block.node.type === 'quote');
  if (isPullQuote && quotes) book.note('pullQuoteAsQuote', wordsOf(node));
  if (caption === null) return blocks;
  const last = blocks.at(-1);
  const isEmbed = last?.level === null && last.node.type === 'block';
  if (isEmbed) {
    const fields = { ...(last.node.fields as Record<string, unknown>), caption };
    return [...blocks.slice(0, -1), { level: null, node: { ...last.node, fields } }];
  }
  if (!quotes) book.note('caption', caption);
  const below = captions.flatMap((child) => blocksOf(childrenOfHtml(child), reading));
  if (quotes) return [...blocks, ...below.map(asQuote)];
  return [...blocks, ...below.map(asPart)];
}

function picturesIn(nodes: readonly HtmlNode[]): SourcePicture[] {
  return findAll(nodes, ({ tagName }) => tagName === 'img').flatMap((node) =>
    isSmiley(node) ? [] : (pictureOf(node) ?? []),
  );
}

/** Of what is no part of the story. */
function notePictures(node: HtmlNode, { book, pictures }: HtmlReading): void {
  if (pictures === 'elsewhere') return;
  for (const picture of picturesIn([node])) book.note('picture', pictureInWords(picture));
}

function picturesOf(node: HtmlNode, reading: HtmlReading): HtmlBlock[] {
  return picturesIn([node]).flatMap((picture) => keptPicture(picture, reading));
}

/** A picture with a place in the body, to be stored by whoever imports the story. */
function keptPicture(picture: SourcePicture, { book, base, pictures }: HtmlReading): HtmlBlock[] {
  if (pictures === 'elsewhere') return [];
  const src = picture.src && (absoluteAddress(picture.src, base) ?? picture.src);
  const kept =
    pictures && pictures.length < MOST_PICTURES
      ? storyPicture({ ...picture, src }, { index: pictures.length, place: book.place() })
      : null;
  if (!kept) {
    book.note('picture', pictureInWords(picture));
    return [];
  }
  pictures?.push(kept);
  return [{ level: null, node: pictureNode(kept.id) }];
}

/** A list of nothing but pictures, as WordPress writes its galleries. */
function isGallery(list: HtmlNode): boolean {
  const items = childrenOfHtml(list).filter(isElement);
  const isPicture = (item: HtmlNode) => {
    const captions = findAll([item], ({ tagName }) => tagName === 'figcaption').map(wordsOf);
    return picturesIn([item]).length > 0 && wordsOf(item) === captions.join(' ');
  };
  return items.length > 0 && items.every(isPicture);
}

/** A line in the style of a caption belongs to the picture above it; any other stands as a paragraph. */
function withCaptions(blocks: readonly HtmlBlock[], reading: HtmlReading): HtmlBlock[] {
  return blocks.filter((block, index) => {
    if (block.level !== null || !block.isCaption) return true;
    const words = lexicalParagraphs({
      root: { ...lexicalFromParagraphs([]).root, children: [block.node] },
    }).join(' ');
    const above = blocks[index - 1];
    const id = above?.level === null && above.node.type === 'upload' ? above.node.value : null;
    const { pictures } = reading;
    const picture = Array.isArray(pictures) ? pictures.find((each) => each.id === id) : undefined;
    if (!picture) reading.book.note('caption', words);
    else Object.assign(picture, captionOf(words));
    return !picture;
  });
}

/** Lines as they stand, in the look of code. */
function preOf(node: HtmlNode, { book }: HtmlReading): HtmlBlock[] {
  const lines = textOf(node)
    .replace(/^\n|\s+$/g, '')
    .split(/\r\n|[\n\r]/);
  if (lines.join('').trim() === '') return [];
  book.pass(lines.join(' '));
  const words = { type: 'text', version: 1, format: 16, style: '', mode: 'normal', detail: 0 };
  const children = lines.flatMap((text, index) => [
    ...(index > 0 ? [{ type: 'linebreak', version: 1 }] : []),
    ...(text === '' ? [] : [{ ...words, text }]),
  ]);
  return [{ level: null, node: paragraphOf(children), isPart: true }];
}

function textOf(node: HtmlNode): string {
  if ('value' in node) return node.value;
  return tagOf(node) === 'br' ? '\n' : childrenOfHtml(node).map(textOf).join('');
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
function listsOfWord(items: readonly HtmlNode[], reading: HtmlReading): HtmlBlock[] {
  const lists: { tag: 'ul' | 'ol'; items: RichTextNode[][] }[] = [];
  for (const item of items) {
    const tag = /^\(?[\p{L}\p{N}]+[.)]/u.test(markOf(item)) ? 'ol' : 'ul';
    const children = inlineFromHtml(childrenOfHtml(item), reading);
    const last = lists.at(-1);
    if (last?.tag === tag) addAll(last.items, children);
    else lists.push({ tag, items: children });
  }
  return lists.flatMap(({ tag, items: of }) => listWith(of, tag));
}

function markOf(node: HtmlNode): string {
  if (isListMark(node)) return childrenOfHtml(node).map(wordsOf).join('').trim();
  return childrenOfHtml(node).map(markOf).join('');
}

function paragraphs(nodes: readonly HtmlNode[], reading: HtmlReading): HtmlBlock[] {
  return inlineFromHtml(nodes, reading).map((children) => {
    reading.book.pass(nodes.map(wordsOf).join(' '));
    return { level: null, node: paragraphOf(children) };
  });
}

/** As the story editor writes a paragraph (see lexicalFromParagraphs). */
function paragraphOf(children: RichTextNode[]): RichTextNode {
  return lineNode(children);
}

function asQuote(block: HtmlBlock): HtmlBlock {
  return block.level === null && block.node.type === 'paragraph'
    ? { level: null, node: { type: 'quote', children: block.node.children, ...element } }
    : block;
}

function asSubtitle(block: HtmlBlock): HtmlBlock {
  return block.level === null ? { ...block, isSubtitle: true } : block;
}

function asPart(block: HtmlBlock): HtmlBlock {
  return block.level === null ? { ...block, isPart: true } : block;
}

type ListTag = 'ul' | 'ol';

function listOf(node: HtmlNode, tag: ListTag, reading: HtmlReading): HtmlBlock[] {
  const list = listNode(node, tag, reading, 0);
  return list ? [{ level: null, node: list }] : [];
}

function listWith(words: readonly RichTextNode[][], tag: ListTag): HtmlBlock[] {
  const items = words.map((children) => [children]);
  return items.length === 0 ? [] : [{ level: null, node: listOfItems(items.flat(), tag, 1, 0) }];
}

/** A list with those in it, as Lexical keeps them: a list below an item is an item of its own. */
function listNode(
  list: HtmlNode,
  tag: ListTag,
  reading: HtmlReading,
  indent: number,
): RichTextNode | null {
  const items: RichTextNode[][] = [];
  for (const item of childrenOfHtml(list)) {
    // Word processors put a list right into a list, browsers into its item.
    const inside = isListNode(item) ? [item] : childrenOfHtml(item);
    if (!isElement(item)) {
      addAll(items, inlineFromHtml([item], reading));
      continue;
    }
    let own: HtmlNode[] = [];
    const close = () => {
      for (const words of wordsOfItem(own, reading)) items.push(words);
      own = [];
    };
    for (const part of inside) {
      if (!isListNode(part)) {
        own.push(part);
        continue;
      }
      close();
      const below = listNode(part, part.tagName as ListTag, reading, indent + 1);
      if (below) items.push([below]);
    }
    close();
  }
  const start = Number(attributeOf(list, 'start') ?? 1);
  const isStart = tag === 'ol' && Number.isInteger(start) && start > 0;
  return items.length > 0 ? listOfItems(items, tag, isStart ? start : 1, indent) : null;
}

function isListNode(node: HtmlNode): node is HtmlElement {
  return ['ul', 'ol'].includes(tagOf(node) ?? '');
}

/** The paragraphs of an item, one below the other in it. */
function wordsOfItem(nodes: readonly HtmlNode[], reading: HtmlReading): RichTextNode[][] {
  const paragraphsOf = blocksOf(nodes, reading).flatMap((block): RichTextNode[][] => {
    if (block.level !== null) return [[textNode(block.text)]];
    const { type, children } = block.node;
    if (type === 'list') return (children as RichTextNode[]).map((item) => childrenOfItem(item));
    return Array.isArray(children) ? [children as RichTextNode[]] : [];
  });
  const [first, ...more] = paragraphsOf;
  if (!first) return [];
  return [more.reduce((all, next) => [...all, { type: 'linebreak', version: 1 }, ...next], first)];
}

function childrenOfItem({ children }: RichTextNode): RichTextNode[] {
  return Array.isArray(children) ? (children as RichTextNode[]) : [];
}

function textNode(text: string): RichTextNode {
  return { type: 'text', text, version: 1, format: 0, style: '', mode: 'normal', detail: 0 };
}

function listOfItems(
  items: readonly RichTextNode[][],
  tag: ListTag,
  start: number,
  indent: number,
): RichTextNode {
  let value = start;
  const children = items.map((each) => {
    const isList = each[0]?.type === 'list';
    const item = { type: 'listitem', value, children: each, ...element, indent };
    // A list below an item takes no number away.
    if (!isList) value += 1;
    return item;
  });
  const listType = tag === 'ol' ? 'number' : 'bullet';
  return { type: 'list', listType, tag, start, children, ...element };
}
