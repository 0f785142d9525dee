import type { LexicalEditor } from '@payloadcms/richtext-lexical/lexical';
import { useEffect, useRef, type RefObject } from 'react';

import { findPassages, type MarkedWords, type Passage } from './findPassages';
import { onPause } from './onPause';
import { paintPassages } from './paintPassages';

/** Marks follow the words in a pause of typing; in between the browser moves them along. */
const PAUSE_MS = 400;

/**
 * Keeps marks painted where their words stand, each in the look that `lookOf` names. The answer holds
 * where they stood last.
 *
 * @param looks every name that `lookOf` may answer, the same array each time.
 */
export function useMarks<M extends MarkedWords>(
  editor: LexicalEditor,
  {
    marks,
    looks,
    lookOf,
    idOf,
    onShown,
  }: {
    marks: readonly M[];
    looks: readonly string[];
    lookOf: (mark: M) => string;
    idOf: (key: string) => string;
    onShown?: (passages: readonly Passage<M>[]) => void;
  },
): RefObject<readonly Passage<M>[]> {
  const passages = useRef<readonly Passage<M>[]>([]);
  useEffect(() => {
    const show = () => {
      const found = findPassages(editor, marks, idOf);
      passages.current = found;
      for (const look of looks) {
        const ranges = found.filter(({ mark }) => lookOf(mark) === look);
        paintPassages(
          look,
          ranges.map(({ range }) => range),
        );
      }
      onShown?.(found);
    };
    show();
    const stop = onPause(editor, PAUSE_MS, show);
    return () => {
      stop();
      for (const look of looks) paintPassages(look, []);
    };
  }, [editor, idOf, lookOf, looks, marks, onShown]);
  return passages;
}
