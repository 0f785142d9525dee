'use client';

import { Button } from '@payloadcms/ui';
import { useId, useMemo, useState } from 'react';

import { diffText } from '../../domain/edition/diffText';
import {
  isSameValue,
  joinVersions,
  settle,
  suggested,
  type Choice,
  type JoinedField,
  type Version,
} from '../../domain/edition/joinVersions';
import type { ChangedPart } from '../../domain/edition/mergeRuns';
import { lexicalText } from '../../domain/richText/lexicalText';
import type { RichText, RichTextNode } from '../../domain/richText/RichText';
import { inWords, nameOf, Words } from '../history/DiffView';
import { Modal } from '../modal/Modal';
import { fieldsOf } from './versionFields';

import './conflict.css';

export interface ConflictDialogProps {
  /** The text that both started from, where it is known. */
  base: Version | null;
  mine: Version;
  /** The newest saved one. */
  theirs: Version;
  /** What else is to be known before choosing. */
  notice?: string | null;
  onCancel: () => void;
  /**
   * Called with the values that are to be saved on top of theirs: none where theirs stands. Answers
   * with what went wrong, in words, or null when it is done.
   */
  onDecide: (values: Record<string, unknown>) => Promise<string | null>;
}

/** One list a field; an entry left out is as suggested. */
type Choices = Readonly<Record<string, readonly (Choice | null)[]>>;

const NAMES: Record<string, string> = { body: 'Text', text: 'Verbatim text' };

/**
 * Both texts side by side, so that nobody's words go under: paragraph by paragraph mine, theirs or
 * both, and what comes of it, before it is saved.
 */
export function ConflictDialog({
  base,
  mine,
  theirs,
  notice = null,
  onCancel,
  onDecide,
}: ConflictDialogProps) {
  const fields = useMemo(
    () => joinVersions({ base, mine, theirs, fields: fieldsOf(mine) }).filter(isWorthShowing),
    [base, mine, theirs],
  );
  const [choices, setChoices] = useState<Choices>({});
  const [problem, setProblem] = useState(notice);
  const [isBusy, setBusy] = useState(false);

  const settled = fields.map((field) => ({ field, is: settle(field, choices[field.name] ?? []) }));
  const isOpen = settled.some(({ is }) => is === null);
  const values = Object.fromEntries(
    settled.flatMap(({ field: { name }, is }) =>
      is && !isSameValue(is.value, theirs[name]) ? [[name, is.value]] : [],
    ),
  );
  const isTheirs = !isOpen && Object.keys(values).length === 0;

  const chooseAll = (choice: Choice | null) =>
    setChoices(
      Object.fromEntries(fields.map(({ name, parts }) => [name, parts.map(() => choice)])),
    );
  const decide = async () => {
    setBusy(true);
    setProblem(await onDecide(values));
    setBusy(false);
  };

  return (
    <Modal title="Two people have changed this" onCancel={onCancel}>
      {fields.length === 0 ? (
        <p>The words are the same. Nothing is lost by taking the saved one.</p>
      ) : (
        <>
          <p>
            On the left is what was saved, on the right what is yours and not saved. Choose for each
            paragraph; what only one of you changed is chosen already.
          </p>
          <div className="conflict__all" role="group" aria-label="For the whole text">
            <Shortcut onClick={() => chooseAll('theirs')}>All as saved</Shortcut>
            <Shortcut onClick={() => chooseAll('mine')}>All mine</Shortcut>
            <Shortcut onClick={() => chooseAll(null)}>Joined</Shortcut>
          </div>
        </>
      )}
      <div className="diff">
        {fields.map((field) => (
          <Field
            key={field.name}
            field={field}
            choices={choices[field.name] ?? []}
            onChoose={(index, choice) => {
              const list = field.parts.map((_, place) => choices[field.name]?.[place] ?? null);
              list[index] = choice;
              setChoices({ ...choices, [field.name]: list });
            }}
          />
        ))}
      </div>
      {fields.length > 0 && (
        <section className="conflict__result" aria-label="What comes of it">
          <h3>What comes of it</h3>
          {settled.map(({ field, is }) => (
            <div key={field.name}>
              <h4>{titleOf(field)}</h4>
              <p>{is ? wordsOf(field, [is.value], true) : 'A choice is still open above.'}</p>
            </div>
          ))}
        </section>
      )}
      {problem && (
        <p className="action-dialog__problem" role="alert">
          {problem}
        </p>
      )}
      <div className="action-dialog__buttons">
        <Button buttonStyle="secondary" margin={false} onClick={onCancel} type="button">
          Decide later
        </Button>
        <Button
          disabled={isOpen || isBusy}
          margin={false}
          onClick={() => void decide()}
          type="button"
        >
          {isBusy ? 'One moment…' : isTheirs ? 'Take the saved one' : 'Save this'}
        </Button>
      </div>
    </Modal>
  );
}

function Field({
  field,
  choices,
  onChoose,
}: {
  field: JoinedField;
  choices: readonly (Choice | null)[];
  onChoose: (index: number, choice: Choice) => void;
}) {
  return (
    <section className="diff__change">
      <h4>{titleOf(field)}</h4>
      {field.parts.map((part, index) =>
        part.kind === 'same' ? (
          <p key={index} className="conflict__same">
            {sameWords(part.items.length, field.kind)}
          </p>
        ) : (
          <Part
            key={index}
            field={field}
            part={part}
            choice={choices[index] ?? suggested(part)}
            onChoose={(choice) => onChoose(index, choice)}
          />
        ),
      )}
    </section>
  );
}

const WHO: Record<ChangedPart<unknown>['by'], string> = {
  mine: 'Only you changed this',
  theirs: 'Only the other one changed this',
  both: 'Both of you changed this: choose',
};

const CHOICES: Record<Choice, string> = {
  theirs: 'As saved',
  mine: 'Mine',
  both: 'Both, mine after it',
};

function Part({
  field,
  part,
  choice,
  onChoose,
}: {
  field: JoinedField;
  part: ChangedPart<unknown>;
  choice: Choice | null;
  onChoose: (choice: Choice) => void;
}) {
  const group = useId();
  const theirs = wordsOf(field, part.theirs);
  const mine = wordsOf(field, part.mine);
  // Two headlines in one line of text make no headline.
  const canBeBoth =
    part.by === 'both' &&
    part.mine.length > 0 &&
    part.theirs.length > 0 &&
    (field.kind === 'body' || field.kind === 'list' || field.parts.length > 1);
  const open = (['theirs', 'mine', ...(canBeBoth ? (['both'] as const) : [])] as const).slice();
  return (
    <fieldset className={`conflict__part conflict__part--${choice ?? 'open'}`}>
      <legend>{WHO[part.by]}</legend>
      {theirs === mine ? (
        <p>The words are the same; only their form differs.</p>
      ) : (
        <Words words={diffText(theirs, mine)} />
      )}
      <div className="conflict__choices">
        {open.map((each) => (
          <label key={each}>
            <input
              type="radio"
              name={group}
              checked={choice === each}
              onChange={() => onChoose(each)}
            />
            {CHOICES[each]}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function Shortcut({ onClick, children }: { onClick: () => void; children: string }) {
  return (
    <Button buttonStyle="subtle" margin={false} onClick={onClick} size="small" type="button">
      {children}
    </Button>
  );
}

/** Small fields that only the other one changed are taken as saved, and need no reading. */
function isWorthShowing({ kind, parts }: JoinedField): boolean {
  const isText = kind === 'words' || kind === 'body';
  return isText || parts.some((part) => part.kind === 'changed' && part.by !== 'theirs');
}

function titleOf({ name }: JoinedField): string {
  return NAMES[name] ?? nameOf(name);
}

function sameWords(count: number, kind: JoinedField['kind']): string {
  const item = kind === 'list' ? 'entry' : 'paragraph';
  const items = kind === 'list' ? 'entries' : 'paragraphs';
  return count === 1
    ? `One ${item} that is the same in both`
    : `${count} ${items} that are the same in both`;
}

/** Ids say nothing to people: what they stand for is counted. */
const ID = /^[0-9a-f]{24}$/i;

function wordsOf({ kind }: JoinedField, items: readonly unknown[], isWhole = false): string {
  if (items.length === 0) return '(nothing)';
  if (kind === 'body') {
    const children = isWhole ? (items[0] as RichText | null)?.root.children : items;
    const text = lexicalText(bodyOf((children ?? []) as RichTextNode[]));
    return text || '(no words)';
  }
  if (kind === 'words') return items.join('\n\n') || '(nothing)';
  const entries = items.flat();
  if (entries.every((entry) => typeof entry === 'string' && ID.test(entry))) {
    return entries.length === 1 ? 'One entry' : `${entries.length} entries`;
  }
  return inWords(entries);
}

function bodyOf(children: RichTextNode[]): RichText {
  return {
    root: { type: 'root', children, direction: null, format: '', indent: 0, version: 1 },
  };
}
