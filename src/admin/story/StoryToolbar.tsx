import {
  $getSelection,
  $isRangeSelection,
  $setSelection,
  FORMAT_TEXT_COMMAND,
  REDO_COMMAND,
  UNDO_COMMAND,
  type BaseSelection,
  type LexicalEditor,
} from '@payloadcms/richtext-lexical/lexical';
import {
  INSERT_ORDERED_LIST_COMMAND,
  INSERT_UNORDERED_LIST_COMMAND,
  REMOVE_LIST_COMMAND,
} from '@payloadcms/richtext-lexical/lexical/list';
import { $createQuoteNode, $isHeadingNode } from '@payloadcms/richtext-lexical/lexical/rich-text';
import { useEffect, useState } from 'react';

import { $addressAtCursor, $setLink } from './canvas/link';
import { $isSectionHeading } from './canvas/sections';
import { $plain, $setBlocks, $subheading, $toggleSection } from './canvas/writingKeys';
import { InsertButtons } from './InsertButtons';
import { LinkForm } from './LinkForm';
import { NoteTool } from './notes/NoteTool';
import { Tool } from './Tool';

interface Standing {
  isBold: boolean;
  isItalic: boolean;
  block: 'section' | 'subheading' | 'quote' | 'bullet' | 'number' | 'paragraph';
  address: string | null;
}

const PLAIN: Standing = { isBold: false, isItalic: false, block: 'paragraph', address: null };

/** What a story needs while it is written, in one row that stays in sight. */
export function StoryToolbar({ editor }: { editor: LexicalEditor }) {
  const { isBold, isItalic, block, address } = useStanding(editor);
  const [linking, setLinking] = useState<BaseSelection | null>(null);

  const block$ = (name: Standing['block'], make: () => void) => ({
    isOn: block === name,
    onClick: () =>
      editor.update(() => {
        if (block === name && name !== 'section') $plain();
        else make();
      }),
  });
  const list = (name: 'bullet' | 'number') => () =>
    editor.dispatchCommand(
      block === name
        ? REMOVE_LIST_COMMAND
        : name === 'bullet'
          ? INSERT_UNORDERED_LIST_COMMAND
          : INSERT_ORDERED_LIST_COMMAND,
      undefined,
    );

  return (
    <div className="story-toolbar">
      <div aria-label="Writing" className="story-toolbar__row" role="toolbar">
        <Tool
          hint="Begin a section here (Ctrl+Alt+2)"
          label="Section heading"
          {...block$('section', $toggleSection)}
        >
          Section
        </Tool>
        <Tool
          hint="A heading within the section (Ctrl+Alt+3)"
          label="Subheading"
          {...block$('subheading', $subheading)}
        >
          Subheading
        </Tool>
        <span aria-hidden="true" className="story-toolbar__gap" />
        <Tool
          hint="Bold (Ctrl+B)"
          isOn={isBold}
          label="Bold"
          onClick={() => editor.dispatchCommand(FORMAT_TEXT_COMMAND, 'bold')}
        >
          <b>B</b>
        </Tool>
        <Tool
          hint="Italic (Ctrl+I)"
          isOn={isItalic}
          label="Italic"
          onClick={() => editor.dispatchCommand(FORMAT_TEXT_COMMAND, 'italic')}
        >
          <i>I</i>
        </Tool>
        <Tool
          hint="Link the selected words"
          isOn={address !== null}
          label="Link"
          onClick={() =>
            setLinking(editor.getEditorState().read(() => $getSelection()?.clone() ?? null))
          }
        >
          Link
        </Tool>
        <Tool
          hint="Set off as a quotation"
          label="Block quotation"
          {...block$('quote', () => $setBlocks($createQuoteNode))}
        >
          ❝
        </Tool>
        <Tool hint="List" isOn={block === 'bullet'} label="List" onClick={list('bullet')}>
          •
        </Tool>
        <Tool
          hint="Numbered list"
          isOn={block === 'number'}
          label="Numbered list"
          onClick={list('number')}
        >
          1.
        </Tool>
        <span aria-hidden="true" className="story-toolbar__gap" />
        <InsertButtons editor={editor} />
        <span aria-hidden="true" className="story-toolbar__gap" />
        <NoteTool />
        <span aria-hidden="true" className="story-toolbar__gap" />
        <Tool
          hint="Undo (Ctrl+Z)"
          label="Undo"
          onClick={() => editor.dispatchCommand(UNDO_COMMAND, undefined)}
        >
          ↶
        </Tool>
        <Tool
          hint="Redo (Ctrl+Shift+Z)"
          label="Redo"
          onClick={() => editor.dispatchCommand(REDO_COMMAND, undefined)}
        >
          ↷
        </Tool>
      </div>
      {linking && (
        <LinkForm
          address={address}
          onDone={(next) => {
            setLinking(null);
            editor.update(() => {
              $setSelection(linking.clone());
              if (next !== undefined) $setLink(next);
            });
            editor.focus();
          }}
        />
      )}
    </div>
  );
}

/** What the cursor stands in, for the buttons to show. */
function useStanding(editor: LexicalEditor): Standing {
  const [standing, setStanding] = useState(PLAIN);
  useEffect(
    () =>
      editor.registerUpdateListener(({ editorState }) => {
        const next = editorState.read($standing);
        setStanding((before) => (JSON.stringify(before) === JSON.stringify(next) ? before : next));
      }),
    [editor],
  );
  return standing;
}

function $standing(): Standing {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return PLAIN;
  const top = selection.anchor.getNode().getTopLevelElement();
  const type = top?.getType();
  const list = type === 'list' ? (top as unknown as { getListType: () => string }) : null;
  return {
    isBold: selection.hasFormat('bold'),
    isItalic: selection.hasFormat('italic'),
    block: $isSectionHeading(top)
      ? 'section'
      : $isHeadingNode(top)
        ? 'subheading'
        : type === 'quote'
          ? 'quote'
          : list
            ? list.getListType() === 'number'
              ? 'number'
              : 'bullet'
            : 'paragraph',
    address: $addressAtCursor(),
  };
}
