import type { LexicalEditor } from '@payloadcms/richtext-lexical/lexical';

import type { ListedQuotation } from '../../../domain/quotations/ListedQuotation';
import { $keyOf, $nodesOf, $sectionHeadings } from './sections';

export interface Passage {
  quotation: ListedQuotation;
  range: Range;
}

/** As much of what stands before as tells two places with the same words apart. */
const CONTEXT = 12;

/**
 * Where quotations stand on the canvas now. They are found by their words and what stands before
 * them, in their own section, since the text has moved on from the saved one while somebody types.
 */
export function findPassages({
  editor,
  quotations,
  idOf,
}: {
  editor: LexicalEditor;
  quotations: readonly ListedQuotation[];
  /** The id of a section by its key on the canvas. */
  idOf: (key: string) => string;
}): Passage[] {
  const wanted = new Map<string, ListedQuotation[]>();
  for (const quotation of quotations) {
    if (quotation.start === null || quotation.state === 'dismissed') continue;
    wanted.set(quotation.section, [...(wanted.get(quotation.section) ?? []), quotation]);
  }
  if (wanted.size === 0) return [];
  return editor.getEditorState().read(() =>
    $sectionHeadings().flatMap((heading) => {
      const here = wanted.get(idOf($keyOf(heading)));
      if (!here) return [];
      const [, ...blocks] = $nodesOf(heading);
      const texts = blocks.flatMap((block) => textsOf(editor.getElementByKey(block.getKey())));
      const text = texts.map(({ data }) => data).join('');
      let from = 0;
      return here.flatMap((quotation) => {
        const start = placeOf(quotation, text, from);
        if (start === null) return [];
        from = start;
        const range = rangeOf(texts, start, start + bare(quotation.words).length);
        return range ? [{ quotation, range }] : [];
      });
    }),
  );
}

/** Quotations come in reading order: the next is looked for behind the last, then anywhere. */
function placeOf({ words, selectors }: ListedQuotation, text: string, from: number): number | null {
  const quoted = selectors.find((selector) => selector.type === 'TextQuoteSelector');
  const before = bare(quoted?.type === 'TextQuoteSelector' ? quoted.prefix : '').slice(-CONTEXT);
  const wanted = bare(words);
  for (const [prefix, start] of [
    [before, Math.max(0, from - before.length)],
    [before, 0],
    ['', from],
    ['', 0],
  ] as const) {
    const at = text.indexOf(prefix + wanted, start);
    if (at >= 0) return at + prefix.length;
  }
  return null;
}

/** Paragraphs stand side by side in the page: the line ends between them are nobody's text. */
function bare(part: string): string {
  return part.replaceAll('\n', '');
}

function textsOf(element: HTMLElement | null): Text[] {
  if (!element || element.querySelector('.story-card')) return [];
  const texts: Text[] = [];
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) texts.push(walker.currentNode as Text);
  return texts;
}

function rangeOf(texts: readonly Text[], start: number, end: number): Range | null {
  const range = document.createRange();
  let passed = 0;
  let isOpen = false;
  for (const text of texts) {
    const { length } = text.data;
    if (!isOpen && start < passed + length) {
      range.setStart(text, start - passed);
      isOpen = true;
    }
    if (isOpen && end <= passed + length) {
      range.setEnd(text, end - passed);
      return range;
    }
    passed += length;
  }
  return null;
}
