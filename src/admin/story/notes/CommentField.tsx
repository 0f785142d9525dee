import { useId, useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react';

import type { Choice } from '../../../domain/desk/Desk';
import { LONGEST_COMMENT } from '../../../domain/notes/Note';
import { useWords } from '../../words/useWords';

/** As many names as are read at a glance; more letters make them fewer. */
const MOST_NAMES = 6;

/** Where a comment is written: “@” offers colleagues, Ctrl or Cmd with Enter sends, Escape leaves. */
export function CommentField({
  label,
  before = '',
  keptAs,
  sendLabel,
  colleagues,
  onSend,
  onLeave,
}: {
  label: string;
  /** The text that is changed. */
  before?: string;
  /** Under this name its words outlive the page while they are not sent. */
  keptAs: string;
  sendLabel: string;
  colleagues: readonly Choice[];
  /** Answers why it was not sent; the words then stay here. */
  onSend: (text: string) => Promise<string | null>;
  onLeave: () => void;
}) {
  const { say } = useWords();
  const kept = `standfirst-comment:${keptAs}`;
  const [text, setText] = useState(() => window.sessionStorage.getItem(kept) ?? before);
  const [call, setCall] = useState<{ at: number; letters: string } | null>(null);
  const [at, setAt] = useState(0);
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const cursor = useRef<number | null>(null);
  const id = useId();

  useLayoutEffect(() => {
    if (cursor.current === null) return;
    field.current?.setSelectionRange(cursor.current, cursor.current);
    cursor.current = null;
  }, [text]);

  const offered = call ? named(colleagues, call.letters) : [];
  const chosen = offered[Math.min(at, offered.length - 1)];

  const write = (value: string, position: number) => {
    setText(value);
    window.sessionStorage.setItem(kept, value);
    setProblem(null);
    setAt(0);
    const typed = /(?:^|[^\p{L}\p{N}._-])@([\p{L}\p{N}’' .-]{0,40})$/u.exec(
      value.slice(0, position),
    );
    setCall(typed ? { at: position - (typed[1]?.length ?? 0), letters: typed[1] ?? '' } : null);
  };
  const take = (person: Choice) => {
    if (!call) return;
    const behind = text.slice(call.at + call.letters.length);
    const name = `${person.name}${behind.startsWith(' ') ? '' : ' '}`;
    cursor.current = call.at + name.length;
    const called = `${text.slice(0, call.at)}${name}${behind}`;
    setText(called);
    window.sessionStorage.setItem(kept, called);
    setCall(null);
    field.current?.focus();
  };
  const send = async () => {
    if (isBusy || text.trim() === '') return;
    setBusy(true);
    const refused = await onSend(text.trim());
    if (refused === null) window.sessionStorage.removeItem(kept);
    setBusy(false);
    setProblem(refused);
  };
  const leave = () => {
    window.sessionStorage.removeItem(kept);
    onLeave();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (chosen && ['ArrowDown', 'ArrowUp'].includes(event.key)) {
      const by = event.key === 'ArrowDown' ? 1 : -1;
      setAt((offered.indexOf(chosen) + by + offered.length) % offered.length);
    } else if (chosen && (event.key === 'Enter' || event.key === 'Tab') && !event.ctrlKey) {
      take(chosen);
    } else if (event.key === 'Escape') {
      if (chosen) setCall(null);
      else leave();
    } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void send();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div className="story-comment-field">
      <textarea
        aria-activedescendant={chosen ? `${id}-${chosen.id}` : undefined}
        aria-autocomplete="list"
        aria-controls={chosen ? `${id}-names` : undefined}
        aria-describedby={problem ? `${id}-problem` : undefined}
        aria-invalid={problem ? true : undefined}
        aria-label={label}
        autoFocus
        maxLength={LONGEST_COMMENT}
        onBlur={() => setCall(null)}
        onChange={({ target }) => write(target.value, target.selectionStart)}
        onKeyDown={onKeyDown}
        placeholder={say('notes:placeholder')}
        ref={field}
        rows={3}
        value={text}
      />
      {chosen && (
        <ul
          aria-label={say('notes:colleagues')}
          className="story-comment-field__names"
          id={`${id}-names`}
          role="listbox"
        >
          {offered.map((person) => (
            <li
              aria-selected={person === chosen}
              id={`${id}-${person.id}`}
              key={person.id}
              onMouseDown={(event) => {
                event.preventDefault();
                take(person);
              }}
              role="option"
            >
              {person.name}
            </li>
          ))}
        </ul>
      )}
      <p aria-live="polite" className="story__told">
        {chosen && say('notes:offered', { count: offered.length, name: chosen.name })}
      </p>
      {problem && (
        <p className="story-comment-field__problem" id={`${id}-problem`} role="alert">
          {problem}
        </p>
      )}
      <div className="story-note__buttons">
        <button
          className="story-tool story-note__send"
          disabled={isBusy || text.trim() === ''}
          onClick={() => void send()}
          title={say('notes:sendHint')}
          type="button"
        >
          {sendLabel}
        </button>
        <button className="story-tool" onClick={leave} type="button">
          {say('notes:cancel')}
        </button>
      </div>
    </div>
  );
}

/** Those with a name that goes on as the letters do, in any of its words. */
function named(colleagues: readonly Choice[], letters: string): readonly Choice[] {
  const wanted = letters.toLocaleLowerCase();
  return colleagues
    .filter(({ name }) => {
      const lower = name.toLocaleLowerCase();
      return lower.startsWith(wanted) || lower.includes(` ${wanted}`);
    })
    .filter(({ name }) => name.toLocaleLowerCase() !== wanted.trimEnd())
    .slice(0, MOST_NAMES);
}
