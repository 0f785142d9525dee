'use client';

import type { EditionDiff, FieldChange } from '../../domain/edition/diffEditions';
import type { TextPart } from '../../domain/edition/diffText';

import './diff.css';

/** What changed between two states of an article, side by side. */
export function DiffView({ diff }: { diff: EditionDiff }) {
  const { fields, sections, quotes } = diff;
  if (fields.length + sections.length + quotes.length === 0) {
    return <p className="diff__same">The two are exactly the same.</p>;
  }
  return (
    <div className="diff">
      {fields.map((change) => (
        <Change key={change.field} title={nameOf(change.field)}>
          <SideBySide change={change} />
        </Change>
      ))}
      {sections.map((section) => (
        <Change
          key={section.id}
          title={`${section.heading ? `Section “${section.heading}”` : 'Lead'}${section.change === 'edited' ? '' : ` (${section.change})`}${section.isMoved ? ' (moved)' : ''}`}
        >
          {section.words && <Words words={section.words} />}
          {section.fields.map((change) => (
            <div key={change.field}>
              <h5>{nameOf(change.field)}</h5>
              <SideBySide change={change} />
            </div>
          ))}
        </Change>
      ))}
      {quotes.map((quote) => (
        <Change
          key={quote.id}
          title={`Quotation${quote.speaker ? ` of ${quote.speaker}` : ''} (${quote.change})`}
        >
          {quote.words && <Words words={quote.words} />}
          {quote.fields.map((change) => (
            <div key={change.field}>
              <h5>{nameOf(change.field)}</h5>
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
  if (change.words) return <Words words={change.words} />;
  return (
    <div className="diff__sides">
      <p>{inWords(change.before)}</p>
      <p>{inWords(change.after)}</p>
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

/** "leadImage" as "Lead image". */
export function nameOf(field: string): string {
  const spaced = field.replace(/[A-Z]/g, (capital) => ` ${capital.toLowerCase()}`);
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
}

export function inWords(value: unknown): string {
  if (value === null || value === undefined || value === '') return '(empty)';
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) return value.map(inWords).join(', ') || '(none)';
  const { name, headline, text, filename, title } = value as Record<string, unknown>;
  const known = [name, headline, text, filename, title].find((word) => typeof word === 'string');
  return typeof known === 'string' ? known : JSON.stringify(value);
}
