import { useState } from 'react';

import type { Choice } from '../../../domain/desk/Desk';
import type { Note, NoteComment } from '../../../domain/notes/Note';
import { mayChangeComment } from '../../../domain/notes/noteRights';
import { shortenedWords } from '../../../domain/quotations/shortenedWords';
import { Ago } from '../../history/Ago';
import { isStillIn } from '../../page/isStillIn';
import { useWords } from '../../words/useWords';
import { CommentField } from './CommentField';
import { CommentText } from './CommentText';
import type { StoryNotes } from './useNotes';

/** One thread: the words that it is about, what was said, and what can be done. */
export function NoteCard({
  note,
  notes,
  userId,
  colleagues,
  isActive,
  onGo,
  onDone,
}: {
  note: Note;
  notes: StoryNotes;
  userId: string;
  colleagues: readonly Choice[];
  isActive: boolean;
  /** To the words. */
  onGo: () => void;
  /** The card is gone from where it stood: says what happened, and takes the focus. */
  onDone: (words: string) => void;
}) {
  const { say } = useWords();
  const [writing, setWriting] = useState<'reply' | NoteComment | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const isGone = note.anchor.start === null;
  const isResolved = note.resolvedAt !== null;

  const last = note.comments.at(-1);
  const own = last && mayChangeComment(note, last.id, userId) ? last : null;
  const others = colleagues.filter(({ id }) => id !== userId);

  const leave = () => {
    setWriting(null);
    const card = document.getElementById(cardId(note));
    if (isStillIn(card)) card?.focus();
  };
  const run = async (work: Promise<string | null>, done: string) => {
    setBusy(true);
    const refused = await work;
    setBusy(false);
    setProblem(refused);
    if (refused === null) onDone(done);
  };

  return (
    <li
      aria-label={say('notes:on', { words: shortenedWords(note.about) })}
      className={`story-note${isActive ? ' story-note--active' : ''}`}
      id={cardId(note)}
      tabIndex={-1}
    >
      {isGone ? (
        <p className="story-note__gone">
          {say('notes:gone')} <q>{note.about}</q>
        </p>
      ) : (
        <button className="story-note__words" onClick={onGo} title={say('notes:go')} type="button">
          <span>{note.anchor.exact}</span>
        </button>
      )}
      <ol className="story-note__comments">
        {note.comments.map((comment) => (
          <li className="story-comment" key={comment.id}>
            <p className="story-comment__by">
              <strong>{comment.authorName}</strong> <Ago at={comment.at} />
              {comment.editedAt && <span> · {say('notes:edited')}</span>}
            </p>
            {typeof writing === 'object' && writing?.id === comment.id ? (
              <CommentField
                before={comment.text}
                colleagues={others}
                keptAs={comment.id}
                label={say('notes:changeLabel')}
                onLeave={leave}
                onSend={async (text) => {
                  const refused = await notes.change(note, comment.id, text);
                  if (refused === null) leave();
                  return refused;
                }}
                sendLabel={say('notes:save')}
              />
            ) : (
              <CommentText colleagues={colleagues} text={comment.text} />
            )}
          </li>
        ))}
      </ol>
      {isResolved && note.resolvedBy && (
        <p className="story-comment__by">
          {say('notes:resolvedBy', { name: note.resolvedBy })} <Ago at={note.resolvedAt ?? ''} />
        </p>
      )}
      {problem && (
        <p className="story-comment-field__problem" role="alert">
          {problem}
        </p>
      )}
      {writing === 'reply' && (
        <CommentField
          colleagues={others}
          keptAs={note.id}
          label={say('notes:replyLabel')}
          onLeave={leave}
          onSend={async (text) => {
            const refused = await notes.reply(note, text);
            if (refused === null) leave();
            return refused;
          }}
          sendLabel={say('notes:reply')}
        />
      )}
      {writing === null && (
        <div className="story-note__buttons">
          <button className="story-tool" onClick={() => setWriting('reply')} type="button">
            {say('notes:reply')}
          </button>
          {notes.mayResolve(note) && (
            <button
              className="story-tool"
              disabled={isBusy}
              onClick={() =>
                void run(
                  notes.resolve(note, !isResolved),
                  say(isResolved ? 'notes:isReopened' : 'notes:isResolved'),
                )
              }
              type="button"
            >
              {say(isResolved ? 'notes:reopen' : 'notes:resolve')}
            </button>
          )}
          {own && (
            <>
              <button
                className="story-tool story-note__own"
                onClick={() => setWriting(own)}
                type="button"
              >
                {say('notes:change')}
              </button>
              <button
                className="story-tool"
                disabled={isBusy}
                onClick={() => void run(notes.takeBack(note, own.id), say('notes:takenBack'))}
                type="button"
              >
                {say('notes:takeBack')}
              </button>
            </>
          )}
        </div>
      )}
    </li>
  );
}

function cardId({ id }: Note): string {
  return `note-${id}`;
}
