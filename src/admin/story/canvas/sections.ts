import {
  $createParagraphNode,
  $createTextNode,
  $getRoot,
  $getSelection,
  $getState,
  $isElementNode,
  $isRangeSelection,
  $parseSerializedNode,
  $setState,
  createState,
  RootNode,
  TextNode,
  type LexicalEditor,
  type LexicalNode,
  type SerializedLexicalNode,
} from '@payloadcms/richtext-lexical/lexical';
import {
  $createHeadingNode,
  $isHeadingNode,
  HeadingNode,
} from '@payloadcms/richtext-lexical/lexical/rich-text';
import { mergeRegister } from '@payloadcms/richtext-lexical/lexical/utils';

import {
  canvasOf,
  isSameSection,
  sectionsOf,
  type CanvasSection,
} from '../../../domain/story/canvas';
import type { RichText } from '../../../domain/richText/RichText';
import type { Say } from '../../words/useWords';
import { $topBlock } from './tables';

/** Which section a heading begins. A copy of the heading begins another one. */
const section = createState('section', {
  parse: (value) => (typeof value === 'string' ? value : ''),
  resetOnCopyNode: true,
});

/** The headings that begin sections, in order. */
export function $sectionHeadings(): HeadingNode[] {
  return $getRoot().getChildren().filter($isSectionHeading);
}

export function $isSectionHeading(node: LexicalNode | null | undefined): node is HeadingNode {
  return $isHeadingNode(node) && node.getTag() === 'h2';
}

export function $keyOf(heading: HeadingNode): string {
  return $getState(heading, section);
}

/** A heading with everything below it, up to the next one. */
export function $nodesOf(heading: HeadingNode): LexicalNode[] {
  const nodes: LexicalNode[] = [heading];
  for (
    let next = heading.getNextSibling();
    next && !$isSectionHeading(next);
    next = next.getNextSibling()
  ) {
    nodes.push(next);
  }
  return nodes;
}

/** Takes the cursor to the first words below a heading, or into the heading where nothing is. */
export function $enterSection(heading: HeadingNode): void {
  const first = heading.getNextSibling();
  if ($isElementNode(first) && !$isSectionHeading(first)) first.selectStart();
  else heading.selectEnd();
}

/** The heading of the section that the cursor is in. */
export function $currentHeading(): HeadingNode | null {
  const selection = $getSelection();
  const [node] = selection?.getNodes() ?? [];
  const anchor = $isRangeSelection(selection) ? selection.anchor.getNode() : node;
  let block = anchor ? $topBlock(anchor) : null;
  while (block && !$isSectionHeading(block)) block = block.getPreviousSibling();
  return block;
}

/** Puts the section at `from` where the one at `to` stands. */
export function $moveSection(from: number, to: number): boolean {
  const headings = $sectionHeadings();
  const [moved, target] = [headings[from], headings[to]];
  if (!moved || !target || moved === target) return false;
  const nodes = $nodesOf(moved);
  if (to < from) nodes.forEach((node) => target.insertBefore(node));
  else {
    let last = $nodesOf(target).at(-1);
    for (const node of nodes) last = last?.insertAfter(node);
  }
  return true;
}

/** The words of the heading, or what stands for them. */
export function $nameOf(heading: HeadingNode, say: Say): string {
  const words = heading.getTextContent().trim();
  if (words) return words;
  return say(heading.getPreviousSibling() === null ? 'story:lead' : 'story:noHeading');
}

/** The names that sections have on the canvas: ids, and others for those never saved. */
export interface SectionKeys {
  /** Every section that is or was part of this story. */
  known: Set<string>;
}

/** Keeps what must always hold: the story begins with a heading, and each has a key of its own. */
export function registerSections(editor: LexicalEditor, keys: SectionKeys): () => void {
  return mergeRegister(
    editor.registerNodeTransform(RootNode, () => $keepSections(keys)),
    editor.registerNodeTransform(HeadingNode, (heading) => {
      // From a paste; a body has headings of the third and fourth rank only.
      if (heading.getTag() === 'h1') heading.setTag('h2');
      if (heading.getTag() === 'h5' || heading.getTag() === 'h6') heading.setTag('h4');
    }),
    editor.registerNodeTransform(TextNode, (text) => {
      const isInHeading = $isSectionHeading(text.getParent());
      if (isInHeading && (text.getFormat() !== 0 || text.getStyle() !== '')) {
        text.setFormat(0).setStyle('');
      }
    }),
  );
}

function $keepSections({ known }: SectionKeys): void {
  const root = $getRoot();
  const first = root.getFirstChild();
  if (!$isSectionHeading(first)) {
    const heading = $createHeadingNode('h2');
    if (first) first.insertBefore(heading);
    else root.append(heading);
  }
  const seen = new Set<string>();
  const nameless: HeadingNode[] = [];
  for (const heading of $sectionHeadings()) {
    const key = $keyOf(heading);
    if (key && known.has(key) && !seen.has(key)) seen.add(key);
    else nameless.push(heading);
  }
  for (const heading of nameless) {
    // Whoever empties the first heading, or the whole page, still writes the same lead.
    const isFirst = heading.getPreviousSibling() === null;
    const lost = isFirst ? [...known].find((key) => !seen.has(key)) : undefined;
    const key = lost ?? `new-${crypto.randomUUID()}`;
    known.add(key);
    seen.add(key);
    $setState(heading, section, key);
  }
}

/** The sections as they stand on the canvas. */
export function readSections(editor: LexicalEditor): CanvasSection[] {
  return sectionsOf(editor.getEditorState().toJSON() as unknown as RichText);
}

/** Sections as the editor itself would write them, so that only real differences are any. */
export function asWritten(
  editor: LexicalEditor,
  sections: readonly CanvasSection[],
): CanvasSection[] {
  const state = editor.parseEditorState(JSON.stringify(canvasOf(sections)));
  return sectionsOf(state.toJSON() as unknown as RichText);
}

/** Makes the canvas say these sections; those that it says already keep their nodes, and the cursor. */
export function $showSections(
  sections: readonly CanvasSection[],
  now: readonly CanvasSection[],
): void {
  const root = $getRoot();
  const headings = new Map($sectionHeadings().map((heading) => [$keyOf(heading), heading]));
  const wanted = sections.flatMap((one) => {
    const heading = headings.get(one.key);
    const same = now.find(({ key }) => key === one.key);
    if (heading && same && isSameSection(one, same)) return $nodesOf(heading);
    const nodes = canvasOf([one]).root.children as unknown as SerializedLexicalNode[];
    return nodes.map($parseSerializedNode);
  });
  const kept = new Set(wanted);
  for (const node of root.getChildren()) if (!kept.has(node)) node.remove();
  root.append(...wanted);
}

/** Makes a heading an ordinary paragraph: its section becomes part of the one before. */
export function $joinWithBefore(heading: HeadingNode): void {
  const before = heading.getPreviousSibling();
  if (before === null) return;
  if (heading.getTextContentSize() > 0) {
    const paragraph = $createParagraphNode();
    paragraph.append(...heading.getChildren());
    heading.replace(paragraph);
    paragraph.selectStart();
    return;
  }
  heading.remove();
  if ($isElementNode(before)) before.selectEnd();
  else before.selectNext();
}

/** Begins a section at the block with the cursor, which becomes its heading. */
export function $splitAtCursor(): void {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return;
  const block = $topBlock(selection.anchor.getNode());
  if (!block || $isSectionHeading(block) || block.getType() === 'table') return;
  const heading = $createHeadingNode('h2');
  const words = block.getTextContent().replace(/\s+/g, ' ').trim();
  if (words) heading.append($createTextNode(words));
  block.replace(heading);
  heading.selectEnd();
}
