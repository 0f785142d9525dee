'use client';

import { useId, type ReactNode } from 'react';

import {
  isSameEdition,
  type EditionDiff,
  type FieldChange,
  type RecordChange,
  type SectionChange,
} from '../../domain/edition/diffEditions';
import type { EditionContent } from '../../domain/edition/EditionContent';
import type { EditionPart } from '../../domain/edition/editionFields';
import { fieldAt } from '../../domain/edition/labelOf';
import type { Say } from '../words/useWords';
import { BodyDiff } from './BodyDiff';
import { nameOf } from './fieldWords';
import { Jumps } from './Jumps';
import { Marked } from './Marked';
import { ReadingContext, useReading } from './reading';
import { RecordView, Value } from './RecordView';
import { Sides } from './Sides';
import { Words } from './Words';

import './edition.css';

/** The two states of an article that are compared, and what is between them. */
export interface Compared {
  before: EditionContent;
  after: EditionContent;
  diff: EditionDiff;
  /** Headlines of the articles that they point at, by id. */
  articles: Readonly<Record<string, string>>;
}

interface Told {
  key: string;
  title: string;
  body: ReactNode;
}

/** What changed between two states of an article: each change in words, the older side first. */
export function DiffView({
  compared: { before, after, diff, articles },
  say,
  language,
}: {
  compared: Compared;
  say: Say;
  language: string;
}) {
  const prefix = useId();
  if (isSameEdition(diff)) return <p className="diff__same">{say('diff:same')}</p>;
  const records = (
    part: 'quote' | 'person' | 'image',
    changes: readonly RecordChange[],
  ): Told[] => {
    const list = ({ quote: 'quotes', person: 'people', image: 'images' } as const)[part];
    return changes.map((change) => ({
      key: `${part}-${change.id}`,
      title: titleOf(part, change, say),
      body: <RecordDiff part={part} change={change} before={before[list]} after={after[list]} />,
    }));
  };
  const told: Told[] = [
    // The note of the change first: it says what the rest is for.
    ...diff.fields.toSorted(notesFirst).map((change) => ({
      key: change.field,
      title: nameOf('article', change.field, { say, language }),
      body: <FieldDiff part="article" change={change} />,
    })),
    ...diff.sections.map((section) => ({
      key: section.id,
      title: titleOfSection(section, say),
      body: <SectionDiff section={section} before={before} after={after} />,
    })),
    ...records('quote', diff.quotes),
    ...records('person', diff.people),
    // Those that came or went stand among the blocks of their section.
    ...records(
      'image',
      diff.images.filter(({ change }) => change === 'altered'),
    ),
  ];
  return (
    <ReadingContext value={{ say, language, contents: [after, before], articles }}>
      <Jumps targets={told.map(({ key, title }) => ({ id: `${prefix}-${key}`, label: title }))} />
      <div className="diff">
        {told.map(({ key, title, body }) => (
          <section className="diff__change" key={key}>
            <h4 id={`${prefix}-${key}`} tabIndex={-1}>
              <Marked text={title} language={language} />
            </h4>
            {body}
          </section>
        ))}
      </div>
    </ReadingContext>
  );
}

function notesFirst(one: FieldChange, other: FieldChange): number {
  const isNote = ({ field }: FieldChange) => field.startsWith('change.');
  return Number(isNote(other)) - Number(isNote(one));
}

function titleOfSection({ heading, change, isMoved }: SectionChange, say: Say): string {
  const title = heading ? say('diff:section', { heading }) : say('story:lead');
  const what = [change !== 'edited' && say(`diff:${change}`), isMoved && say('diff:moved')];
  const said = what.filter(Boolean).join(', ');
  return said ? `${title} · ${said}` : title;
}

function titleOf(part: 'quote' | 'person' | 'image', change: RecordChange, say: Say): string {
  const { name } = change;
  const title = {
    quote: name ? say('diff:quotationOf', { speaker: name }) : say('diff:quotation'),
    person: say('diff:person', { name: name ?? '' }),
    image: say('diff:image', { name: name ?? say('diff:empty') }),
  }[part];
  return `${title} · ${say(`diff:${change.change}`)}`;
}

function SectionDiff({
  section: { body, change, fields },
  before,
  after,
}: {
  section: SectionChange;
  before: EditionContent;
  after: EditionContent;
}) {
  return (
    <>
      {body && (
        <BodyDiff parts={body} before={before} after={after} isWhole={change !== 'edited'} />
      )}
      <FieldDiffs part="section" changes={fields} />
    </>
  );
}

/** Fields of a record or section, each with its name. */
function FieldDiffs({ part, changes }: { part: EditionPart; changes: readonly FieldChange[] }) {
  const reading = useReading();
  return changes.map((change) => (
    <div className="diff__field" key={change.field}>
      <h5>{nameOf(part, change.field, reading)}</h5>
      <FieldDiff part={part} change={change} />
    </div>
  ));
}

function FieldDiff({ part, change }: { part: EditionPart; change: FieldChange }) {
  const { say, language } = useReading();
  const { before, after, words, records } = change;
  const field = fieldAt(part, change.field);
  if (field?.type === 'body') return <p>{say('diff:stored')}</p>;
  const isRecord = field?.type === 'one' || field?.type === 'many';
  const isAnother = field?.type === 'one' && before && after && records?.length === 2;
  if (isRecord && !isAnother && records && records.length > 0) {
    const of = field.of as EditionPart;
    return records.map((record) => (
      <div className="diff__field" key={record.id}>
        {field.type === 'many' && (
          <h5>{`${record.name ?? ''} · ${say(`diff:${record.change}`)}`}</h5>
        )}
        <RecordDiff part={of} change={record} before={listOf(before)} after={listOf(after)} />
      </div>
    ));
  }
  const isProse = field === null || ['text', 'paragraph', 'address'].includes(field.type);
  if (words && isProse) return <Words words={words} say={say} language={language} />;
  return (
    <>
      {field?.type === 'many' && <p>{say('diff:order')}</p>}
      <Sides
        say={say}
        before={<Value field={field} value={before} />}
        after={<Value field={field} value={after} />}
      />
    </>
  );
}

/** One record: whole where it came or went, else what is another; two pictures as pictures. */
function RecordDiff({
  part,
  change: { id, change, words, fields },
  before,
  after,
}: {
  part: EditionPart;
  change: RecordChange;
  before: readonly object[];
  after: readonly object[];
}) {
  const { say, language } = useReading();
  const find = (records: readonly object[]) => records.find((record) => idOf(record) === id);
  const was = find(before);
  const is = find(after);
  if (change !== 'altered') {
    const record = is ?? was;
    const As = change === 'added' ? 'ins' : 'del';
    return (
      <As className="body-diff__block">{record && <RecordView part={part} record={record} />}</As>
    );
  }
  return (
    <>
      {part === 'image' && was && is && (
        <Sides say={say} before={<Thumbnail image={was} />} after={<Thumbnail image={is} />} />
      )}
      {words && <Words words={words} say={say} language={language} />}
      <FieldDiffs part={part} changes={fields} />
    </>
  );
}

function Thumbnail({ image }: { image: object }) {
  return <RecordView part="image" record={image} />;
}

/** A byline has no id: it is known by its name. */
function idOf(record: object): string {
  const { id, name } = record as { id?: string; name?: string };
  return id ?? name ?? '';
}

function listOf(value: unknown): object[] {
  return [value ?? []].flat();
}
