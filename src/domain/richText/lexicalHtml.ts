import { kindOf, type HtmlReferences } from './bodyKinds';
import { childrenOf, type RichText, type RichTextNode } from './RichText';

/**
 * A Lexical body as semantic HTML. Safe by construction: only the elements written in `BODY_KINDS`
 * can come out, all text is escaped, and links lead to http, https and mailto addresses only. Of a
 * kind that no body can hold (one that was stored before there was a schema) the words are shown.
 */
export function lexicalHtml(body: RichText | null | undefined, references: HtmlReferences): string {
  return body ? children(body.root, references) : '';
}

function children(node: RichTextNode | RichText['root'], references: HtmlReferences): string {
  return childrenOf(node)
    .map((child) => html(child, references))
    .join('');
}

function html(node: RichTextNode, references: HtmlReferences): string {
  const inner = () => children(node, references);
  const kind = kindOf(node);
  return kind
    ? kind.html(node, { inner, render: (each) => html(each, references), references })
    : inner();
}
