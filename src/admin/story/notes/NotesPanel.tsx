import type { LexicalEditor } from '@payloadcms/richtext-lexical/lexical';
import { toast, useAuth } from '@payloadcms/ui';
import { useSearchParams } from 'next/navigation';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';

import type { Note } from '../../../domain/notes/Note';
import { anchorIn } from '../../../domain/quotations/anchorIn';
import { shortenedWords } from '../../../domain/quotations/shortenedWords';
import { isStillIn } from '../../page/isStillIn';
import { useWords } from '../../words/useWords';
import type { MarkedWords } from '../canvas/findPassages';
import { passageAtCursor } from '../canvas/passageAtCursor';
import { selectRange } from '../canvas/selectRange';
import { useMarks } from '../canvas/useMarks';
import type { StorySaving } from '../saving/useStorySaving';
import { chosenWords, FIELDS, type ChosenWords } from './chosenWords';
import { CommentField } from './CommentField';
import { NoteCard } from './NoteCard';
import { NOTE_ASKED } from './NoteTool';
import { NOTES_ID } from './notesId';
import { ResolveAll } from './ResolveAll';
import { useColleagues } from './useColleagues';
import { openOf, type StoryNotes } from './useNotes';

import './notes.css';

interface NoteMark extends MarkedWords {
  id: string;
  isActive: boolean;
}

const LOOKS = ['story-note', 'story-note-active'];
/** The mark of the words that a note is being written about. */
const NEW = 'new';
/**
 * The notes beside the text, or under it where there is no room: painted on their words, which a
 * click, or Ctrl or Cmd, Alt and M, brings together with their card.
 */
export function NotesPanel({
  editor,
  articleId,
  notes,
  expected,
  saving,
  onTell,
}: {
  editor: LexicalEditor;
  articleId: string;
  notes: StoryNotes;
  /** How many open ones there are, by what is known before they are read. */
  expected: number;
  saving: StorySaving;
  onTell: (words: string) => void;
}) {
  const { say } = useWords();
  const { user } = useAuth();
  const colleagues = useColleagues();
  const [active, setActive] = useState<string | null>(null);
  const [draft, setDraft] = useState<ChosenWords | null>(null);
  const { idOf, saveNow } = saving;
  const open = openOf(notes.notes);
  const resolved = notes.notes.filter(({ resolvedAt }) => resolvedAt !== null);

  const marks = useMemo(
    () => [
      ...openOf(notes.notes).flatMap((note) => markOf(note, active)),
      ...markOfDraft(draft, idOf),
    ],
    [active, draft, idOf, notes.notes],
  );
  const passages = useMarks(editor, { marks, looks: LOOKS, lookOf, idOf });

  const atCursor = useCallback(
    () => passageAtCursor(passages.current.filter(({ mark }) => mark.id !== NEW))?.mark.id,
    [passages],
  );

  const activate = useCallback((id: string, takesFocus: boolean) => {
    setActive(id);
    const card = document.getElementById(`note-${id}`);
    card?.closest('details')?.setAttribute('open', '');
    card?.scrollIntoView({ block: 'nearest' });
    if (takesFocus) card?.focus();
  }, []);

  const begin = useCallback(() => {
    const isInField = document.activeElement instanceof HTMLTextAreaElement;
    const noted = isInField ? undefined : atCursor();
    if (noted) {
      activate(noted, true);
      return;
    }
    const chosen = chosenWords(editor);
    setDraft(chosen);
    if (!chosen) {
      onTell(say('notes:chooseFirst'));
      toast.info(say('notes:chooseFirst'));
    }
  }, [activate, atCursor, editor, onTell, say]);

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const isKey = event.code === 'KeyM' && event.altKey && (event.ctrlKey || event.metaKey);
      // AltGr is Ctrl and Alt on some keyboards, and writes a letter there.
      if (!isKey || event.getModifierState('AltGraph') || document.querySelector('dialog[open]'))
        return;
      event.preventDefault();
      begin();
    };
    const onClick = ({ target }: MouseEvent) => {
      if (!editor.getRootElement()?.contains(target as Node)) return;
      const noted = atCursor();
      if (noted) activate(noted, false);
      else setActive(null);
    };
    document.addEventListener('keydown', onKey);
    document.addEventListener('click', onClick);
    window.addEventListener(NOTE_ASKED, begin);
    return () => {
      document.removeEventListener('keydown', onKey);
      document.removeEventListener('click', onClick);
      window.removeEventListener(NOTE_ASKED, begin);
    };
  }, [activate, atCursor, begin, editor]);

  useArrival({ isLoaded: notes.isLoaded, activate });

  const go = (note: Note) => {
    setActive(note.id);
    const { place, anchor } = note;
    if (place === 'headline' || place === 'standfirst') {
      const field = document.getElementById(FIELDS[place]) as HTMLTextAreaElement | null;
      field?.focus();
      field?.setSelectionRange(anchor.start ?? 0, anchor.end ?? 0);
      return;
    }
    const range = passages.current.find(({ mark }) => mark.id === note.id)?.range;
    if (range) selectRange(editor, range);
  };
  const backToText = () => {
    const place = draft?.place;
    setDraft(null);
    if (place === 'headline' || place === 'standfirst') {
      document.getElementById(FIELDS[place])?.focus();
    } else editor.focus();
  };
  const send = async (text: string): Promise<string | null> => {
    if (!draft) return null;
    // The server knows the words only once they are saved.
    await saveNow();
    const { place, key, start, end } = draft;
    const section = key === null ? null : idOf(key);
    if (section !== null && !/^[0-9a-f]{24}$/.test(section)) return say('notes:notSaved');
    const { end: _, ...anchor } = anchorIn(draft.text, { start, end });
    const refused = await notes.write({ place, section, anchor, text });
    if (refused === null) {
      onTell(say('notes:written'));
      if (isStillIn(document.getElementById(NOTES_ID))) backToText();
      else setDraft(null);
    }
    return refused;
  };
  const onDone = (words: string) => {
    onTell(words);
    const panel = document.getElementById(NOTES_ID);
    if (isStillIn(panel)) panel?.focus();
  };
  const cardOf = (note: Note) => (
    <NoteCard
      colleagues={colleagues}
      isActive={note.id === active}
      key={note.id}
      note={note}
      notes={notes}
      onDone={onDone}
      onGo={() => go(note)}
      userId={String(user?.id)}
    />
  );

  // Their room is there before they are, so that the text does not move aside for them.
  const count = notes.isLoaded ? open.length : expected;
  if (notes.notes.length === 0 && count === 0 && !draft) return null;
  return (
    <section
      aria-label={say('notes:title')}
      className={`story-notes${count > 0 || draft ? ' story-notes--beside' : ''}`}
      id={NOTES_ID}
      tabIndex={-1}
    >
      <div className="story-notes__head">
        <h2>{count > 0 ? say('bar:openNotes', { count }) : say('notes:title')}</h2>
        <ResolveAll notes={notes} onDone={onDone} open={open} />
      </div>
      {draft && (
        <div className="story-note story-note--active">
          <p className="story-note__words">
            <span>{draft.text.slice(draft.start, draft.end)}</span>
          </p>
          <CommentField
            colleagues={colleagues.filter(({ id }) => id !== user?.id)}
            key={`${draft.key ?? ''} ${draft.start}`}
            keptAs={articleId}
            label={say('notes:on', {
              words: shortenedWords(draft.text.slice(draft.start, draft.end)),
            })}
            onLeave={backToText}
            onSend={send}
            sendLabel={say('notes:send')}
          />
        </div>
      )}
      <ol className="story-notes__list">{open.map(cardOf)}</ol>
      {resolved.length > 0 && (
        <details className="story-notes__resolved">
          <summary>{say('notes:resolvedCount', { count: resolved.length })}</summary>
          <ol className="story-notes__list">{resolved.map(cardOf)}</ol>
        </details>
      )}
    </section>
  );
}

/** Whoever comes by a notice or by the count in the workflow bar is led to the notes. */
function useArrival({
  isLoaded,
  activate,
}: {
  isLoaded: boolean;
  activate: (id: string, takesFocus: boolean) => void;
}): void {
  const wanted = useSearchParams().get('note');
  const led = useRef<string | null>(null);
  useEffect(() => {
    if (!isLoaded) return;
    if (wanted && led.current !== wanted) {
      led.current = wanted;
      activate(wanted, true);
    } else if (!wanted && led.current === null && window.location.hash === `#${NOTES_ID}`) {
      led.current = NOTES_ID;
      document.getElementById(NOTES_ID)?.focus();
    }
  }, [activate, isLoaded, wanted]);
}

function markOf({ id, place, section, anchor }: Note, active: string | null): NoteMark[] {
  if (section === null || anchor.start === null) return [];
  const isInHeading = place === 'heading';
  const { exact: words, prefix: before } = anchor;
  return [{ id, section, words, before, isInHeading, isActive: id === active }];
}

function markOfDraft(draft: ChosenWords | null, idOf: (key: string) => string): NoteMark[] {
  if (!draft || draft.key === null) return [];
  const { exact: words, prefix: before } = anchorIn(draft.text, draft);
  const isInHeading = draft.place === 'heading';
  return [{ id: NEW, section: idOf(draft.key), words, before, isInHeading, isActive: true }];
}

function lookOf({ isActive }: NoteMark): string {
  return isActive ? 'story-note-active' : 'story-note';
}
