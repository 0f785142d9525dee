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
import { labelOf } from '../../domain/edition/labelOf';
import { inWords, nameOf } from '../edition/fieldWords';
import { Words } from '../edition/Words';
import { Modal } from '../modal/Modal';
import { useWords, type Say, type WordKey } from '../words/useWords';
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

const NAMES: Record<string, WordKey> = { body: 'conflict:body', text: 'conflict:text' };

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
  const words = useWords();
  const { say } = words;
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
    <Modal title={say('conflict:title')} onCancel={onCancel}>
      {fields.length === 0 ? (
        <p>{say('conflict:same')}</p>
      ) : (
        <>
          <p>{say('conflict:help')}</p>
          <div className="conflict__all" role="group" aria-label={say('conflict:whole')}>
            <Shortcut onClick={() => chooseAll('theirs')}>{say('conflict:allTheirs')}</Shortcut>
            <Shortcut onClick={() => chooseAll('mine')}>{say('conflict:allMine')}</Shortcut>
            <Shortcut onClick={() => chooseAll(null)}>{say('conflict:joined')}</Shortcut>
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
        <section className="conflict__result" aria-label={say('conflict:result')}>
          <h3>{say('conflict:result')}</h3>
          {settled.map(({ field, is }) => (
            <div key={field.name}>
              <h4>{titleOf(field, words)}</h4>
              <p>{is ? wordsOf(field, [is.value], say, true) : say('conflict:open')}</p>
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
          {say('conflict:later')}
        </Button>
        <Button
          disabled={isOpen || isBusy}
          margin={false}
          onClick={() => void decide()}
          type="button"
        >
          {say(isBusy ? 'bar:moment' : isTheirs ? 'conflict:take' : 'conflict:save')}
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
  const words = useWords();
  const { say } = words;
  return (
    <section className="diff__change">
      <h4>{titleOf(field, words)}</h4>
      {field.parts.map((part, index) =>
        part.kind === 'same' ? (
          <p key={index} className="conflict__same">
            {say(field.kind === 'list' ? 'conflict:sameEntries' : 'conflict:sameParagraphs', {
              count: part.items.length,
            })}
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

const WHO: Record<ChangedPart<unknown>['by'], WordKey> = {
  mine: 'conflict:byMine',
  theirs: 'conflict:byTheirs',
  both: 'conflict:byBoth',
};

const CHOICES: Record<Choice, WordKey> = {
  theirs: 'conflict:theirs',
  mine: 'conflict:mine',
  both: 'conflict:both',
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
  const { say, language } = useWords();
  const theirs = wordsOf(field, part.theirs, say);
  const mine = wordsOf(field, part.mine, say);
  // Two headlines in one line of text make no headline.
  const canBeBoth =
    part.by === 'both' &&
    part.mine.length > 0 &&
    part.theirs.length > 0 &&
    (field.kind === 'body' || field.kind === 'list' || field.parts.length > 1);
  const open = (['theirs', 'mine', ...(canBeBoth ? (['both'] as const) : [])] as const).slice();
  return (
    <fieldset className={`conflict__part conflict__part--${choice ?? 'open'}`}>
      <legend>{say(WHO[part.by])}</legend>
      {theirs === mine ? (
        <p>{say('conflict:form')}</p>
      ) : (
        <Words words={diffText(theirs, mine)} say={say} language={language} />
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
            {say(CHOICES[each])}
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

/** What may be edited at the same time by two people. */
const PARTS = ['article', 'section', 'quote'] as const;

function titleOf({ name }: JoinedField, { say, language }: ReturnType<typeof useWords>): string {
  const key = NAMES[name];
  if (key) return say(key);
  const part = PARTS.find((each) => labelOf(each, name) !== null) ?? 'article';
  return nameOf(part, name, { say, language });
}

/** Ids say nothing to people: what they stand for is counted. */
const ID = /^[0-9a-f]{24}$/i;

function wordsOf(
  { kind }: JoinedField,
  items: readonly unknown[],
  say: Say,
  isWhole = false,
): string {
  if (items.length === 0) return say('conflict:nothing');
  if (kind === 'body') {
    const children = isWhole ? (items[0] as RichText | null)?.root.children : items;
    const text = lexicalText(bodyOf((children ?? []) as RichTextNode[]));
    return text || say('conflict:nothing');
  }
  if (kind === 'words') return items.join('\n\n') || say('conflict:nothing');
  const entries = items.flat();
  if (entries.every((entry) => typeof entry === 'string' && ID.test(entry))) {
    return say('conflict:entries', { count: entries.length });
  }
  return inWords(entries, say);
}

function bodyOf(children: RichTextNode[]): RichText {
  return {
    root: { type: 'root', children, direction: null, format: '', indent: 0, version: 1 },
  };
}
