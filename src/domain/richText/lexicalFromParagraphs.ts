import type { RichText, RichTextNode } from './RichText';

/**
 * A Lexical editor state with one plain paragraph for each string, text kept as written. Fields
 * are those that Payload's editor itself writes, so that opening and saving the body in the admin
 * panel changes nothing.
 */
export function lexicalFromParagraphs(paragraphs: readonly string[]): RichText {
  return {
    root: {
      type: 'root',
      children: paragraphs.map(paragraphNode),
      version: 1,
      format: '',
      indent: 0,
      direction: 'ltr',
    },
  };
}

function paragraphNode(text: string): RichTextNode {
  const words = { type: 'text', text, version: 1, format: 0, style: '', mode: 'normal', detail: 0 };
  return {
    type: 'paragraph',
    children: text === '' ? [] : [words],
    version: 1,
    format: '',
    indent: 0,
    direction: 'ltr',
    textFormat: 0,
    textStyle: '',
  };
}
