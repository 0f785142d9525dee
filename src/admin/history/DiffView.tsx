'use client';

import type { EditionDiff, FieldChange } from '../../domain/edition/diffEditions';
import type { TextPart } from '../../domain/edition/diffText';

import { english } from '../words/english';
import { useWords, type Say, type WordKey } from '../words/useWords';

import './diff.css';

/** What changed between two states of an article, side by side. */
export function DiffView({ diff }: { diff: EditionDiff }) {
  const { say } = useWords();
  const { fields, sections, quotes } = diff;
  if (fields.length + sections.length + quotes.length === 0) {
    return <p className="diff__same">{say('diff:same')}</p>;
  }
  return (
    <div className="diff">
      {fields.map((change) => (
        <Change key={change.field} title={nameOf(change.field, say)}>
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
          {section.fields.map((change) => (
            <div key={change.field}>
              <h5>{nameOf(change.field, say)}</h5>
              <SideBySide change={change} />
            </div>
          ))}
        </Change>
      ))}
      {quotes.map((quote) => (
        <Change
          key={quote.id}
          title={`${
            quote.speaker
              ? say('diff:quotationOf', { speaker: quote.speaker })
              : say('diff:quotation')
          } (${say(`diff:${quote.change}`)})`}
        >
          {quote.words && <Words words={quote.words} />}
          {quote.fields.map((change) => (
            <div key={change.field}>
              <h5>{nameOf(change.field, say)}</h5>
              <SideBySide change={change} />
            </div>
          ))}
        </Change>
      ))}
    </div>
  );
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

type FieldName = Extract<WordKey, `field:${string}`> extends `field:${infer Name}` ? Name : never;

const STATUSES = ['unverified', 'verified', 'disputed'] as const;

const FIELDS = Object.keys(english.field) as FieldName[];

/** A field as its form calls it; one that has no name there as it is written: "Lead image". */
export function nameOf(field: string, say: Say): string {
  const named = FIELDS.find((each) => each === field);
  if (named) return say(`field:${named}`);
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
