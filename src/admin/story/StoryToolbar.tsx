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

import { useWords } from '../words/useWords';
import { $addressAtCursor, $setLink } from './canvas/link';
import { $isSectionHeading } from './canvas/sections';
import { $plain, $setBlocks, $subheading, $toggleSection } from './canvas/writingKeys';
import { $isInTable } from './canvas/tables';
import { InsertButtons } from './InsertButtons';
import { LinkForm } from './LinkForm';
import { NoteTool } from './notes/NoteTool';
import { TableTools } from './TableTools';
import { Tool } from './Tool';

interface Standing {
  isBold: boolean;
  isItalic: boolean;
  block: 'section' | 'subheading' | 'quote' | 'bullet' | 'number' | 'paragraph';
  address: string | null;
  isInTable: boolean;
}

const PLAIN: Standing = {
  isBold: false,
  isItalic: false,
  block: 'paragraph',
  address: null,
  isInTable: false,
};

/** What a story needs while it is written, in one row that stays in sight. */
export function StoryToolbar({ editor }: { editor: LexicalEditor }) {
  const { isBold, isItalic, block, address, isInTable } = useStanding(editor);
  const { say } = useWords();
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
      <div aria-label={say('story:tools')} className="story-toolbar__row" role="toolbar">
        <Tool
          hint={say('story:sectionHint')}
          label={say('story:sectionHeading')}
          {...block$('section', $toggleSection)}
        >
          {say('story:section')}
        </Tool>
        <Tool
          hint={say('story:subheadingHint')}
          label={say('story:subheading')}
          {...block$('subheading', $subheading)}
        >
          {say('story:subheading')}
        </Tool>
        <span aria-hidden="true" className="story-toolbar__gap" />
        <Tool
          hint={say('story:boldHint')}
          isOn={isBold}
          label={say('story:bold')}
          onClick={() => editor.dispatchCommand(FORMAT_TEXT_COMMAND, 'bold')}
        >
          <b>{say('story:boldLetter')}</b>
        </Tool>
        <Tool
          hint={say('story:italicHint')}
          isOn={isItalic}
          label={say('story:italic')}
          onClick={() => editor.dispatchCommand(FORMAT_TEXT_COMMAND, 'italic')}
        >
          <i>{say('story:italicLetter')}</i>
        </Tool>
        <Tool
          hint={say('story:linkHint')}
          isOn={address !== null}
          label={say('story:link')}
          onClick={() =>
            setLinking(editor.getEditorState().read(() => $getSelection()?.clone() ?? null))
          }
        >
          {say('story:link')}
        </Tool>
        <Tool
          hint={say('story:blockQuoteHint')}
          label={say('story:blockQuote')}
          {...block$('quote', () => $setBlocks($createQuoteNode))}
        >
          ❝
        </Tool>
        <Tool
          hint={say('story:list')}
          isOn={block === 'bullet'}
          label={say('story:list')}
          onClick={list('bullet')}
        >
          •
        </Tool>
        <Tool
          hint={say('story:numbered')}
          isOn={block === 'number'}
          label={say('story:numbered')}
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
          hint={say('story:undoHint')}
          label={say('story:undo')}
          onClick={() => editor.dispatchCommand(UNDO_COMMAND, undefined)}
        >
          ↶
        </Tool>
        <Tool
          hint={say('story:redoHint')}
          label={say('story:redo')}
          onClick={() => editor.dispatchCommand(REDO_COMMAND, undefined)}
        >
          ↷
        </Tool>
      </div>
      {isInTable && <TableTools editor={editor} />}
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
  if (!$isRangeSelection(selection)) return { ...PLAIN, isInTable: $isInTable() };
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
    isInTable: $isInTable(),
  };
}
