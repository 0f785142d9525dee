import { least } from '../lists/longLists';
import type { QuoteLanguage } from '../quotes/FoundQuote';
import { openReceipt, type ReceiptBook } from '../formats/Receipt';
import { blocksFromHtml, type HtmlBlock } from '../richText/blocksFromHtml';
import { lexicalFromParagraphs } from '../richText/lexicalFromParagraphs';
import { lexicalParagraphs } from '../richText/lexicalText';
import { absoluteAddress } from '../richText/inlineFromHtml';
import {
  pictureInWords,
  storyPicture,
  type SourcePicture,
  type StoryPicture,
} from '../richText/pictureOf';
import { childrenOf, type RichText, type RichTextNode } from '../richText/RichText';
import type { Block, KnownPerson, ParsedSection, ParsedStory, StoryRefusal } from './ParsedStory';
import { isHeading } from './isHeading';
import { readBylines } from './readBylines';
import { LONGEST_HEADLINE, readOpening } from './readOpening';
import { readSpeech } from './readSpeech';
import { stripChrome } from './stripChrome';

/** What a source says of a story beside its text; null where it says nothing. */
export interface StoryFacts {
  headline: string | null;
  standfirst: string | null;
  dateline: string | null;
  bylines: readonly string[];
  publisher: string | null;
  url: string | null;
  copyrightLine: string | null;
  licence: string | null;
}

/**
 * Turns a story in HTML into what parseStory makes of plain text, with the emphasis, links, lists
 * and quotations of its text. What the source says of itself counts; what it does not say is read
 * off the text: the first heading is the headline, and bylines, standfirst and dateline are found
 * as in plain text. The highest level of heading in the text begins the sections. What is not taken
 * over is written into the book.
 * Refusals: STORY_EMPTY, STORY_NO_HEADLINE, STORY_NO_PARAGRAPHS.
 */
export function storyFromHtml(options: {
  html: string;
  facts: StoryFacts;
  knownPeople?: readonly KnownPerson[];
  language?: QuoteLanguage;
  /** Which first line may be the headline where no heading is: one that looks so, or any. */
  firstLine?: 'none' | 'like a headline' | 'any';
  /** The headline where nothing in the text is called so. */
  title?: string | null;
  book?: ReceiptBook;
  base?: string | null;
  /** BCP 47. */
  markLanguage?: string | null;
  /** The picture that its source shows the story with. */
  lead?: SourcePicture | null;
  /** Where the pictures of the text are gathered; without, none is kept. */
  pictures?: StoryPicture[];
}): { ok: true; story: ParsedStory; leadPicture: string | null } | StoryRefusal {
  const { html, facts, knownPeople = [], language = 'en', firstLine = 'none' } = options;
  const { title = null, book = openReceipt(), base = null, markLanguage = language } = options;
  const { pictures, lead = null } = options;
  const reading = { book, base, language: markLanguage, ...(pictures ? { pictures } : {}) };
  const found = blocksFromHtml(html, reading).map(asBlock);
  const { blocks, removed, origin } = stripChrome(found);
  book.leave();
  for (const { text } of removed) {
    if (text !== origin.copyrightLine) book.note('siteLine', text);
  }
  const leadPicture = pictures ? takeLead({ lead, pictures, base, book }) : null;
  const titled = withHeadline(blocks, { headline: facts.headline, title, firstLine, book });
  if (titled === null) {
    return {
      ok: false,
      code: blocks.length === 0 ? 'STORY_EMPTY' : 'STORY_NO_HEADLINE',
      message:
        blocks.length === 0
          ? 'There is no text in it.'
          : 'It has no headline: give it a title or a heading above the text.',
    };
  }
  const { top, others } = withoutTopPictures(titled);
  const opening = readOpening(others, { standfirst: facts.standfirst });
  if (!opening.ok) return opening;
  for (const words of opening.besides) book.note('bylineRole', words);
  if (facts.dateline && opening.dateline && !isWithin(facts.dateline, opening.dateline)) {
    book.note('property', `dateline: ${facts.dateline}`);
  }
  if (title && title !== opening.headline) book.note('property', `title: ${title}`);
  // What stands above the text is what the story is shown with, where nothing else is.
  const [first] = top;
  const shown = leadPicture ?? idOfPicture(first);
  const left = top.filter((block) => idOfPicture(block) !== shown);
  const sections = sectionsOf([...left, ...opening.rest]);
  if (shown === null && sections.every(({ body }) => !body?.root.children.length)) {
    return {
      ok: false,
      code: 'STORY_NO_PARAGRAPHS',
      message: `“${opening.headline}” has a headline and no paragraphs.`,
    };
  }
  const standfirst = facts.standfirst ?? opening.standfirst;
  return {
    ok: true,
    leadPicture: shown,
    story: {
      headline: opening.headline,
      standfirst,
      dateline: opening.dateline ?? facts.dateline,
      bylines: [...new Set([...facts.bylines, ...opening.bylines])],
      origin: {
        publisher: facts.publisher ?? origin.publisher,
        url: facts.url,
        copyrightLine: facts.copyrightLine ?? origin.copyrightLine,
        copyrightYear: yearOf(facts.copyrightLine) ?? origin.copyrightYear,
        licence: facts.licence,
      },
      sections,
      ...readSpeech({ sections, standfirst, knownPeople, language }),
    },
  };
}

/** The picture that the source shows the story with, which may be one of its text; null for none. */
function takeLead({
  lead,
  pictures,
  base,
  book,
}: {
  lead: SourcePicture | null;
  pictures: StoryPicture[];
  base: string | null;
  book: ReceiptBook;
}): string | null {
  if (!lead) return null;
  const src = lead.src && (absoluteAddress(lead.src, base) ?? lead.src);
  const same = pictures.find(
    ({ source }) => 'address' in source && src !== null && isSameFile(source.address, src),
  );
  if (same) {
    same.alt ??= lead.alt;
    same.caption ??= lead.caption;
    same.credit ??= lead.credit;
    return same.id;
  }
  const kept = storyPicture({ ...lead, src }, { index: pictures.length, place: null });
  if (kept) pictures.push(kept);
  else book.note('picture', pictureInWords(lead));
  return kept?.id ?? null;
}

/** Sites write sizes into the addresses of one picture: "mill-1024x683.jpg", "mill.jpg?w=640". */
function isSameFile(one: string, other: string): boolean {
  const bare = (address: string) =>
    address.replace(/[?#].*$/, '').replace(/-(?:\d+x\d+|scaled)(?=\.\w+$)/, '');
  return bare(one) === bare(other);
}

/** Pictures between the headline and the first words, which say nothing of how a story opens. */
function withoutTopPictures([headline, ...below]: Block[]): { top: Block[]; others: Block[] } {
  const from = below.findIndex((block) => idOfPicture(block) === null);
  const until = from < 0 ? below.length : from;
  return {
    top: below.slice(0, until),
    others: [...(headline ? [headline] : []), ...below.slice(until)],
  };
}

function idOfPicture(block: Block | undefined): string | null {
  return block?.node?.type === 'upload' && typeof block.node.value === 'string'
    ? block.node.value
    : null;
}

function isWithin(words: string, longer: string): boolean {
  return longer.toLowerCase().includes(words.toLowerCase());
}

function asBlock(block: HtmlBlock, index: number): Block {
  const line = index + 1;
  if (block.level !== null) {
    return { text: block.text, line, level: block.level, isTitle: block.isTitle };
  }
  const words = lexicalParagraphs(bodyOf([block.node])).join('\n');
  const { node, isSubtitle, isPart } = block;
  return { text: words, line, level: null, node, isSubtitle, isPart };
}

/** The blocks with the headline as the first, and no word of what stood above it lost; null where there is none. */
function withHeadline(
  blocks: Block[],
  {
    headline,
    title: named,
    firstLine,
    book,
  }: {
    headline: string | null;
    title: string | null;
    firstLine: 'none' | 'like a headline' | 'any';
    book: ReceiptBook;
  },
): Block[] | null {
  if (blocks.length === 0) return null;
  if (headline !== null) {
    const title: Block = { text: headline, line: 1, level: 1 };
    const same = blocks.findIndex(
      ({ level, text }) => typeof level === 'number' && text === headline,
    );
    return [
      title,
      ...aboveTitle(blocks.slice(0, Math.max(0, same)), book),
      ...blocks.slice(same + 1),
    ];
  }
  const own = titleAmong(blocks);
  const above = blocks.slice(0, own);
  const heading = blocks[own];
  const [first, ...below] = blocks;
  if (heading && above.every(isAboveHeadlines)) {
    return [heading, ...aboveTitle(above, book), ...blocks.slice(own + 1)];
  }
  if (named !== null) return [{ text: named, line: 1, level: 1 }, ...blocks];
  const isMarked = typeof first?.level === 'number';
  if (first && (isMarked || isFirstLine(first, below, firstLine))) {
    if (!isMarked) book.note('firstLineAsHeadline', first.text);
    return [{ ...first, level: 1 }, ...below];
  }
  if (heading?.level !== 1) return null;
  // The heading would end a section that began above it: it begins one of its own as well.
  const isWithin = above.some(({ level }) => typeof level === 'number');
  return [heading, ...aboveTitle(above, book), ...blocks.slice(isWithin ? own : own + 1)];
}

/** Where the headline stands: what the source calls so, else the first heading of the first level, else the first. */
function titleAmong(blocks: readonly Block[]): number {
  for (const isTitle of [
    (block: Block) => block.isTitle === true,
    ({ level }: Block) => level === 1,
    ({ level }: Block, index: number) => typeof level === 'number' && index === 0,
  ]) {
    const found = blocks.findIndex(isTitle);
    if (found >= 0) return found;
  }
  return blocks.length;
}

/** A kicker, a date, a byline: what pages set above their headlines. */
function isAboveHeadlines({ text, isPart, node }: Block): boolean {
  if (isPart || (node && node.type !== 'paragraph')) return false;
  return readBylines(text) !== null || (text.length <= 60 && !/[.!?:…]["”’»“]?$/.test(text));
}

/** What stood above the headline, to stand below it: bylines and text; a kicker is written down. */
function aboveTitle(above: readonly Block[], book: ReceiptBook): Block[] {
  const isKicker = (block: Block) => isAboveHeadlines(block) && readBylines(block.text) === null;
  const isAllKicker = above.every(isAboveHeadlines);
  if (isAllKicker) for (const { text } of above.filter(isKicker)) book.note('kicker', text);
  const kept = isAllKicker ? above.filter((block) => !isKicker(block)) : [...above];
  for (const { text } of isAllKicker ? [] : kept)
    if (text !== '') book.note('textAboveHeadline', text);
  return kept;
}

function isFirstLine(
  { text, node, isPart }: Block,
  below: readonly Block[],
  firstLine: 'none' | 'like a headline' | 'any',
): boolean {
  if (firstLine === 'none' || below.length === 0 || isPart || node?.type !== 'paragraph')
    return false;
  return firstLine === 'any'
    ? text.length > 0 && text.length <= LONGEST_HEADLINE && !text.includes('\n')
    : isHeading(text);
}

function sectionsOf(blocks: readonly Block[]): ParsedSection[] {
  const levels = blocks.flatMap(({ level }) => level ?? []);
  const top = least(levels);
  const parts: { heading: string | null; nodes: RichTextNode[] }[] = [{ heading: null, nodes: [] }];
  for (const { level, text, node } of blocks) {
    if (level === top) parts.push({ heading: text, nodes: [] });
    else if (typeof level === 'number') parts.at(-1)?.nodes.push(subheading(text, level - top));
    else if (node) parts.at(-1)?.nodes.push(withoutOpening(node, text));
  }
  return parts.map(({ heading, nodes }) => {
    const body = bodyOf(nodes);
    return { heading, paragraphs: lexicalParagraphs(body), body };
  });
}

function bodyOf(children: RichTextNode[]): RichText {
  const { root, ...rest } = lexicalFromParagraphs([]);
  return { ...rest, root: { ...root, children } };
}

function subheading(text: string, below: number): RichTextNode {
  const words = { type: 'text', text, version: 1, format: 0, style: '', mode: 'normal', detail: 0 };
  return {
    type: 'heading',
    tag: below > 1 ? 'h4' : 'h3',
    children: [words],
    version: 1,
    format: '',
    indent: 0,
    direction: 'ltr',
  };
}

/** The lead without the dateline that was read off its beginning. */
function withoutOpening(node: RichTextNode, text: string): RichTextNode {
  let left = lexicalParagraphs(bodyOf([node])).join('\n').length - text.length;
  if (left <= 0) return node;
  const cut = (each: RichTextNode): RichTextNode => {
    if (typeof each.text !== 'string') {
      const children = childrenOf(each);
      return children.length === 0
        ? each
        : { ...each, children: children.map(cut).filter(hasWords) };
    }
    const taken = Math.min(left, each.text.length);
    left -= taken;
    return { ...each, text: each.text.slice(taken) };
  };
  return { ...node, children: childrenOf(node).map(cut).filter(hasWords) };
}

function hasWords(node: RichTextNode): boolean {
  if (typeof node.text === 'string') return node.text !== '';
  return node.type === 'linebreak' || childrenOf(node).length > 0;
}

function yearOf(copyrightLine: string | null): number | null {
  const year = /\b(1[7-9]|20)\d\d\b/.exec(copyrightLine ?? '')?.[0];
  return year === undefined ? null : Number(year);
}
