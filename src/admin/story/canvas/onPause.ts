import type { LexicalEditor } from '@payloadcms/richtext-lexical/lexical';

/** Does some work when nobody has changed the text for so many ms. Answers how to stop it. */
export function onPause(editor: LexicalEditor, pauseMs: number, work: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = editor.registerUpdateListener(({ dirtyElements, dirtyLeaves }) => {
    if (dirtyElements.size + dirtyLeaves.size === 0) return;
    clearTimeout(timer);
    timer = setTimeout(work, pauseMs);
  });
  return () => {
    clearTimeout(timer);
    stop();
  };
}
