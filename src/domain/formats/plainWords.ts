import { parseFragment } from 'parse5';

import { withoutHidden } from '../characters/hiddenCharacters';
import { wordsOf, type HtmlNode } from '../richText/htmlTree';

/**
 * A line of a source that may be written in HTML ("Fish &amp; chips", "<em>New</em>"): its words on
 * one line. Null for none.
 */
export function plainWords(line: string | null | undefined): string | null {
  if (!line) return null;
  const isHtml = /<\/?[a-z][^<>]*>|&(?:#\d+|#x[\da-f]+|[a-z]+\d*);/i.test(line);
  const words = isHtml ? wordsOf(parseFragment(line) as unknown as HtmlNode) : line;
  return withoutHidden(words).text.replace(/\s+/g, ' ').trim() || null;
}
