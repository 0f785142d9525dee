import {
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  $isTextNode,
  type LexicalEditor,
  type LexicalNode,
  type PointType,
} from '@payloadcms/richtext-lexical/lexical';

import type { NotePlace } from '../../../domain/notes/Note';
import type { TextSpan } from '../../../domain/quotes/TextSpan';
import { textOfBlocks } from '../../../domain/story/canvas';
import { KeptNode } from '../canvas/KeptNode';
import { $isSectionHeading, $keyOf, $nodesOf, $sectionHeadings } from '../canvas/sections';

/** Some words of the page, in the text of the part that they stand in. */
export interface ChosenWords extends TextSpan {
  place: NotePlace;
  /** The section's key on the canvas; null in the headline and the standfirst. */
  key: string | null;
  text: string;
}

/**
 * The words that are selected on the page, or the one at the cursor; null where there are none. Of
 * words in several sections those in the first.
 */
export function chosenWords(editor: LexicalEditor): ChosenWords | null {
  const chosen = inField() ?? editor.getEditorState().read($inText);
  return chosen && trimmed(chosen.start === chosen.end ? wholeWord(chosen) : chosen);
}

/** The fields above the text, by the ids that other parts of the panel jump to as well. */
export const FIELDS = { headline: 'field-headline', standfirst: 'field-standfirst' } as const;

function inField(): ChosenWords | null {
  const { activeElement } = document;
  if (!(activeElement instanceof HTMLTextAreaElement)) return null;
  const place = (['headline', 'standfirst'] as const).find(
    (one) => FIELDS[one] === activeElement.id,
  );
  if (!place) return null;
  const { value, selectionStart, selectionEnd } = activeElement;
  return { place, key: null, text: value, start: selectionStart, end: selectionEnd };
}

function $inText(): ChosenWords | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return null;
  const [from, to] = selection.isBackward()
    ? [selection.focus, selection.anchor]
    : [selection.anchor, selection.focus];
  const top = from.getNode().getTopLevelElement();
  const heading = $sectionHeadings()
    .filter((one) => one.is(top) || one.isBefore(from.getNode()))
    .at(-1);
  if (!heading) return null;
  const isInHeading = $isSectionHeading(top);
  const [first, ...blocks] = $nodesOf(heading);
  const { text, starts } = $readText(isInHeading && first ? [first] : blocks);
  const start = $offsetOf(from, starts);
  if (start === null) return null;
  const end = $offsetOf(to, starts) ?? text.length;
  return { place: isInHeading ? 'heading' : 'body', key: $keyOf(heading), text, start, end };
}

/** Where a point stands in a text; null outside of it. */
function $offsetOf(point: PointType, starts: ReadonlyMap<string, number>): number | null {
  const node = point.getNode();
  if ($isTextNode(node)) {
    const start = starts.get(node.getKey());
    return start === undefined ? null : start + point.offset;
  }
  const child = node.getChildAtIndex(point.offset);
  const next = child ? $textsIn(child)[0] : undefined;
  if (next) return starts.get(next.getKey()) ?? null;
  const last = $textsIn(node).at(-1);
  const start = last && starts.get(last.getKey());
  return last && start !== undefined ? start + last.getTextContentSize() : null;
}

function $textsIn(node: LexicalNode): LexicalNode[] {
  if ($isTextNode(node)) return [node];
  return $isElementNode(node) ? node.getChildren().flatMap($textsIn) : [];
}

interface Paragraph {
  text: string;
  /** Where each text node stands in it. */
  starts: [key: string, start: number][];
}

/** Blocks as `lexicalText` reads them, with the place of every text node in it. */
function $readText(blocks: readonly LexicalNode[]): { text: string; starts: Map<string, number> } {
  const paragraphs = blocks.flatMap($paragraphsOf).filter(({ text }) => text.trim() !== '');
  const starts = new Map<string, number>();
  let text = '';
  for (const paragraph of paragraphs) {
    if (text !== '') text += '\n\n';
    for (const [key, start] of paragraph.starts) starts.set(key, text.length + start);
    text += paragraph.text;
  }
  return { text, starts };
}

function $paragraphsOf(node: LexicalNode): Paragraph[] {
  if (node instanceof KeptNode) {
    return [{ text: textOfBlocks([node.exportJSON()]), starts: [] }];
  }
  if (!$isElementNode(node)) return [];
  const paragraphs: Paragraph[] = [];
  let run: Paragraph | null = null;
  for (const child of node.getChildren()) {
    if ($isElementNode(child) && !child.isInline()) {
      if (run) paragraphs.push(run);
      run = null;
      paragraphs.push(...$paragraphsOf(child));
    } else {
      run ??= { text: '', starts: [] };
      $read(child, run);
    }
  }
  return run ? [...paragraphs, run] : paragraphs;
}

function $read(node: LexicalNode, run: Paragraph): void {
  if ($isElementNode(node)) return node.getChildren().forEach((child) => $read(child, run));
  if ($isTextNode(node)) run.starts.push([node.getKey(), run.text.length]);
  run.text += node.getType() === 'linebreak' ? '\n' : node.getTextContent();
}

function wholeWord(chosen: ChosenWords): ChosenWords {
  const { text, start } = chosen;
  const before = /[\p{L}\p{N}’'-]*$/u.exec(text.slice(0, start))?.[0].length ?? 0;
  const behind = /^[\p{L}\p{N}’'-]*/u.exec(text.slice(start))?.[0].length ?? 0;
  return { ...chosen, start: start - before, end: start + behind };
}

function trimmed(chosen: ChosenWords): ChosenWords | null {
  const words = chosen.text.slice(chosen.start, chosen.end);
  if (words.trim() === '') return null;
  return {
    ...chosen,
    start: chosen.start + words.length - words.trimStart().length,
    end: chosen.end - words.length + words.trimEnd().length,
  };
}
