import type { ListedQuotation } from '../../domain/quotations/ListedQuotation';

/** As much as tells two places with the same words apart. */
const CONTEXT = 12;

/**
 * Selects a quotation in the text editor of a form and brings it into view. It is found by its words
 * and what stands before them, since the text on the page may have moved on from the saved one.
 */
export function jumpToPassage(
  { words, selectors }: ListedQuotation,
  form: Element | null | undefined,
): boolean {
  const editor = form?.querySelector<HTMLElement>('[data-lexical-editor]');
  if (!editor) return false;
  const nodes: Text[] = [];
  const walker = document.createTreeWalker(editor, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) nodes.push(walker.currentNode as Text);
  const text = nodes.map(({ data }) => data).join('');

  // Paragraphs stand side by side here: the line ends between them are nobody's text.
  const bare = (part: string) => part.replaceAll('\n', '');
  const quoted = selectors.find((selector) => selector.type === 'TextQuoteSelector');
  const before = bare(quoted?.type === 'TextQuoteSelector' ? quoted.prefix : '').slice(-CONTEXT);
  const wanted = bare(words);
  const inContext = text.indexOf(before + wanted);
  const start = inContext >= 0 ? inContext + before.length : text.indexOf(wanted);
  if (start < 0) return false;

  const range = document.createRange();
  const from = pointAt(nodes, start, false);
  const to = pointAt(nodes, start + wanted.length, true);
  if (!from || !to) return false;
  range.setStart(...from);
  range.setEnd(...to);
  editor.focus({ preventScroll: true });
  const selection = window.getSelection();
  selection?.removeAllRanges();
  selection?.addRange(range);
  range.startContainer.parentElement?.scrollIntoView({ block: 'center' });
  return true;
}

function pointAt(nodes: readonly Text[], offset: number, isEnd: boolean): [Text, number] | null {
  let passed = 0;
  for (const node of nodes) {
    const { length } = node.data;
    if (offset < passed + length || (isEnd && offset === passed + length)) {
      return [node, offset - passed];
    }
    passed += length;
  }
  return null;
}
