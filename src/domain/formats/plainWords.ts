import { parseFragment } from 'parse5';

import { wordsOf, type HtmlNode } from '../richText/htmlTree';

/** A place where a word may be broken, and spaces and marks that nobody sees: no part of words. */
const INVISIBLE = /\u00AD|\u200B|\u2060|\uFEFF/g;

/** Words without what nobody sees in them, and how much that was. */
export function withoutInvisible(text: string): { text: string; count: number } {
  return { text: text.replace(INVISIBLE, ''), count: text.match(INVISIBLE)?.length ?? 0 };
}

/**
 * A line of a source that may be written in HTML ("Fish &amp; chips", "<em>New</em>"): its words on
 * one line. Null for none.
 */
export function plainWords(line: string | null | undefined): string | null {
  if (!line) return null;
  const isHtml = /<\/?[a-z][^<>]*>|&(?:#\d+|#x[\da-f]+|[a-z]+\d*);/i.test(line);
  const words = isHtml ? wordsOf(parseFragment(line) as unknown as HtmlNode) : line;
  return withoutInvisible(words).text.replace(/\s+/g, ' ').trim() || null;
}
