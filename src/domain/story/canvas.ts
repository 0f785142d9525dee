import { kindOf } from '../richText/bodyKinds';
import { childrenOf, type RichText, type RichTextNode } from '../richText/RichText';
import { lexicalText } from '../richText/lexicalText';

/**
 * The story page writes all sections of a story in one editor: each begins with a heading node that
 * carries its key, and its body follows up to the next one.
 */
export interface CanvasSection {
  /** The id of the section, or a name of its own as long as it was never saved. */
  key: string;
  /** Empty for the lead. */
  heading: string;
  blocks: RichTextNode[];
}

/** The type of the node that holds a block which the canvas does not write. */
export const KEPT = 'kept';

/** Sections as one state of the editor. */
export function canvasOf(sections: readonly CanvasSection[]): RichText {
  return {
    root: {
      type: 'root',
      children: sections.flatMap(({ key, heading, blocks }) => [
        headingNode(key, heading),
        // Where there is nothing yet, there must be a place to write.
        ...(blocks.length > 0 ? blocks : [EMPTY_PARAGRAPH]),
      ]),
      version: 1,
      format: '',
      indent: 0,
      direction: null,
    },
  };
}

/** The sections of an editor's state; what stands before the first heading belongs to nothing. */
export function sectionsOf(canvas: RichText): CanvasSection[] {
  const sections: CanvasSection[] = [];
  for (const node of canvas.root.children) {
    const key = sectionKeyOf(node);
    if (key === null) sections.at(-1)?.blocks.push(withoutKey(node));
    else sections.push({ key, heading: headingOf(node), blocks: [] });
  }
  return sections;
}

/** A heading that no longer begins a section keeps its key, which is nothing of a body. */
function withoutKey(node: RichTextNode): RichTextNode {
  const { $: _, ...rest } = node;
  return '$' in node ? rest : node;
}

/** The blocks of a stored body as the canvas holds them. */
export function blocksOf(body: RichText | null): RichTextNode[] {
  return (body?.root.children ?? []).map((node) =>
    isWritten(node) ? joinTexts(node) : { type: KEPT, version: 1, node },
  );
}

/** A body to be stored, with the other properties of the one before, if there was one. */
export function bodyOf(blocks: readonly RichTextNode[], before: RichText | null): RichText {
  const children = blocks.map((node) => (node.type === KEPT ? (node.node as RichTextNode) : node));
  const root = before?.root ?? {
    type: 'root',
    version: 1,
    format: '' as const,
    indent: 0,
    direction: 'ltr' as const,
  };
  return { ...before, root: { ...root, children } };
}

/** Whether two states of a section are the same, byte for byte. */
export function isSameSection(one: CanvasSection, other: CanvasSection): boolean {
  return (
    one.heading === other.heading && JSON.stringify(one.blocks) === JSON.stringify(other.blocks)
  );
}

/** Nothing is written in it yet. */
export function isEmptySection({ heading, blocks }: CanvasSection): boolean {
  return heading === '' && blocks.every((node) => node.type === 'paragraph' && isBlank(node));
}

function isBlank(node: RichTextNode): boolean {
  return wordsOf(node).trim() === '';
}

/** The words of blocks, as a section's text has them. */
export function textOfBlocks(blocks: readonly RichTextNode[]): string {
  return lexicalText(bodyOf(blocks, null));
}

const EMPTY_PARAGRAPH: RichTextNode = {
  type: 'paragraph',
  children: [],
  version: 1,
  format: '',
  indent: 0,
  direction: null,
  textFormat: 0,
  textStyle: '',
};

/** The heading that begins a section; one without a key begins a new one. */
export function headingNode(key: string, heading: string): RichTextNode {
  return { ...headingOfRank('h2', heading), $: { section: key } };
}

/** A heading within a section. */
export function subheadingNode(tag: 'h3' | 'h4', heading: string): RichTextNode {
  return headingOfRank(tag, heading);
}

function headingOfRank(tag: 'h2' | 'h3' | 'h4', heading: string): RichTextNode {
  const words = { type: 'text', text: heading, version: 1, format: 0, style: '' };
  return {
    type: 'heading',
    tag,
    children: heading === '' ? [] : [{ ...words, mode: 'normal', detail: 0 }],
    version: 1,
    format: '',
    indent: 0,
    direction: null,
  };
}

function sectionKeyOf(node: RichTextNode): string | null {
  if (node.type !== 'heading' || node.tag !== 'h2') return null;
  const key = (node.$ as { section?: unknown } | undefined)?.section;
  return typeof key === 'string' ? key : '';
}

function headingOf(node: RichTextNode): string {
  return childrenOf(node).map(wordsOf).join('').replace(/\s+/g, ' ').trim();
}

function wordsOf(node: RichTextNode): string {
  if (node.type === 'linebreak' || node.type === 'tab') return ' ';
  return typeof node.text === 'string' ? node.text : childrenOf(node).map(wordsOf).join('');
}

/** A heading of the first or second rank within a body would begin a section of its own. */
function isWritten(node: RichTextNode): boolean {
  const kind = kindOf(node);
  if (!kind || kind.isCard) return false;
  if (node.type === 'heading' && node.tag !== 'h3' && node.tag !== 'h4') return false;
  return childrenOf(node).every(isWritten);
}

/** Lexical joins texts of one format as soon as it touches them: so nothing changes by touching. */
function joinTexts(node: RichTextNode): RichTextNode {
  if (!Array.isArray(node.children)) return node;
  const children: RichTextNode[] = [];
  for (const child of childrenOf(node).map(joinTexts)) {
    const last = children.at(-1);
    if (last && isSameFormat(last, child)) {
      children[children.length - 1] = {
        ...last,
        text: `${String(last.text)}${String(child.text)}`,
      };
    } else if (child.type !== 'text' || child.text !== '') children.push(child);
  }
  return { ...node, children };
}

function isSameFormat(one: RichTextNode, other: RichTextNode): boolean {
  const format = ({ type, text: _, ...rest }: RichTextNode) =>
    JSON.stringify([type, ...Object.entries(rest).sort()]);
  return one.type === 'text' && other.type === 'text' && format(one) === format(other);
}
