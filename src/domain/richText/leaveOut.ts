import type { ReceiptBook, ReceiptCode } from '../formats/Receipt';
import { attributeOf, childrenOfHtml, findAll, tagOf, wordsOf, type HtmlNode } from './htmlTree';

/** Elements that cannot be words of a story, by what a reader of the page would call them. */
const NO_WORDS: Readonly<Record<string, ReceiptCode>> = {
  svg: 'drawing',
  canvas: 'drawing',
  map: 'drawing',
  math: 'formula',
  video: 'video',
  audio: 'video',
  iframe: 'frame',
  frame: 'frame',
  frameset: 'frame',
  object: 'frame',
  embed: 'frame',
  applet: 'frame',
  button: 'form',
  select: 'form',
  textarea: 'form',
  input: 'form',
  form: 'form',
  nav: 'pageFurniture',
  footer: 'pageFurniture',
  aside: 'pageFurniture',
  dialog: 'pageFurniture',
  menu: 'pageFurniture',
};

/** What has no words that anybody misses. */
const NOTHING = new Set(
  'head link meta title base source track wbr area o:p img picture'.split(' '),
);

/** Whether an element is no part of a story's words; what a reader of the page saw is written down. */
export function leaveOut(node: HtmlNode, book: ReceiptBook): boolean {
  const tag = tagOf(node) ?? '';
  if (NOTHING.has(tag)) return true;
  const code = NO_WORDS[tag];
  if (!code) return false;
  const address =
    attributeOf(node, 'src') ??
    attributeOf(node, 'data') ??
    attributeOf(node, 'href') ??
    // A film may be there in several forms.
    findAll(childrenOfHtml(node), ({ tagName }) => tagName === 'source')
      .map((source) => attributeOf(source, 'src'))
      .find((src) => src) ??
    null;
  book.note(code, [address, wordsOf(node)].filter(Boolean).join(' ') || null);
  return true;
}
