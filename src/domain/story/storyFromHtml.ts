import type { QuoteLanguage } from '../quotes/FoundQuote';
import { blocksFromHtml, type HtmlBlock } from '../richText/blocksFromHtml';
import { lexicalFromParagraphs } from '../richText/lexicalFromParagraphs';
import { lexicalParagraphs } from '../richText/lexicalText';
import { childrenOf, type RichText, type RichTextNode } from '../richText/RichText';
import type { Block, KnownPerson, ParsedSection, ParsedStory, StoryRefusal } from './ParsedStory';
import { readOpening } from './readOpening';
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
 * as in plain text. The highest level of heading in the text begins the sections.
 * Refusals: STORY_EMPTY, STORY_NO_HEADLINE, STORY_NO_PARAGRAPHS.
 */
export function storyFromHtml(options: {
  html: string;
  facts: StoryFacts;
  knownPeople?: readonly KnownPerson[];
  language?: QuoteLanguage;
}): { ok: true; story: ParsedStory } | StoryRefusal {
  const { html, facts, knownPeople = [], language = 'en' } = options;
  const { blocks, origin } = stripChrome(blocksFromHtml(html).map(asBlock));
  const titled = withHeadline(blocks, facts.headline);
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
  const opening = readOpening(titled);
  if (!opening.ok) return opening;
  const sections = sectionsOf(opening.rest);
  if (sections.every(({ paragraphs }) => paragraphs.length === 0)) {
    return {
      ok: false,
      code: 'STORY_NO_PARAGRAPHS',
      message: `“${opening.headline}” has a headline and no paragraphs.`,
    };
  }
  // A standfirst named by the source may stand in its text once more.
  const standfirst = facts.standfirst ?? opening.standfirst;
  return {
    ok: true,
    story: {
      headline: opening.headline,
      standfirst,
      dateline: facts.dateline ?? opening.dateline,
      bylines: facts.bylines.length > 0 ? [...facts.bylines] : opening.bylines,
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

function asBlock(block: HtmlBlock, index: number): Block {
  const line = index + 1;
  if (block.level !== null) return { text: block.text, line, level: block.level };
  const words = lexicalParagraphs(bodyOf([block.node])).join('\n');
  return { text: words, line, level: null, node: block.node, isSubtitle: block.isSubtitle };
}

/** The blocks with the headline as the first; null where there is none. */
function withHeadline(blocks: Block[], headline: string | null): Block[] | null {
  const first = blocks.findIndex(({ level }) => level === 1);
  const own = first < 0 ? blocks.findIndex(({ level }) => typeof level === 'number') : first;
  if (headline === null) {
    const heading = blocks[own];
    // Only a heading above the text is the headline; one further down begins a section.
    const isAbove = heading && (heading.level === 1 || own === 0);
    return isAbove ? [heading, ...blocks.slice(own + 1)] : null;
  }
  const isRepeated = own >= 0 && blocks[own]?.text === headline;
  const title: Block = { text: headline, line: 1, level: 1 };
  return blocks.length === 0 ? null : [title, ...blocks.slice(isRepeated ? own + 1 : 0)];
}

function sectionsOf(blocks: readonly Block[]): ParsedSection[] {
  const levels = blocks.flatMap(({ level }) => level ?? []);
  const top = Math.min(...levels);
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
