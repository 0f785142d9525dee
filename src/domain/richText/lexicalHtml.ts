import { escapeHtml } from './escapeHtml';
import { childrenOf, type RichText, type RichTextNode } from './RichText';

/** What a body points at but does not hold; HTML of their own, already escaped; null shows nothing. */
export interface HtmlReferences {
  quote: (id: string) => string | null;
  image: (id: string) => string | null;
  /** The address of an article that a link leads to. */
  article: (id: string) => string | null;
}

/** Lexical's bit mask of text formats, outermost element first. */
const FORMATS: readonly (readonly [bit: number, element: string])[] = [
  [1, 'strong'],
  [2, 'em'],
  [4, 's'],
  [16, 'code'],
  [32, 'sub'],
  [64, 'sup'],
];

/**
 * A Lexical body as semantic HTML. Safe by construction: only the elements written here can come
 * out, all text is escaped, and links lead to http, https and mailto addresses only.
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
  switch (node.type) {
    case 'text':
      return textHtml(node);
    case 'linebreak':
      return '<br>';
    case 'tab':
      return '\t';
    case 'paragraph': {
      const words = inner();
      return words === '' ? '' : `<p>${words}</p>`;
    }
    case 'heading': {
      const element = node.tag === 'h4' ? 'h4' : 'h3';
      return `<${element}>${inner()}</${element}>`;
    }
    case 'quote':
      return `<blockquote><p>${inner()}</p></blockquote>`;
    case 'list': {
      const element = node.listType === 'number' ? 'ol' : 'ul';
      const start = element === 'ol' && Number.isInteger(node.start) && node.start !== 1;
      const attribute = start ? ` start="${Number(node.start)}"` : '';
      return `<${element}${attribute}>${listItems(node, references)}</${element}>`;
    }
    case 'listitem':
      return `<li>${inner()}</li>`;
    case 'link':
    case 'autolink':
      return linkHtml(node, inner(), references);
    case 'horizontalrule':
      return '<hr>';
    case 'upload':
      return references.image(idOf(node.value)) ?? '';
    case 'block':
      return blockHtml(node, references);
    default:
      return inner();
  }
}

/** A list below an item is an item of its own for the editor, and stands in that item for readers. */
function listItems(list: RichTextNode, references: HtmlReferences): string {
  let items = '';
  for (const item of childrenOf(list)) {
    const [first, ...more] = childrenOf(item);
    const isBelow = first?.type === 'list' && more.length === 0 && items.endsWith('</li>');
    items = isBelow
      ? `${items.slice(0, -'</li>'.length)}${html(first, references)}</li>`
      : `${items}${html(item, references)}`;
  }
  return items;
}

function textHtml(node: RichTextNode): string {
  const format = typeof node.format === 'number' ? node.format : 0;
  return FORMATS.filter(([bit]) => (format & bit) !== 0).reduceRight(
    (words, [, element]) => `<${element}>${words}</${element}>`,
    escapeHtml(typeof node.text === 'string' ? node.text : ''),
  );
}

function linkHtml(node: RichTextNode, words: string, references: HtmlReferences): string {
  const fields = (node.fields ?? {}) as { url?: unknown; doc?: { value?: unknown } };
  const address = fields.doc ? references.article(idOf(fields.doc.value)) : fields.url;
  return typeof address === 'string' && isSafeAddress(address)
    ? `<a href="${escapeHtml(address)}">${words}</a>`
    : words;
}

function blockHtml(node: RichTextNode, references: HtmlReferences): string {
  const fields = (node.fields ?? {}) as Record<string, unknown>;
  if (fields.blockType === 'pullQuote') return references.quote(idOf(fields.quote)) ?? '';
  if (fields.blockType !== 'embed' || typeof fields.url !== 'string') return '';
  if (!isSafeAddress(fields.url)) return '';
  const words = typeof fields.caption === 'string' && fields.caption ? fields.caption : fields.url;
  return `<p><a href="${escapeHtml(fields.url)}">${escapeHtml(words)}</a></p>`;
}

/** Absolute web and mail addresses, and paths of this site; "//host" would leave it. */
function isSafeAddress(address: string): boolean {
  return /^(https?:\/\/|mailto:|\/(?!\/))/i.test(address);
}

function idOf(value: unknown): string {
  if (typeof value === 'string') return value;
  const id = (value as { id?: unknown } | null | undefined)?.id;
  return typeof id === 'string' ? id : '';
}
