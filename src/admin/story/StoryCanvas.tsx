'use client';

import { $getRoot, CLEAR_HISTORY_COMMAND } from '@payloadcms/richtext-lexical/lexical';
import { registerList } from '@payloadcms/richtext-lexical/lexical/list';
import { useLexicalComposerContext } from '@payloadcms/richtext-lexical/lexical/react/LexicalComposerContext';
import { ContentEditable } from '@payloadcms/richtext-lexical/lexical/react/LexicalContentEditable';
import { LexicalErrorBoundary } from '@payloadcms/richtext-lexical/lexical/react/LexicalErrorBoundary';
import { HistoryPlugin } from '@payloadcms/richtext-lexical/lexical/react/LexicalHistoryPlugin';
import { RichTextPlugin } from '@payloadcms/richtext-lexical/lexical/react/LexicalRichTextPlugin';
import { mergeRegister } from '@payloadcms/richtext-lexical/lexical/utils';
import { toast } from '@payloadcms/ui';
import { useCallback, useEffect, useRef, useState, type CSSProperties } from 'react';

import type { Receipt } from '../../domain/formats/Receipt';
import type { WrittenStory } from '../../domain/story/mergeStory';
import type { WholeStory } from '../../domain/story/WholeStory';
import type { ActionOverview } from '../../domain/workflow/ActionOverview';
import { useWords, type Say } from '../words/useWords';
import { WorkflowPanel } from '../workflow/WorkflowBar';
import { goToIssue } from './canvas/goToIssue';
import {
  $enterSection,
  $sectionHeadings,
  $showSections,
  asWritten,
  readSections,
  registerSections,
} from './canvas/sections';
import { registerPaste } from './canvas/paste';
import { registerTables } from './canvas/tables';
import { registerWritingKeys } from './canvas/writingKeys';
import { PasteReceipt } from './PasteReceipt';
import { GrowingText } from './GrowingText';
import type { Preview } from './preview/usePreview';
import { ReadersToolbar } from './notes/NoteTool';
import { NotesPanel } from './notes/NotesPanel';
import { useNotes } from './notes/useNotes';
import { SavingLine } from './saving/SavingLine';
import { useStorySaving, type PageRef } from './saving/useStorySaving';
import { STORY_NAMESPACE } from './canvas/namespace';
import { QuotationMarks } from './QuotationMarks';
import { SectionHandles } from './SectionHandles';
import { StoryMentions } from './mentions/StoryMentions';
import { StoryLength } from './StoryLength';
import { StoryToolbar } from './StoryToolbar';
import { TakenOut } from './taken/TakenOut';

export interface StoryProps {
  story: WholeStory;
  preview: Preview;
  /** Where the article stands as it is opened; null where that could not be read. */
  known: ActionOverview | null;
  /** Where it stands, whenever that is read. */
  onOverview: (overview: ActionOverview) => void;
}

/** The page: where the article stands, its headline and standfirst, and all its sections as one text. */
export function StoryCanvas({
  story,
  preview,
  known,
  onOverview,
  isEditable,
}: StoryProps & { isEditable: boolean }) {
  const [editor] = useLexicalComposerContext();
  const { say } = useWords();
  const [texts, setTexts] = useState({
    headline: story.headline,
    standfirst: story.standfirst ?? '',
  });
  const current = useRef(texts);
  const [told, setTold] = useState('');
  const [pasted, setPasted] = useState<Receipt | null>(null);
  const standfirst = useRef<HTMLTextAreaElement>(null);

  const page: PageRef = useRef(null);
  const keys = useRef({ known: new Set(story.sections.map(({ id }) => id)) });
  useEffect(() => {
    page.current = {
      read: () => ({ ...current.current, sections: readSections(editor) }),
      show: (next: WrittenStory) => {
        const { sections, ...fields } = next;
        current.current = fields;
        setTexts(fields);
        for (const { key } of sections) keys.current.known.add(key);
        const now = readSections(editor);
        editor.update(() => $showSections(sections, now), { discrete: true });
        // What the history holds is older than what somebody else saved: undoing must not undo that.
        editor.dispatchCommand(CLEAR_HISTORY_COMMAND, undefined);
      },
      asWritten: (sections) => asWritten(editor, sections),
      isComposing: () => editor.isComposing(),
    };
  }, [editor]);

  useEffect(() => {
    return mergeRegister(
      registerSections(editor, keys.current),
      registerList(editor),
      registerTables(editor),
      registerWritingKeys(editor, {
        onLeave: () => {
          const field = standfirst.current;
          field?.focus();
          field?.setSelectionRange(field.value.length, field.value.length);
        },
        onTell: setTold,
        say,
      }),
    );
  }, [editor, say]);

  const saving = useStorySaving({ editor, story, page });
  const { changed, idOf } = saving;
  const notes = useNotes({ editor, articleId: story.articleId, page, idOf });

  useEffect(
    () =>
      registerPaste(editor, {
        namespace: STORY_NAMESPACE,
        isPageEmpty: () =>
          current.current.headline === '' &&
          editor.getEditorState().read(() => $getRoot().getTextContent().trim()) === '',
        onWhole: ({ headline, standfirst: under, besides }) => {
          const { standfirst: written } = current.current;
          if (headline !== null) {
            current.current = { headline, standfirst: written || (under ?? '') };
            setTexts(current.current);
            changed();
          }
          const left = written && under ? [under, ...besides] : besides;
          if (left.length > 0) {
            toast.info(say('story:besides', { words: left.join(' · ') }), { duration: 20_000 });
          }
        },
        onTell: setTold,
        onReceipt: setPasted,
        say,
      }),
    [changed, editor, say],
  );

  const write = (field: 'headline' | 'standfirst', value: string) => {
    const next = { ...current.current, [field]: value };
    current.current = next;
    setTexts(next);
    changed();
  };
  const intoText = useCallback(() => {
    editor.focus(() =>
      editor.update(() => {
        const [lead] = $sectionHeadings();
        if (lead) $enterSection(lead);
      }),
    );
  }, [editor]);

  return (
    <>
      <WorkflowPanel
        goToText={(issue) => goToIssue(editor, issue, idOf)}
        known={known}
        onOverview={onOverview}
        saveFirst={saving.saveNow}
      />
      <SavingLine preview={preview} saving={saving} />
      <div className="story__page">
        <GrowingText
          className="story__headline"
          id="field-headline"
          isEditable={isEditable}
          label={say('story:headline')}
          maxLength={300}
          onChange={(value) => write('headline', value)}
          onEnter={() => standfirst.current?.focus()}
          placeholder={say('story:headlineHint')}
          value={texts.headline}
        />
        <GrowingText
          className="story__standfirst"
          id="field-standfirst"
          isEditable={isEditable}
          label={say('story:standfirst')}
          maxLength={1000}
          onChange={(value) => write('standfirst', value)}
          onEnter={intoText}
          placeholder={say('story:standfirstHint')}
          ref={standfirst}
          value={texts.standfirst}
        />
        {isEditable ? <StoryToolbar editor={editor} /> : <ReadersToolbar />}
        {pasted && <PasteReceipt onClose={() => setPasted(null)} receipt={pasted} />}
        <div className="story__text" id="field-sections" style={hints(say)}>
          <RichTextPlugin
            ErrorBoundary={LexicalErrorBoundary}
            contentEditable={
              <ContentEditable
                aria-label={say('story:text')}
                className="story__sections"
                spellCheck
              />
            }
          />
          {isEditable && <SectionHandles editor={editor} onTell={setTold} />}
          <QuotationMarks
            articleId={story.articleId}
            editor={editor}
            onTell={setTold}
            saving={saving}
          />
        </div>
        {isEditable && <StoryMentions articleId={story.articleId} saveNow={saving.saveNow} />}
        <HistoryPlugin />
        <StoryLength editor={editor} texts={texts} />
        {isEditable && <TakenOut articleId={story.articleId} editor={editor} saving={saving} />}
      </div>
      <NotesPanel
        articleId={story.articleId}
        editor={editor}
        expected={known?.openNotes ?? 0}
        notes={notes}
        onTell={setTold}
        saving={saving}
      />
      <p aria-live="polite" className="story__told">
        {told}
      </p>
    </>
  );
}

/** What stands where nothing is written yet: the style sheet draws it, so that it is never text. */
function hints(say: Say): CSSProperties {
  return {
    '--hint-heading': JSON.stringify(say('story:headingHint')),
    '--hint-lead': JSON.stringify(say('story:leadHint')),
    '--hint-text': JSON.stringify(say('story:textHint')),
  } as CSSProperties;
}
