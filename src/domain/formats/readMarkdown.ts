import { marked } from 'marked';

import { NO_FACTS, type SourceFile } from './SourceStory';

/** A story in Markdown (CommonMark with GitHub's additions). */
export function readMarkdown(text: string): SourceFile {
  const html = marked.parse(text, { async: false, gfm: true });
  const story = { externalId: null, facts: NO_FACTS, html, language: null, embargoUntil: null };
  return { stories: [story], problems: [] };
}
