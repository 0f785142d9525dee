import {
  $createParagraphNode,
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  $isTextNode,
  COMMAND_PRIORITY_HIGH,
  INSERT_PARAGRAPH_COMMAND,
  KEY_BACKSPACE_COMMAND,
  KEY_DOWN_COMMAND,
  type ElementNode,
  type LexicalEditor,
  type LexicalNode,
  type RangeSelection,
} from '@payloadcms/richtext-lexical/lexical';
import { $createHeadingNode } from '@payloadcms/richtext-lexical/lexical/rich-text';
import { $setBlocksType } from '@payloadcms/richtext-lexical/lexical/selection';
import { mergeRegister } from '@payloadcms/richtext-lexical/lexical/utils';

import type { Say } from '../../words/useWords';
import {
  $currentHeading,
  $isSectionHeading,
  $joinWithBefore,
  $moveSection,
  $nameOf,
  $sectionHeadings,
  $splitAtCursor,
} from './sections';
import { $topBlock } from './tables';

interface WritingKeys {
  /** The cursor leaves the text at its top. */
  onLeave: () => void;
  /** Says what happened to those who do not see it. */
  onTell: (words: string) => void;
  say: Say;
}

/** What keys do at the edges of sections, and those that move, split and join them. */
export function registerWritingKeys(editor: LexicalEditor, keys: WritingKeys): () => void {
  return mergeRegister(
    editor.registerCommand(INSERT_PARAGRAPH_COMMAND, $breakHeading, COMMAND_PRIORITY_HIGH),
    editor.registerCommand(
      KEY_BACKSPACE_COMMAND,
      (event) => {
        const isDone = $backspace(keys.onLeave);
        if (isDone) event.preventDefault();
        return isDone;
      },
      COMMAND_PRIORITY_HIGH,
    ),
    editor.registerCommand(
      KEY_DOWN_COMMAND,
      (event) => {
        const isDone = $shortcut(event, keys);
        if (isDone) event.preventDefault();
        return isDone;
      },
      COMMAND_PRIORITY_HIGH,
    ),
  );
}

/** The words behind the cursor go into the text below the heading. */
function $breakHeading(): boolean {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return false;
  const block = selection.anchor.getNode().getTopLevelElement();
  if (!$isSectionHeading(block)) return false;
  if (!selection.isCollapsed()) selection.removeText();
  const paragraph = $createParagraphNode();
  if (isAtStart(selection, block) && block.getPreviousSibling() && !block.isEmpty()) {
    block.insertBefore(paragraph);
    return true;
  }
  block.insertAfter(paragraph);
  paragraph.append(...$behind(selection, block));
  paragraph.selectStart();
  return true;
}

/** What of a heading stands behind the cursor. */
function $behind({ anchor }: RangeSelection, heading: ElementNode): LexicalNode[] {
  const node = anchor.getNode();
  if (!$isTextNode(node)) return heading.getChildren().slice(anchor.offset);
  const { offset } = anchor;
  if (offset === node.getTextContentSize()) return node.getNextSiblings();
  const behind = offset === 0 ? [node] : node.splitText(offset).slice(1);
  return [...behind, ...(behind.at(-1)?.getNextSiblings() ?? [])];
}

function isAtStart(selection: RangeSelection, block: LexicalNode): boolean {
  if (!selection.isCollapsed() || selection.anchor.offset !== 0) return false;
  let node: LexicalNode | null = selection.anchor.getNode();
  while (node && !node.is(block)) {
    if (node.getPreviousSibling()) return false;
    node = node.getParent();
  }
  return node !== null;
}

/** At the start of a section's heading or text: never swallows the one into the other. */
function $backspace(onLeave: () => void): boolean {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return false;
  const block = selection.anchor.getNode().getTopLevelElement();
  if (!block || !isAtStart(selection, block)) return false;
  if ($isSectionHeading(block)) {
    if (block.getPreviousSibling()) $joinWithBefore(block);
    else onLeave();
    return true;
  }
  const above = block.getPreviousSibling();
  if (!$isSectionHeading(above) || block.getType() !== 'paragraph') return false;
  if (above.isEmpty() && above.getPreviousSibling()) {
    const before = above.getPreviousSibling();
    above.remove();
    // Nothing stays of an empty pair; words go on as a paragraph of the section before.
    if ($isElementNode(block) && block.isEmpty()) {
      block.remove();
      if ($isElementNode(before)) before.selectEnd();
    }
  } else if (above.isEmpty()) onLeave();
  else {
    if ($isElementNode(block) && block.isEmpty() && !$isSectionHeading(block.getNextSibling())) {
      if (block.getNextSibling()) block.remove();
    }
    above.selectEnd();
  }
  return true;
}

function $shortcut(event: KeyboardEvent, keys: WritingKeys): boolean {
  // AltGr writes letters, and some systems report it as Ctrl and Alt.
  const isMeta = (event.ctrlKey || event.metaKey) && !event.getModifierState('AltGraph');
  if (event.altKey && event.shiftKey && !isMeta) {
    if (event.key === 'ArrowUp') return $moveCurrent(-1, keys);
    if (event.key === 'ArrowDown') return $moveCurrent(1, keys);
  }
  if (isMeta && event.altKey && !event.shiftKey) {
    if (event.code === 'Digit2') return $toggleSection();
    if (event.code === 'Digit3') return $subheading();
    if (event.code === 'Digit0') return $plain();
  }
  if (event.key === 'ArrowUp' && !event.shiftKey && !event.altKey && !isMeta) {
    const selection = $getSelection();
    const block = $isRangeSelection(selection) ? $topBlock(selection.anchor.getNode()) : null;
    const above = block?.getPreviousSibling();
    const isTop =
      block?.getPreviousSibling() === null ||
      ($isSectionHeading(above) && above.isEmpty() && above.getPreviousSibling() === null);
    if (isTop && $isRangeSelection(selection) && block && isAtStart(selection, block)) {
      keys.onLeave();
      return true;
    }
  }
  return false;
}

function $moveCurrent(by: -1 | 1, { onTell, say }: WritingKeys): boolean {
  const heading = $currentHeading();
  const headings = $sectionHeadings();
  const from = headings.findIndex((one) => one.is(heading));
  if (!heading || from < 0) return false;
  const name = $nameOf(heading, say);
  onTell(
    $moveSection(from, from + by)
      ? say('story:movedTo', { name, place: from + by + 1, count: headings.length })
      : say(by < 0 ? 'story:isFirst' : 'story:isLast', { name }),
  );
  return true;
}

/** Makes the block with the cursor the heading of a new section, or a heading a paragraph again. */
export function $toggleSection(): boolean {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return false;
  const block = selection.anchor.getNode().getTopLevelElement();
  if ($isSectionHeading(block)) $joinWithBefore(block);
  else $splitAtCursor();
  return true;
}

export function $subheading(): boolean {
  return $setBlocks(() => $createHeadingNode('h3'));
}

export function $plain(): boolean {
  return $setBlocks($createParagraphNode);
}

/** Changes what the selected blocks are; the headings of sections are split and joined instead. */
export function $setBlocks(create: Parameters<typeof $setBlocksType>[1]): boolean {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return false;
  const blocks = selection.getNodes().map($topBlock);
  if (blocks.some((block) => $isSectionHeading(block) || block?.getType() === 'table'))
    return false;
  $setBlocksType(selection, create);
  return true;
}
