import {
  $createParagraphNode,
  $getRoot,
  $getSelection,
  $insertNodes,
  $isElementNode,
  $isRangeSelection,
  $parseSerializedNode,
  COMMAND_PRIORITY_HIGH,
  PASTE_COMMAND,
  type LexicalEditor,
  type LexicalNode,
  type SerializedLexicalNode,
} from '@payloadcms/richtext-lexical/lexical';

import { fateOf, type Receipt } from '../../../domain/formats/Receipt';
import { hiddenCharacters } from '../../../domain/characters/hiddenCharacters';
import type { PastedStory } from '../../../domain/story/pasteStory';
import type { Say } from '../../words/useWords';
import { $isInTable } from './tables';

/** The editor's own cut and copy, which keeps cards and sections as they are. */
const OWN_TYPE = 'application/x-lexical-editor';

/**
 * A paste from outside brings words, headings, emphasis, links, lists and quotations, and no look.
 * What an empty page gets besides its text goes to `onWhole`.
 */
export function registerPaste(
  editor: LexicalEditor,
  {
    namespace,
    isPageEmpty,
    onWhole,
    onTell,
    onReceipt,
    say,
  }: {
    namespace: string;
    isPageEmpty: () => boolean;
    onWhole: (story: PastedStory) => void;
    onTell: (words: string) => void;
    onReceipt: (receipt: Receipt) => void;
    say: Say;
  },
): () => void {
  return editor.registerCommand(
    PASTE_COMMAND,
    (event) => {
      const clipboard = 'clipboardData' in event ? event.clipboardData : null;
      if (!clipboard || isOwn(clipboard, namespace)) return false;
      const html = clipboard.getData('text/html');
      const text = clipboard.getData('text/plain');
      if (!html && !text.includes('\n') && hiddenCharacters(text).length === 0) return false;
      event.preventDefault();
      const isEmpty = isPageEmpty();
      // The reader of HTML is large, and most days nobody pastes.
      void import('../../../domain/story/pasteStory').then(({ pasteStory }) => {
        const pasted = pasteStory({ html, text, isPageEmpty: isEmpty });
        editor.update(() => $insertBlocks(pasted.blocks));
        if (isEmpty) onWhole(pasted);
        onReceipt(pasted.receipt);
        const headings = pasted.blocks.filter(({ $ }) => $).length;
        const otherwise = pasted.receipt
          .filter(({ code }) => fateOf(code) !== 'kept' && code !== 'pageCode')
          .map(({ code, count }) => say(`receipt:${code}`, { count }));
        onTell(
          [
            ...(headings > 0 ? [say('story:pasted', { count: headings })] : []),
            ...(otherwise.length > 0
              ? [say('story:pastedOtherwise', { words: otherwise.join(', ') })]
              : []),
          ].join(' '),
        );
      });
      return true;
    },
    COMMAND_PRIORITY_HIGH,
  );
}

function isOwn(clipboard: DataTransfer, namespace: string): boolean {
  try {
    const own = JSON.parse(clipboard.getData(OWN_TYPE)) as { namespace?: unknown };
    return own.namespace === namespace;
  } catch {
    return false;
  }
}

/** One paragraph goes into the words at the cursor; more stand between what is before and behind. */
function $insertBlocks(blocks: SerializedLexicalNode[]): void {
  const nodes = blocks.map($parseSerializedNode);
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) {
    $getRoot().append(...nodes);
    return;
  }
  if ($isInTable()) {
    // A cell holds words: no heading, card or table.
    selection.insertRawText(nodes.map((node) => node.getTextContent()).join('\n'));
    return;
  }
  if (!selection.isCollapsed()) selection.removeText();
  const block = selection.anchor.getNode().getTopLevelElement();
  const isAmongWords = block?.getType() === 'paragraph';
  if (nodes.length < 2 || !block || !isAmongWords) {
    $insertNodes(nodes);
    return;
  }
  const behind = isBlank(block) ? block : selection.insertParagraph();
  for (const node of nodes) behind?.insertBefore(node);
  const last = nodes.at(-1);
  if (behind && isBlank(behind) && last) behind.remove();
  if ($isElementNode(last)) last.selectEnd();
  else last?.insertAfter($createParagraphNode());
}

function isBlank(node: LexicalNode): boolean {
  return $isElementNode(node) && node.isEmpty();
}
