import type { Page } from 'playwright-core';

/**
 * Waits until the editor that has the focus knows of the cursor: the browser moves it at once, and
 * tells of it in a task of its own, which on a busy machine comes after the next key.
 */
export async function cursorIsKnown(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    interface Point {
      key: string;
      offset: number;
    }
    interface Editor {
      _key: string;
      getEditorState: () => { _selection: { anchor?: Point; focus?: Point } | null };
    }
    const root = document.activeElement?.closest('[data-lexical-editor]');
    const editor = (root as { __lexicalEditor?: Editor } | null | undefined)?.__lexicalEditor;
    const shown = window.getSelection();
    if (!editor || !shown) return false;
    const { anchor, focus } = editor.getEditorState()._selection ?? {};
    const stands = (node: Node | null, offset: number, point: Point | undefined) => {
      for (let at = node; at && at !== root; at = at.parentNode) {
        const key = (at as unknown as Record<string, string>)[`__lexicalKey_${editor._key}`];
        // Between elements the editor counts from another one than the browser does.
        if (key !== undefined)
          return (
            point !== undefined &&
            (!(node instanceof Text) || (key === point.key && offset === point.offset))
          );
      }
      return point !== undefined;
    };
    return (
      stands(shown.anchorNode, shown.anchorOffset, anchor) &&
      stands(shown.focusNode, shown.focusOffset, focus)
    );
  });
}
