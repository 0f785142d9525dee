import type { LexicalEditor } from '@payloadcms/richtext-lexical/lexical';

/** Takes the cursor to words of the text, and them into sight; `then` is called when it is there. */
export function selectRange(editor: LexicalEditor, range: Range, then?: () => void): void {
  // Once the editor has the focus: taking it, it puts its own last selection back.
  editor.focus(() => {
    const selection = window.getSelection();
    selection?.removeAllRanges();
    selection?.addRange(range.cloneRange());
    range.startContainer.parentElement?.scrollIntoView({ block: 'center' });
    then?.();
  });
}
