import type { LexicalEditor, LexicalNode } from '@payloadcms/richtext-lexical/lexical';

import { $keyOf, $nodesOf, $sectionHeadings } from './sections';

/** Words of a saved section that something is to be shown about. */
export interface MarkedWords {
  /** The id of the section. */
  section: string;
  words: string;
  /** What stands before them; empty where nothing does or it is not known. */
  before: string;
  /** In the heading of the section and not in its text. */
  isInHeading?: boolean;
}

export interface Passage<M extends MarkedWords> {
  mark: M;
  range: Range;
}

/** As much of what stands before as tells two places with the same words apart. */
const CONTEXT = 12;

/**
 * Where words stand on the canvas now; those that it no longer has are left out. They are found by
 * themselves and what stands before them, in their own section, since the text has moved on from the
 * saved one while somebody types. Marks of one kind come in reading order.
 */
export function findPassages<M extends MarkedWords>(
  editor: LexicalEditor,
  marks: readonly M[],
  /** The id of a section by its key on the canvas. */
  idOf: (key: string) => string,
): Passage<M>[] {
  const wanted = new Map<string, M[]>();
  for (const mark of marks) {
    wanted.set(mark.section, [...(wanted.get(mark.section) ?? []), mark]);
  }
  if (wanted.size === 0) return [];
  return editor.getEditorState().read(() =>
    $sectionHeadings().flatMap((heading) => {
      const here = wanted.get(idOf($keyOf(heading)));
      if (!here) return [];
      const [first, ...blocks] = $nodesOf(heading);
      return [
        ...passagesIn(
          first ? [first] : [],
          here.filter(({ isInHeading }) => isInHeading),
        ),
        ...passagesIn(
          blocks,
          here.filter(({ isInHeading }) => !isInHeading),
        ),
      ];
    }),
  );

  function passagesIn(blocks: readonly LexicalNode[], here: readonly M[]): Passage<M>[] {
    if (here.length === 0) return [];
    const texts = blocks.flatMap((block) => textsOf(editor.getElementByKey(block.getKey())));
    const text = texts.map(({ data }) => data).join('');
    let from = 0;
    return here.flatMap((mark) => {
      const start = placeOf(mark, text, from);
      if (start === null) return [];
      from = start;
      const range = rangeOf(texts, start, start + bare(mark.words).length);
      return range ? [{ mark, range }] : [];
    });
  }
}

/** The next is looked for behind the last, then anywhere. */
function placeOf({ words, before }: MarkedWords, text: string, from: number): number | null {
  const prefix = bare(before).slice(-CONTEXT);
  const wanted = bare(words);
  if (wanted === '') return null;
  for (const [lead, start] of [
    [prefix, Math.max(0, from - prefix.length)],
    [prefix, 0],
    ['', from],
    ['', 0],
  ] as const) {
    const at = text.indexOf(lead + wanted, start);
    if (at >= 0) return at + lead.length;
  }
  return null;
}

/** Paragraphs stand side by side in the page: the line ends between them are nobody's text. */
function bare(part: string): string {
  return part.replaceAll('\n', '');
}

/** The texts of a block that is written; what a card shows is not. */
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
