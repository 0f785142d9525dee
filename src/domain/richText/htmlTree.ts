import type { DefaultTreeAdapterTypes } from 'parse5';

/** A node of a parsed HTML document (WHATWG HTML, by parse5). */
export type HtmlNode = DefaultTreeAdapterTypes.ChildNode;
export type HtmlElement = DefaultTreeAdapterTypes.Element;

export function isElement(node: HtmlNode): node is HtmlElement {
  return 'tagName' in node;
}

export function isText(node: HtmlNode): node is DefaultTreeAdapterTypes.TextNode {
  return node.nodeName === '#text' && 'value' in node;
}

export function tagOf(node: HtmlNode): string | null {
  return 'tagName' in node ? node.tagName : null;
}

export function childrenOfHtml(node: HtmlNode): HtmlNode[] {
  return 'childNodes' in node ? node.childNodes : [];
}

export function attributeOf(node: HtmlNode, name: string): string | null {
  if (!('attrs' in node)) return null;
  return node.attrs.find((attribute) => attribute.name === name)?.value ?? null;
}

export function styleOf(node: HtmlNode): string {
  return (attributeOf(node, 'style') ?? '').toLowerCase();
}

/** The bullet or number that Word writes out before a list's item. */
export function isListMark(node: HtmlNode): boolean {
  return /mso-list:\s*ignore/.test(styleOf(node));
}

/** What stands apart from its neighbours, so that its words are no part of theirs. */
const APART =
  /^(?:address|article|aside|blockquote|br|dd|div|dl|dt|figcaption|figure|footer|h[1-6]|header|hr|li|main|nav|ol|p|pre|section|table|td|th|tr|ul)$/;

export function isApart(node: HtmlNode): boolean {
  return APART.test(node.nodeName);
}

/** All words below a node, white space folded. */
export function wordsOf(node: HtmlNode): string {
  const words = (each: HtmlNode): string => {
    if (isText(each)) return each.value;
    if (isListMark(each)) return '';
    const inside = childrenOfHtml(each).map(words).join('');
    return isApart(each) ? ` ${inside} ` : inside;
  };
  return words(node)
    .replace(/[ \t\r\n\f]+/g, ' ')
    .trim();
}

/** Whether an element has one of these classes. */
export function hasClass(node: HtmlNode, classes: RegExp): boolean {
  return (attributeOf(node, 'class') ?? '').split(/\s+/).some((name) => classes.test(name));
}

/** All elements below for which something holds, in document order; none inside of one found. */
export function findAll(
  nodes: readonly HtmlNode[],
  holds: (node: HtmlElement) => boolean,
): HtmlElement[] {
  return nodes.flatMap((node) =>
    isElement(node) && holds(node) ? [node] : findAll(childrenOfHtml(node), holds),
  );
}

/** The first element with this name below, in document order. */
export function findElement(nodes: readonly HtmlNode[], name: string): HtmlNode | null {
  for (const node of nodes) {
    if (tagOf(node) === name) return node;
    const below = findElement(childrenOfHtml(node), name);
    if (below) return below;
  }
  return null;
}
