import type { DefaultTreeAdapterTypes } from 'parse5';

/** A node of a parsed HTML document (WHATWG HTML, by parse5). */
export type HtmlNode = DefaultTreeAdapterTypes.ChildNode;

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

/** All words below a node, white space folded. */
export function wordsOf(node: HtmlNode): string {
  const words = (each: HtmlNode): string =>
    each.nodeName === '#text' && 'value' in each
      ? each.value
      : tagOf(each) === 'br'
        ? ' '
        : isListMark(each)
          ? ''
          : childrenOfHtml(each).map(words).join('');
  return words(node)
    .replace(/[ \t\r\n\f]+/g, ' ')
    .trim();
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
