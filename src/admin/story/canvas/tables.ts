import {
  $createTableNodeWithDimensions,
  $deleteTableColumnAtSelection,
  $deleteTableRowAtSelection,
  $insertTableColumnAtSelection,
  $insertTableRowAtSelection,
  $isTableCellNode,
  $isTableNode,
  $isTableRowNode,
  registerTablePlugin,
  registerTableSelectionObserver,
  TableCellHeaderStates,
  type TableCellNode,
} from '@lexical/table';
import {
  $createParagraphNode,
  $getSelection,
  $isElementNode,
  type LexicalEditor,
  type LexicalNode,
} from '@payloadcms/richtext-lexical/lexical';
import { $findMatchingParent, mergeRegister } from '@payloadcms/richtext-lexical/lexical/utils';

/** Writing in tables: the keys that go from cell to cell, and cells chosen by dragging. */
export function registerTables(editor: LexicalEditor): () => void {
  return mergeRegister(registerTablePlugin(editor), registerTableSelectionObserver(editor, true));
}

/** What of the text a node stands in: a paragraph in a cell stands in its table. */
export function $topBlock(node: LexicalNode): LexicalNode | null {
  return $findMatchingParent(node, (each) => each.getParent()?.getKey() === 'root');
}

export function $isInTable(): boolean {
  return $cellAtCursor() !== null;
}

function $cellAtCursor(): TableCellNode | null {
  const [node] = $getSelection()?.getNodes() ?? [];
  return node ? $findMatchingParent(node, $isTableCellNode) : null;
}

/** A table of three rows with a row of headings, behind the block with the cursor. */
export function $insertTable(): void {
  const [node] = $getSelection()?.getNodes() ?? [];
  const block = node && $topBlock(node);
  if (!block) return;
  const table = $createTableNodeWithDimensions(3, 3, { rows: true, columns: false });
  block.insertAfter(table);
  if (!table.getNextSibling()) table.insertAfter($createParagraphNode());
  table.getFirstDescendant()?.selectStart();
  if ($isElementNode(block) && block.getType() === 'paragraph' && block.isEmpty()) block.remove();
}

export const TABLE_CHANGES = {
  rowBelow: () => void $insertTableRowAtSelection(true),
  columnBeside: () => void $insertTableColumnAtSelection(true),
  headingCells: () => $toggleHeadings(TableCellHeaderStates.ROW),
  headingColumn: () => $toggleHeadings(TableCellHeaderStates.COLUMN),
  deleteRow: $deleteTableRowAtSelection,
  deleteColumn: $deleteTableColumnAtSelection,
} as const;

/** Makes all cells beside or below the one with the cursor headings, or plain again. */
function $toggleHeadings(state: number): void {
  const cell = $cellAtCursor();
  const row = cell?.getParent();
  const table = row?.getParent();
  if (!cell || !$isTableRowNode(row) || !$isTableNode(table)) return;
  const isOn = (cell.getHeaderStyles() & state) !== 0;
  const place = cell.getIndexWithinParent();
  const cells =
    state === TableCellHeaderStates.ROW
      ? row.getChildren()
      : table
          .getChildren()
          .flatMap((each) => ($isElementNode(each) ? each.getChildAtIndex(place) : null) ?? []);
  for (const each of cells) {
    if ($isTableCellNode(each)) each.setHeaderStyles(isOn ? 0 : state, state);
  }
}
