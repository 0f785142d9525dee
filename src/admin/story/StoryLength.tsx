import { $getRoot, type LexicalEditor } from '@payloadcms/richtext-lexical/lexical';
import { useEffect, useState } from 'react';

import { storyLength } from '../../domain/story/storyLength';
import { useWords } from '../words/useWords';
import { onPause } from './canvas/onPause';

/** Counting waits for a pause: nobody reads a number while typing. */
const PAUSE_MS = 600;

/** How long the story is, in words and in minutes of reading. */
export function StoryLength({
  editor,
  texts,
}: {
  editor: LexicalEditor;
  texts: { headline: string; standfirst: string };
}) {
  const { say, language } = useWords();
  const [text, setText] = useState(() => textOf(editor));
  useEffect(() => onPause(editor, PAUSE_MS, () => setText(textOf(editor))), [editor]);
  const { words, minutes } = storyLength([texts.headline, texts.standfirst, text].join('\n'));
  return (
    <p className="story__length">
      {say('story:words', { count: words, number: words.toLocaleString(language) })} ·{' '}
      {say('story:minutes', { count: minutes })}
    </p>
  );
}

function textOf(editor: LexicalEditor): string {
  return editor.getEditorState().read(() => $getRoot().getTextContent());
}
