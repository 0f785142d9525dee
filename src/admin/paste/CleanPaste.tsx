'use client';

import { toast } from '@payloadcms/ui';
import { useEffect } from 'react';

import { withoutHidden } from '../../domain/characters/hiddenCharacters';
import { useWords } from '../words/useWords';

/**
 * What is pasted into a field of any form loses the characters that nobody sees, and says how many:
 * most fields refuse them, and nobody could find them to take them out.
 */
export function CleanPaste({ children }: { children: React.ReactNode }) {
  const { say } = useWords();
  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => {
      const field = event.target;
      const isField = field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement;
      const pasted = event.clipboardData?.getData('text/plain') ?? '';
      const { text, count } = withoutHidden(pasted);
      if (!isField || count === 0) return;
      event.preventDefault();
      // The only way in that the browser can undo and the form notices; it is here to stay.

      document.execCommand('insertText', false, text);
      toast.info(say('paste:cleaned', { count }));
    };
    document.addEventListener('paste', onPaste, true);
    return () => document.removeEventListener('paste', onPaste, true);
  }, [say]);
  return children;
}
