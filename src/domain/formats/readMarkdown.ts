import { Marked, type TokenizerAndRendererExtension } from 'marked';
import markedFootnote from 'marked-footnote';

import { escapeHtml } from '../richText/escapeHtml';
import { factsOf, takeFrontMatter } from './frontMatter';
import { openReceipt } from './Receipt';
import { sourceFile, sourceStory, unreadable, type SourceFile } from './SourceStory';

/** "[[Pier history]]": a link into somebody's own notes. */
const noteLink: TokenizerAndRendererExtension = {
  name: 'noteLink',
  level: 'inline',
  start: (text) => text.indexOf('[['),
  tokenizer: (text) => {
    const found = /^\[\[([^[\]|]+)(?:\|([^[\]]+))?\]\]/.exec(text);
    const [raw, target, words] = found ?? [];
    return raw ? { type: 'noteLink', raw, target, words: words ?? target } : undefined;
  },
  renderer: ({ target, words }) =>
    `<a href="${escapeHtml(encodeURI(String(target)))}">${escapeHtml(String(words))}</a>`,
};

/** "==the list==". */
const highlight: TokenizerAndRendererExtension = {
  name: 'highlight',
  level: 'inline',
  start: (text) => text.indexOf('=='),
  tokenizer: (text) => {
    const [raw, words] = /^==(?=\S)([^=]*\S)==/.exec(text) ?? [];
    return raw ? { type: 'highlight', raw, words } : undefined;
  },
  renderer: ({ words }) => `<mark>${escapeHtml(String(words))}</mark>`,
};

const marked = new Marked({ gfm: true, async: false })
  .use(markedFootnote({ description: '' }))
  .use({ extensions: [noteLink, highlight] });

/**
 * A story in Markdown (CommonMark with GitHub's additions, footnotes too), with what its front matter
 * says of it in YAML, TOML or JSON.
 */
export function readMarkdown(text: string): SourceFile {
  const book = openReceipt();
  const front = takeFrontMatter(text);
  if (front && 'fault' in front) {
    const message = `Its front matter cannot be read: ${front.fault}.`;
    return unreadable(message, front.line === null ? undefined : `line ${front.line}`);
  }
  const html = marked.parse(front?.text ?? text, { async: false });
  if (!front)
    return sourceFile({ stories: [sourceStory({ html, book, firstLine: 'like a headline' })] });
  const { facts, desk, id, language, lead } = factsOf(front.properties, book);
  const story = sourceStory({
    html,
    facts,
    desk,
    lead,
    language,
    externalId: id,
    base: facts.url ?? null,
    firstLine: 'like a headline',
    book,
  });
  return sourceFile({ stories: [story] });
}
