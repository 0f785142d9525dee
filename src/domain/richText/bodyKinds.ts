import { z } from 'zod';

import { escapeHtml } from './escapeHtml';
import { childrenOf, type RichText, type RichTextNode } from './RichText';

const LINKED = /^(?:https?:\/\/|mailto:)/i;

/**
 * Every kind of node that a body can hold, in one table: what it may hold, what it has besides and
 * what readers see of it. The schema of bodies, the renderers and the story page know their kinds from
 * here, so that a new kind is one entry (and one of a block with fields is one of BLOCK_KINDS). What
 * an approver sees of it, and what counts as a change, is in `bodyBlocks`.
 */
export const BODY_KINDS = {
  text: {
    group: 'word',
    holds: null,
    has: {
      text: z.string('a text'),
      // Lexical has eleven; those that readers do not see (underlined) leave the words as they are.
      format: z.int().min(0).max(2047).optional(),
      style: z.literal('').optional(),
      mode: z.enum(['normal', 'token', 'segmented']).optional(),
      detail: z.int().min(0).max(3).optional(),
    },
    html: (node) => textHtml(node),
    words: (node) => (typeof node.text === 'string' ? node.text : ''),
  },
  linebreak: { group: 'word', holds: null, has: {}, html: () => '<br>', words: () => '\n' },
  tab: {
    group: 'word',
    holds: null,
    // The editor writes it as a text of one character.
    has: {
      text: z.literal('\t').optional(),
      format: z.int().min(0).max(2047).optional(),
      style: z.literal('').optional(),
      mode: z.enum(['normal', 'token', 'segmented']).optional(),
      detail: z.int().min(0).max(3).optional(),
    },
    html: () => '\t',
    words: () => '\t',
  },
  link: linkKind(),
  autolink: linkKind(),
  paragraph: {
    group: 'words',
    holds: ['word', 'link'],
    has: {},
    html: (_, { inner }) => {
      const words = inner();
      return words === '' ? '' : `<p>${words}</p>`;
    },
  },
  heading: {
    group: 'words',
    holds: ['word', 'link'],
    has: { tag: z.enum(['h3', 'h4'], 'h3 or h4: h2 is the heading of the section') },
    html: ({ tag }, { inner }) => (tag === 'h4' ? `<h4>${inner()}</h4>` : `<h3>${inner()}</h3>`),
  },
  quote: {
    group: 'words',
    holds: ['word', 'link'],
    has: {},
    html: (_, { inner }) => `<blockquote><p>${inner()}</p></blockquote>`,
  },
  list: {
    group: 'list',
    holds: ['item'],
    has: {
      listType: z.enum(['bullet', 'number', 'check'], 'bullet or number'),
      tag: z.enum(['ul', 'ol'], 'ul or ol').optional(),
      start: z.int().min(0).max(1_000_000).optional(),
    },
    html: (node, { render }) => {
      const element = node.listType === 'number' ? 'ol' : 'ul';
      const start = element === 'ol' && Number.isInteger(node.start) && node.start !== 1;
      const attribute = start ? ` start="${Number(node.start)}"` : '';
      return `<${element}${attribute}>${listItems(node, render)}</${element}>`;
    },
  },
  listitem: {
    group: 'item',
    holds: ['word', 'link', 'list'],
    has: {
      value: z.int().min(0).max(1_000_000).optional(),
      checked: z.boolean().optional(),
    },
    html: (_, { inner }) => `<li>${inner()}</li>`,
  },
  table: {
    group: 'table',
    holds: ['row'],
    // What the editor says of widths and stripes, no reader sees.
    has: {
      colWidths: z.array(z.number()).max(200).optional(),
      frozenColumnCount: z.int().min(0).max(200).optional(),
      frozenRowCount: z.int().min(0).max(10_000).optional(),
      rowStriping: z.boolean().optional(),
    },
    html: (node, { render }) => tableHtml(node, render),
  },
  tablerow: {
    group: 'row',
    holds: ['cell'],
    has: { height: z.number().optional() },
    html: (_, { inner }) => `<tr>${inner()}</tr>`,
  },
  tablecell: {
    group: 'cell',
    holds: ['words', 'list'],
    has: {
      headerState: z.int().min(0).max(3).optional(),
      colSpan: z.int().min(1).max(200).optional(),
      rowSpan: z.int().min(1).max(10_000).optional(),
      backgroundColor: z.literal('', 'empty').nullish(),
      verticalAlign: z.enum(['top', 'middle', 'bottom'], 'top, middle or bottom').optional(),
      width: z.number().nullish(),
    },
    html: (node, { inner }) => cellHtml(node, inner()),
  },
  horizontalrule: { group: 'block', holds: null, has: {}, html: () => '<hr>' },
  upload: {
    group: 'block',
    holds: null,
    isCard: true,
    has: {
      id: nodeId(),
      relationTo: z.literal('media', 'media'),
      value: reference('the id of an image'),
      fields: z.union([z.strictObject({}), z.null()]).optional(),
      format: alignment(),
    },
    html: ({ value }, { references }) => references.image(idOf(value)) ?? '',
    refersTo: ({ value }) => ({ collection: 'media', id: idOf(value) }),
  },
  block: {
    group: 'block',
    holds: null,
    isCard: true,
    has: {
      fields: z.lazy(() => blockFields()),
      format: alignment(),
    },
    html: (node, { references }) => blockKindOf(node)?.html(fieldsOf(node), references) ?? '',
    refersTo: (node) => blockKindOf(node)?.refersTo?.(fieldsOf(node)) ?? null,
  },
} satisfies Record<string, BodyKind>;

/** Blocks with fields of their own, by the name of the block in the story editor. */
const BLOCK_KINDS: Readonly<Record<string, BlockKind>> = {
  pullQuote: {
    // Empty as long as nobody has chosen one.
    has: { quote: reference('the id of a quote').nullish() },
    html: ({ quote }, references) => references.quote(idOf(quote)) ?? '',
    lack: ({ quote }) => (quote ? null : 'A pull quote shows no quotation'),
    refersTo: ({ quote }) => ({ collection: 'quotes', id: idOf(quote) }),
  },
  embed: {
    has: {
      // Empty as long as somebody writes it.
      url: z
        .union([z.literal(''), address(/^https?:\/\//i, 'an address that begins with https://')])
        .nullish(),
      // As long as a standfirst.
      caption: z.string('a text').max(1000, 'a text of at most 1000 characters').nullish(),
    },
    html: ({ url, caption }) => {
      const words = typeof caption === 'string' && caption ? caption : url;
      if (typeof words !== 'string' || words === '') return '';
      return typeof url === 'string' && isSafeAddress(url)
        ? `<p><a href="${escapeHtml(url)}">${escapeHtml(words)}</a></p>`
        : `<p>${escapeHtml(words)}</p>`;
    },
    lack: ({ url }) => (url ? null : 'An embed has no address'),
  },
};

/** What a body points at but does not hold; HTML of their own, already escaped; null shows nothing. */
export interface HtmlReferences {
  quote: (id: string) => string | null;
  image: (id: string) => string | null;
  /** The address of an article that a link leads to. */
  article: (id: string) => string | null;
}

/** A document that a node shows or leads to; an empty id where none is chosen. */
export interface NodeReference {
  collection: 'media' | 'quotes' | 'articles';
  id: string;
}

export interface BodyKind {
  /** What those that hold it call it. */
  group: 'word' | 'link' | 'words' | 'block' | 'list' | 'item' | 'table' | 'row' | 'cell';
  /** The groups that may stand in it; null for a kind without children. */
  holds: readonly BodyKind['group'][] | null;
  /** What it has besides its children, its type, its version and how it stands (see bodySchema). */
  has: z.ZodRawShape;
  html: (node: RichTextNode, rendering: Rendering) => string;
  /** What it stands for in the text of a section. */
  words?: (node: RichTextNode) => string;
  refersTo?: (node: RichTextNode) => NodeReference | null;
  /** Shown as a card on the story page, which keeps it as it is. */
  isCard?: boolean;
}

interface Rendering {
  /** What stands in the node. */
  inner: () => string;
  render: (node: RichTextNode) => string;
  references: HtmlReferences;
}

interface BlockKind {
  has: z.ZodRawShape;
  html: (fields: Record<string, unknown>, references: HtmlReferences) => string;
  /** The beginning of a sentence that says what somebody still has to write; null for nothing. */
  lack: (fields: Record<string, unknown>) => string | null;
  refersTo?: (fields: Record<string, unknown>) => NodeReference | null;
}

/** What stands directly in a body. */
export const ROOT_HOLDS: readonly BodyKind['group'][] = ['words', 'block', 'list', 'table'];

/** The kind of a node; null for one that no body can hold. */
export function kindOf(node: { type?: unknown }): BodyKind | null {
  const { type } = node;
  return typeof type === 'string' && Object.hasOwn(BODY_KINDS, type)
    ? BODY_KINDS[type as keyof typeof BODY_KINDS]
    : null;
}

/** What is still to be written in the blocks of a body. */
export function lacksOf(body: RichText | null | undefined): string[] {
  return (body?.root.children ?? []).flatMap((node) =>
    node.type === 'block' ? (blockKindOf(node)?.lack(fieldsOf(node)) ?? []) : [],
  );
}

/** Whether a node stands in a line with others. */
export function isInline(node: { type?: unknown }): boolean {
  const group = kindOf(node)?.group;
  return group === 'word' || group === 'link';
}

function fieldsOf(node: RichTextNode): Record<string, unknown> {
  const { fields } = node;
  return typeof fields === 'object' && fields !== null ? (fields as Record<string, unknown>) : {};
}

/** Whether words can be a link to an address. */
export function isLinkAddress(value: string): boolean {
  return address(LINKED, '').safeParse(value).success;
}

/** The id of a reference, or of the document in its place; empty for none. */
function idOf(value: unknown): string {
  if (typeof value === 'string') return value;
  const id = (value as { id?: unknown } | null | undefined)?.id;
  return typeof id === 'string' ? id : '';
}

/** Absolute web and mail addresses, and paths of this site; "//host" would leave it. */
function isSafeAddress(address: string): boolean {
  return /^(https?:\/\/|mailto:|\/(?!\/))/i.test(address);
}

function blockKindOf(node: RichTextNode): BlockKind | null {
  const { blockType } = fieldsOf(node);
  return typeof blockType === 'string' && Object.hasOwn(BLOCK_KINDS, blockType)
    ? (BLOCK_KINDS[blockType] ?? null)
    : null;
}

function linkKind(): BodyKind {
  return {
    group: 'link',
    // A link in a link would be no HTML.
    holds: ['word'],
    has: {
      id: nodeId(),
      isUnlinked: z.literal(false).optional(),
      fields: z
        .strictObject({
          linkType: z.enum(['custom', 'internal'], 'custom or internal').optional(),
          newTab: z.boolean('true or false').nullish(),
          url: address(
            LINKED,
            'an address that begins with https://, http:// or mailto:',
          ).nullish(),
          doc: z
            .strictObject({
              relationTo: z.literal('articles', 'articles'),
              value: reference('the id of an article'),
            })
            .nullish(),
        })
        .refine(({ linkType, url, doc }) => (linkType === 'internal' ? doc : (url ?? doc)), {
          message: 'a link with an address or an article',
        }),
    },
    html: (node, { inner, references }) => {
      const fields = fieldsOf(node) as { url?: unknown; doc?: { value?: unknown } | null };
      const target = fields.doc ? references.article(idOf(fields.doc.value)) : fields.url;
      return typeof target === 'string' && isSafeAddress(target)
        ? `<a href="${escapeHtml(target)}">${inner()}</a>`
        : inner();
    },
    refersTo: (node) => {
      const { doc } = fieldsOf(node) as { doc?: { value?: unknown } | null };
      return doc ? { collection: 'articles', id: idOf(doc.value) } : null;
    },
  };
}

function blockFields() {
  const options = Object.entries(BLOCK_KINDS).map(([name, { has }]) =>
    z.strictObject({
      blockType: z.literal(name),
      id: nodeId(),
      // Nobody would see it but who opens the section's own form.
      blockName: z.literal('', 'empty').nullish(),
      ...has,
    }),
  );
  const [first, ...more] = options;
  if (!first) throw new Error('There is no kind of block.');
  return z.discriminatedUnion('blockType', [first, ...more], {
    error: `the fields of a ${Object.keys(BLOCK_KINDS).join(' or ')}`,
  });
}

/** Payload gives ids in the form of its documents to what stands in a text. */
function nodeId() {
  return z
    .string()
    .regex(/^[0-9a-f-]{1,36}$/i, 'an id')
    .optional();
}

/** An id, or the document where a client sends back what it read. */
function reference(wanted: string) {
  const id = z.string(wanted).regex(/^[0-9a-f]{24}$/i, wanted);
  return z.union([id, z.looseObject({ id })], wanted);
}

function address(begins: RegExp, wanted: string) {
  return (
    z
      .string(wanted)
      .max(2000, 'an address of at most 2000 characters')
      .regex(begins, wanted)
      // A browser leaves out what cannot be seen, and reads another address than people do.
      .regex(/^[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}]*$/u, 'an address without hidden characters')
      .refine((value) => URL.canParse(value), 'a whole address')
  );
}

export function alignment() {
  return z
    .enum(['', 'left', 'start', 'center', 'right', 'end', 'justify'], 'an alignment')
    .optional();
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

function textHtml(node: RichTextNode): string {
  const format = typeof node.format === 'number' ? node.format : 0;
  return FORMATS.filter(([bit]) => (format & bit) !== 0).reduceRight(
    (words, [, element]) => `<${element}>${words}</${element}>`,
    escapeHtml(typeof node.text === 'string' ? node.text : ''),
  );
}

/** What a cell is the heading of: Lexical's bits. */
export const HEADS_COLUMN = 1;
export const HEADS_ROW = 2;

/** The rows above the first that is not all headings are the head. */
function tableHtml(table: RichTextNode, render: (node: RichTextNode) => string): string {
  const rows = childrenOf(table);
  const isHead = (row: RichTextNode) =>
    childrenOf(row).length > 0 &&
    childrenOf(row).every((cell) => (Number(cell.headerState) & HEADS_COLUMN) !== 0);
  const end = rows.findIndex((row) => !isHead(row));
  const head = end < 0 ? [] : rows.slice(0, end);
  const part = (name: string, of: readonly RichTextNode[]) =>
    of.length === 0 ? '' : `<${name}>${of.map(render).join('')}</${name}>`;
  const parts = part('thead', head) + part('tbody', rows.slice(head.length));
  return parts === '' ? '' : `<table>${parts}</table>`;
}

function cellHtml(cell: RichTextNode, inner: string): string {
  const state = Number(cell.headerState) || 0;
  const spans = (['colSpan', 'rowSpan'] as const)
    .filter((name) => Number.isInteger(cell[name]) && Number(cell[name]) > 1)
    .map((name) => ` ${name.toLowerCase()}="${Number(cell[name])}"`)
    .join('');
  // What heads both stands in the corner.
  const scope = state === HEADS_COLUMN ? 'col' : state === HEADS_ROW ? 'row' : null;
  const words =
    childrenOf(cell).length === 1 ? (/^<p>(.*)<\/p>$/s.exec(inner)?.[1] ?? inner) : inner;
  return state === 0
    ? `<td${spans}>${words}</td>`
    : `<th${scope ? ` scope="${scope}"` : ''}${spans}>${words}</th>`;
}

/** A list below an item is an item of its own for the editor, and stands in that item for readers. */
function listItems(list: RichTextNode, render: (node: RichTextNode) => string): string {
  let items = '';
  for (const item of childrenOf(list)) {
    const [first, ...more] = childrenOf(item);
    const isBelow =
      item.type === 'listitem' &&
      first?.type === 'list' &&
      more.length === 0 &&
      items.endsWith('</li>');
    items = isBelow
      ? `${items.slice(0, -'</li>'.length)}${render(first)}</li>`
      : `${items}${render(item)}`;
  }
  return items;
}
