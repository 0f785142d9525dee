import { parse, serialize } from 'parse5';

import {
  attributeOf,
  childrenOfHtml,
  findElement,
  tagOf,
  wordsOf,
  type HtmlNode,
} from '../richText/htmlTree';
import { NO_FACTS, type SourceFile } from './SourceStory';

/** A web page: its article, or its main part, or all of it; what its head says of it counts. */
export function readHtmlPage(text: string): SourceFile {
  const page = parse(text).childNodes;
  const meta = metaOf(findElement(page, 'head'));
  const part =
    findElement(page, 'article') ?? findElement(page, 'main') ?? findElement(page, 'body');
  const html = part && 'childNodes' in part ? serialize(part) : '';
  const heading = part && findElement([part], 'h1');
  const title = meta.get('og:title') ?? titleOf(page);
  return {
    stories: [
      {
        externalId: meta.get('og:url') ?? null,
        facts: {
          ...NO_FACTS,
          headline: (heading && wordsOf(heading)) || title || null,
          publisher: meta.get('og:site_name') ?? null,
          url: meta.get('og:url') ?? null,
          bylines: namesOf(meta.get('author')),
        },
        html,
        language: languageOf(page),
        embargoUntil: null,
      },
    ],
    problems: [],
  };
}

function metaOf(head: HtmlNode | null): Map<string, string> {
  const all = new Map<string, string>();
  for (const node of head ? childrenOfHtml(head) : []) {
    if (tagOf(node) !== 'meta') continue;
    const name = attributeOf(node, 'property') ?? attributeOf(node, 'name');
    const content = attributeOf(node, 'content')?.trim();
    if (name && content && !all.has(name)) all.set(name, content);
  }
  return all;
}

function titleOf(page: readonly HtmlNode[]): string | null {
  const title = findElement(page, 'title');
  // What follows the last bar is the site's name.
  return title ? wordsOf(title).replace(/\s[|–—]\s[^|–—]{1,60}$/, '') || null : null;
}

function languageOf(page: readonly HtmlNode[]): string | null {
  const root = findElement(page, 'html');
  return root ? attributeOf(root, 'lang') : null;
}

/** An address instead of names says nothing that a reader could read. */
function namesOf(author: string | undefined): string[] {
  return author && !/^https?:/i.test(author) ? author.split(/\s*(?:,|;|\band\b)\s*/) : [];
}
