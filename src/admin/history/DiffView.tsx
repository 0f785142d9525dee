'use client';

import {
  isSameEdition,
  type EditionDiff,
  type FieldChange,
  type RecordChange,
} from '../../domain/edition/diffEditions';
import type { TextPart } from '../../domain/edition/diffText';
import type { EditionPart } from '../../domain/edition/editionFields';
import { labelOf } from '../../domain/edition/labelOf';

import { useWords, type Say, type WordKey } from '../words/useWords';

import './diff.css';

/** What changed between two states of an article, side by side. */
export function DiffView({ diff }: { diff: EditionDiff }) {
  const { say, language } = useWords();
  const { fields, sections } = diff;
  if (isSameEdition(diff)) {
    return <p className="diff__same">{say('diff:same')}</p>;
  }
  return (
    <div className="diff">
      {fields.map((change) => (
        <Change key={change.field} title={nameOf('article', change.field, { say, language })}>
          <SideBySide change={change} />
        </Change>
      ))}
      {sections.map((section) => (
        <Change
          key={section.id}
          title={[
            section.heading ? say('diff:section', { heading: section.heading }) : say('story:lead'),
            section.change !== 'edited' && `(${say(`diff:${section.change}`)})`,
            section.isMoved && `(${say('diff:moved')})`,
          ]
            .filter(Boolean)
            .join(' ')}
        >
          {section.words && <Words words={section.words} />}
          <Fields part="section" changes={section.fields} />
        </Change>
      ))}
      <Records part="quote" changes={diff.quotes} />
      <Records part="person" changes={diff.people} />
      <Records part="image" changes={diff.images} />
    </div>
  );
}

function Records({
  part,
  changes,
}: {
  part: 'quote' | 'person' | 'image';
  changes: readonly RecordChange[];
}) {
  const { say } = useWords();
  const titles = {
    quote: (name: string | null) =>
      name ? say('diff:quotationOf', { speaker: name }) : say('diff:quotation'),
    person: (name: string | null) => say('diff:person', { name: name ?? '' }),
    image: (name: string | null) => say('diff:image', { name: name ?? say('diff:empty') }),
  };
  return changes.map(({ id, name, change, words, fields }) => (
    <Change key={id} title={`${titles[part](name)} (${say(`diff:${change}`)})`}>
      {words && <Words words={words} />}
      <Fields part={part} changes={fields} />
    </Change>
  ));
}

function Fields({ part, changes }: { part: EditionPart; changes: readonly FieldChange[] }) {
  const words = useWords();
  return changes.map((change) => (
    <div key={change.field}>
      <h5>{nameOf(part, change.field, words)}</h5>
      <SideBySide change={change} />
    </div>
  ));
}

function Change({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <section className="diff__change">
      <h4>{title}</h4>
      {children}
    </section>
  );
}

function SideBySide({ change }: { change: FieldChange }) {
  const { say } = useWords();
  if (change.words) return <Words words={change.words} />;
  // Whole bodies that say the same: what they look like is seen in the text.
  if (change.field === 'formatting') return <p>{say('diff:formatting')}</p>;
  return (
    <div className="diff__sides">
      <p>{inWords(change.before, say)}</p>
      <p>{inWords(change.after, say)}</p>
    </div>
  );
}

/** Before on the left, after on the right; <del> and <ins> say it to readers who see no colour. */
export function Words({ words }: { words: readonly TextPart[] }) {
  return (
    <div className="diff__sides">
      <p>
        {words.map((part, index) =>
          part.kind === 'added' ? null : part.kind === 'removed' ? (
            <del key={index}>{part.text}</del>
          ) : (
            <span key={index}>{part.text}</span>
          ),
        )}
      </p>
      <p>
        {words.map((part, index) =>
          part.kind === 'removed' ? null : part.kind === 'added' ? (
            <ins key={index}>{part.text}</ins>
          ) : (
            <span key={index}>{part.text}</span>
          ),
        )}
      </p>
    </div>
  );
}

const STATUSES = ['unverified', 'verified', 'disputed'] as const;

/** Fields that stand beside those of an edition: what a body holds, and whose work an article is. */
const OTHERS = {
  furniture: 'field:furniture',
  formatting: 'field:formatting',
  assignedTo: 'field:assignedTo',
  deadline: 'field:deadline',
} as const satisfies Record<string, WordKey>;

/** A field as its form calls it; one that has no name there as it is written: "Lead image". */
export function nameOf(
  part: EditionPart,
  field: string,
  { say, language }: { say: Say; language: string },
): string {
  const label = labelOf(part, field);
  if (label) return language.startsWith('de') ? label.de : label.en;
  const key = Object.entries(OTHERS).find(([name]) => name === field)?.[1];
  if (key) return say(key);
  const spaced = field.replace(/[A-Z]/g, (capital) => ` ${capital.toLowerCase()}`);
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
}

export function inWords(value: unknown, say: Say): string {
  if (value === null || value === undefined || value === '') return say('diff:empty');
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (Array.isArray(value))
    return value.map((one) => inWords(one, say)).join(', ') || say('diff:none');
  const { name, headline, text, filename, title, url, status } = value as Record<string, unknown>;
  const state = STATUSES.find((each) => each === status);
  if (state) return say(`verification:${state}`);
  const known = [name, headline, text, filename, title, url].find(
    (word) => typeof word === 'string',
  );
  return typeof known === 'string' ? known : JSON.stringify(value);
}
