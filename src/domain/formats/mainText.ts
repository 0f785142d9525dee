import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { serialize } from 'parse5';

import {
  childrenOfHtml,
  findAll,
  isElement,
  isText,
  tagOf,
  wordsOf,
  type HtmlElement,
  type HtmlNode,
} from '../richText/htmlTree';

/** With more a page is a catalogue, and weighing it takes minutes. */
const MOST_ELEMENTS = 50_000;
/** Fewer are the line of a teaser: then what the page itself calls its article counts. */
const FEWEST_WORDS = 60;
const MARK = 'data-part';
/** What a story may hold without a sentence that could be weighed. */
const NO_SENTENCES = new Set(
  'h1 h2 h3 h4 h5 h6 figure img picture table iframe blockquote pre hr video audio'.split(' '),
);

/** What of a page is its story. */
export interface MainText {
  part: HtmlNode;
  /** Pieces within it that belong to the page: taken out of the tree. */
  leftOut: string[];
}

/**
 * The part of a page with its main text, as the reader view of Firefox finds it (Mozilla's
 * readability); null where that finds next to nothing. It weighs a copy: what it would take away is
 * taken out of the tree only where nothing in it could be part of a story.
 */
export function mainText(body: HtmlNode, title: string): MainText | null {
  if (!('childNodes' in body)) return null;
  const elements = findAllElements(body);
  if (elements.length > MOST_ELEMENTS) return null;
  const marked = elements.filter((node) =>
    node.childNodes.some((child) => isText(child) && child.value.trim() !== ''),
  );
  for (const [index, node] of marked.entries())
    node.attrs.push({ name: MARK, value: String(index) });
  const kept = keptOf(`<title>${title}</title>`, serialize(body));
  for (const node of marked) node.attrs.pop();
  const all = marked.filter((_, index) => kept.has(index));
  const words = all.flatMap(({ childNodes }) =>
    childNodes.flatMap((child) => (isText(child) ? child.value.split(/\s+/).filter(Boolean) : [])),
  );
  if (words.length < FEWEST_WORDS) return null;
  const part = commonParent(all);
  const isKept = new Set<HtmlNode>(all);
  const leftOut: string[] = [];
  takeOut(part, { isKept, leftOut });
  return { part, leftOut };
}

function keptOf(head: string, body: string): Set<number> {
  try {
    const { document } = parseHTML(
      `<!doctype html><html><head>${head}</head><body>${body}</body></html>`,
    );
    const read = new Readability(document, {
      maxElemsToParse: MOST_ELEMENTS,
    }).parse();
    const marks = (read?.content ?? '').matchAll(new RegExp(`${MARK}="(\\d+)"`, 'g'));
    return new Set([...marks].map(([, index]) => Number(index)));
  } catch {
    // Too large to be weighed, or of a shape that it does not know.
    return new Set();
  }
}

function findAllElements(node: HtmlNode): HtmlElement[] {
  return childrenOfHtml(node).flatMap((child) =>
    isElement(child) ? [child, ...findAllElements(child)] : [],
  );
}

/** The innermost element that all of these stand in. */
function commonParent(nodes: readonly HtmlNode[]): HtmlNode {
  const [first, ...others] = nodes.map(pathTo);
  let depth = 0;
  while (first?.[depth] && others.every((path) => path[depth] === first[depth])) depth += 1;
  return (first?.[depth - 1] ?? nodes[0]) as HtmlNode;
}

function pathTo(node: HtmlNode): HtmlNode[] {
  const path: HtmlNode[] = [];
  for (let each: HtmlNode | null = node; each; each = each.parentNode as HtmlNode | null)
    path.unshift(each);
  return path;
}

function takeOut(
  node: HtmlNode,
  { isKept, leftOut }: { isKept: ReadonlySet<HtmlNode>; leftOut: string[] },
): void {
  if (!('childNodes' in node)) return;
  node.childNodes = node.childNodes.filter((child) => {
    if (!isElement(child) || isKept.has(child) || !isBlock(child)) return true;
    const inside = [child, ...findAllElements(child)];
    if (inside.some((each) => isKept.has(each))) {
      takeOut(child, { isKept, leftOut });
      return true;
    }
    const words = wordsOf(child);
    if (words === '' || findAll([child], ({ tagName }) => NO_SENTENCES.has(tagName)).length > 0)
      return true;
    leftOut.push(words);
    return false;
  });
}

function isBlock(node: HtmlElement): boolean {
  return /^(?:address|article|aside|div|dl|details|fieldset|footer|form|header|main|nav|ol|p|section|ul)$/.test(
    tagOf(node) ?? '',
  );
}
