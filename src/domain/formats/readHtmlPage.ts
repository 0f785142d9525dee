import { serialize } from 'parse5';

import {
  attributeOf,
  childrenOfHtml,
  findAll,
  findElement,
  hasClass,
  tagOf,
  wordsOf,
  type HtmlElement,
  type HtmlNode,
} from '../richText/htmlTree';
import { absoluteAddress } from '../richText/inlineFromHtml';
import { parseHtml } from '../richText/parseHtml';
import type { SourcePicture } from '../richText/pictureOf';
import { readBylines } from '../story/readBylines';
import { articleData } from './articleData';
import { mainText } from './mainText';
import { plainWords } from './plainWords';
import { readByline } from './readByline';
import { openReceipt, type ReceiptBook } from './Receipt';
import { sourceFile, sourceStory, type SourceFile } from './SourceStory';

/** A web page: its story, and what its head and its data for search engines say of it. */
export function readHtmlPage(text: string): SourceFile {
  const book = openReceipt();
  const data = articleData(text);
  const language = /<html\b[^>]*\blang\s*=\s*["']?([\w-]+)/i.exec(text)?.[1] ?? data.language;
  const page = parseHtml(text, { book, base: null, language });
  const meta = metaOf(page);
  const body = findElement(page, 'body');
  const url = meta.get('canonical') ?? meta.get('og:url') ?? data.url;
  const base = absoluteAddress(meta.get('base') ?? '', url) ?? url;
  const titles = [data.headline, meta.get('og:title') ?? null, titleOf(page)].flatMap(
    (title) => plainWords(title) ?? [],
  );
  const main = body && mainText(body, titles[0] ?? '');
  const part = main?.part ?? (body && mainPart(body, titles));
  for (const words of main?.leftOut ?? []) book.note('pageFurniture', words);
  const html = part && 'childNodes' in part ? serialize(part) : '';
  const heading = part && findElement([part], 'h1');
  const outer = body && !heading ? headingOutside(body, titles) : null;
  const bylines = namesFrom({ meta, data, page, book });
  if (body && part && part !== body) {
    noteOutside(body, part, {
      taken: [heading, outer].map((node) => node && wordsOf(node)),
      bylines,
      book,
    });
  }
  return sourceFile({
    stories: [
      sourceStory({
        externalId: meta.get('og:url') ?? url ?? null,
        facts: {
          headline:
            (heading && plainWords(wordsOf(heading))) ||
            (outer && plainWords(wordsOf(outer))) ||
            (titles[0] ?? null),
          standfirst: standfirstOf(
            [data.description, meta.get('og:description'), meta.get('description')],
            part ? wordsOf(part) : '',
            book,
          ),
          publisher: meta.get('og:site_name') ?? data.publisher,
          url: url ?? null,
          bylines,
          copyrightLine: plainWords(meta.get('copyright')),
        },
        desk: {
          publishedAt: isoDate(meta.get('article:published_time') ?? data.publishedAt),
          subjects: subjectsOf(meta, data.keywords),
        },
        html,
        base: base ?? null,
        firstLine: 'like a headline',
        language: language ?? null,
        lead: leadOf(meta, data.image),
        book,
      }),
    ],
  });
}

function leadOf(meta: ReadonlyMap<string, string>, image: string | null): SourcePicture | null {
  const src = meta.get('og:image') ?? image;
  const alt = meta.get('og:image:alt') ?? null;
  return src ? { src, alt, caption: null, credit: null } : null;
}

/** The page's own description, unless it was cut off or is the story's beginning. */
function standfirstOf(
  described: readonly (string | null | undefined)[],
  text: string,
  book: ReceiptBook,
): string | null {
  const [description] = described.flatMap((each) => plainWords(each) ?? []);
  if (!description || text.includes(description.replace(/\s*(?:…|\.\.\.)$/, ''))) return null;
  if (!/(?:…|\.\.\.)$/.test(description) && description.length <= 320) return description;
  book.note('property', `description: ${description}`);
  return null;
}

/** The first heading of the page where its story has none; of several the one that the head names. */
function headingOutside(body: HtmlNode, titles: readonly string[]): HtmlElement | null {
  const headings = findAll([body], ({ tagName }) => tagName === 'h1');
  return (
    headings.find((heading) => titles.some((title) => title.startsWith(wordsOf(heading)))) ??
    (headings.length === 1 ? (headings[0] ?? null) : null)
  );
}

/**
 * The part of a page that is its story: of what calls itself an article or the main part, the one
 * with the page's headline, else the one with the most words in paragraphs; else the whole page.
 */
function mainPart(body: HtmlNode, titles: readonly string[]): HtmlNode {
  const isPart = ({ tagName, attrs }: HtmlElement) =>
    tagName === 'article' ||
    attrs.some(
      ({ name, value }) =>
        (name === 'itemprop' && value === 'articleBody') ||
        (name === 'role' && value === 'article'),
    );
  const articles = findAll([body], isPart);
  const mains = findAll(
    [body],
    ({ tagName, attrs }) =>
      tagName === 'main' || attrs.some(({ name, value }) => name === 'role' && value === 'main'),
  );
  const [main] = mains;
  const candidates = articles.length > 0 ? articles : mains;
  const scored = candidates
    .map((part) => {
      const heading = findElement([part], 'h1') ?? findElement([part], 'h2');
      const isNamed =
        heading !== null && titles.some((title) => title.startsWith(wordsOf(heading)));
      return { part, score: paragraphWords(part) * (isNamed ? 4 : 1) };
    })
    .sort((one, other) => other.score - one.score);
  const best = scored[0];
  if (!best || best.score === 0) return main ?? body;
  // A page of teasers has many short articles, and its story may stand beside them.
  const around = main ?? body;
  const isTeaser = paragraphWords(around) > 4 * best.score && articles.length > 0;
  return isTeaser ? around : best.part;
}

/** Words in paragraphs that are more than a link. */
function paragraphWords(part: HtmlNode): number {
  return findAll([part], ({ tagName }) => tagName === 'p' || tagName === 'blockquote')
    .map((node) => wordsOf(node))
    .filter((words) => words.length > 20)
    .reduce((sum, words) => sum + words.split(' ').length, 0);
}

/** What a reader of the page saw around the story, block by block. */
function noteOutside(
  body: HtmlNode,
  part: HtmlNode,
  {
    taken,
    bylines,
    book,
  }: { taken: (string | null)[]; bylines: readonly string[]; book: ReceiptBook },
): void {
  const visit = (node: HtmlNode): void => {
    if (node === part) return;
    const tag = tagOf(node);
    const words = wordsOf(node);
    if (words === '' && !findElement([node], 'img')) return;
    if (taken.includes(words) || (bylines.length > 0 && isBylineOf(words, bylines))) return;
    if (tag === 'article') book.note('otherStory', words);
    else if (holds(node, part) || findElement([node], 'article') || holdsTaken(node, taken)) {
      childrenOfHtml(node).forEach(visit);
    } else book.note('pageFurniture', words || null);
  };
  childrenOfHtml(body).forEach(visit);
  book.leave();
}

function isBylineOf(words: string, bylines: readonly string[]): boolean {
  const names = readBylines(words) ?? [words];
  return names.every((name) => bylines.includes(name));
}

function holds(node: HtmlNode, part: HtmlNode): boolean {
  return node === part || childrenOfHtml(node).some((child) => holds(child, part));
}

function holdsTaken(node: HtmlNode, taken: readonly (string | null)[]): boolean {
  return findAll([node], ({ tagName }) => tagName === 'h1').some((each) =>
    taken.includes(wordsOf(each)),
  );
}

/** The properties of a page's head: meta elements by name, and the addresses of its links. */
function metaOf(page: readonly HtmlNode[]): Map<string, string> {
  const all = new Map<string, string>();
  const add = (name: string | null, value: string | null | undefined) => {
    if (name && value && !all.has(name)) all.set(name, value.trim());
  };
  for (const node of findAll(page, ({ tagName }) => ['meta', 'link', 'base'].includes(tagName))) {
    const name =
      (attributeOf(node, 'property') ?? attributeOf(node, 'name'))?.toLowerCase() ?? null;
    if (node.tagName === 'meta') {
      const content = attributeOf(node, 'content');
      // Several topics stand in several elements.
      if (name === 'article:tag' && content && all.has(name)) {
        all.set(name, `${all.get(name) ?? ''}, ${content}`);
      } else add(name, content);
    }
    if (node.tagName === 'base') add('base', attributeOf(node, 'href'));
    if (attributeOf(node, 'rel') === 'canonical') add('canonical', attributeOf(node, 'href'));
  }
  const canonical = all.get('canonical');
  if (canonical && !/^https?:/i.test(canonical)) all.delete('canonical');
  return all;
}

function titleOf(page: readonly HtmlNode[]): string | null {
  const title = findElement(page, 'title');
  // What follows the last bar is the site's name.
  return title ? wordsOf(title).replace(/\s[-|–—]\s[^|–—]{1,60}$/, '') || null : null;
}

function namesFrom({
  meta,
  data,
  page,
  book,
}: {
  meta: ReadonlyMap<string, string>;
  data: { authors: string[] };
  page: readonly HtmlNode[];
  book: ReceiptBook;
}): string[] {
  const named =
    data.authors.length > 0 ? data.authors : [meta.get('author'), meta.get('article:author')];
  const names = named.flatMap((name) => readByline(name, book));
  if (names.length > 0) return [...new Set(names)];
  const links = findAll(
    page,
    (node) => attributeOf(node, 'rel') === 'author' || hasClass(node, /^(?:p-author|author-name)$/),
  );
  return [...new Set(links.flatMap((node) => readByline(wordsOf(node), book)))];
}

function subjectsOf(meta: ReadonlyMap<string, string>, keywords: readonly string[]) {
  const named = [meta.get('article:tag'), meta.get('news_keywords') ?? meta.get('keywords')]
    .flatMap((list) => list?.split(/\s*[,;]\s*/) ?? [])
    .concat(keywords);
  return [...new Set(named.flatMap((name) => plainWords(name) ?? []))].map((name) => ({
    code: null,
    name,
  }));
}

export function isoDate(date: string | null | undefined): string | null {
  const at = new Date(date ?? '');
  return Number.isNaN(at.getTime()) ? null : at.toISOString();
}
