import {
  $createParagraphNode,
  $getSelection,
  $insertNodes,
  $setSelection,
  type BaseSelection,
  type LexicalEditor,
} from '@payloadcms/richtext-lexical/lexical';
import { useListDrawer } from '@payloadcms/ui';
import { useState } from 'react';

import type { RichTextNode } from '../../domain/richText/RichText';
import { useWords, type WordKey } from '../words/useWords';
import { KeptNode } from './canvas/KeptNode';
import { objectId } from './canvas/link';
import { $insertTable, $isInTable, $topBlock } from './canvas/tables';
import { Tool } from './Tool';

interface Thing {
  label: WordKey;
  hint: WordKey;
  node: (id: string) => RichTextNode;
}

const THINGS: Record<'media' | 'quotes', Thing> = {
  media: {
    label: 'story:image',
    hint: 'story:imageHint',
    node: (id: string): RichTextNode => ({
      type: 'upload',
      version: 3,
      format: '',
      id: objectId(),
      fields: null,
      relationTo: 'media',
      value: id,
    }),
  },
  quotes: {
    label: 'story:pullQuote',
    hint: 'story:pullQuoteHint',
    node: (id: string): RichTextNode => ({
      type: 'block',
      version: 2,
      format: '',
      fields: { id: objectId(), blockName: '', blockType: 'pullQuote', quote: id },
    }),
  },
};

/** Images and pull quotes, chosen from the newsroom's own, and tables. */
export function InsertButtons({ editor }: { editor: LexicalEditor }) {
  const { say } = useWords();
  return (
    <>
      <InsertButton editor={editor} thing="media" />
      <InsertButton editor={editor} thing="quotes" />
      <Tool
        hint={say('story:tableHint')}
        label={say('story:table')}
        onClick={() => editor.update($insertTable)}
      >
        {say('story:table')}
      </Tool>
    </>
  );
}

function InsertButton({ editor, thing }: { editor: LexicalEditor; thing: 'media' | 'quotes' }) {
  const { label, hint, node } = THINGS[thing];
  const { say } = useWords();
  const [Drawer, , { openDrawer, closeDrawer }] = useListDrawer({ collectionSlugs: [thing] });
  const [place, setPlace] = useState<BaseSelection | null>(null);
  return (
    <>
      <Tool
        hint={say(hint)}
        label={say(label)}
        onClick={() => {
          setPlace(editor.getEditorState().read(() => $getSelection()?.clone() ?? null));
          openDrawer();
        }}
      >
        {say(label)}
      </Tool>
      <Drawer
        onSelect={({ docID }) => {
          closeDrawer();
          editor.update(() => {
            if (place) $setSelection(place.clone());
            const kept = new KeptNode(node(String(docID)));
            const [at] = $getSelection()?.getNodes() ?? [];
            // A cell holds words only.
            if (at && $isInTable()) $topBlock(at)?.insertAfter(kept);
            else $insertNodes([kept]);
            if (!kept.getNextSibling()) kept.insertAfter($createParagraphNode());
          });
        }}
      />
    </>
  );
}
