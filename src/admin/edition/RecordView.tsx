import type { ReactNode } from 'react';

import type { EditionFile, EditionImage, EditionQuote } from '../../domain/edition/EditionContent';
import type { EditionField } from '../../domain/edition/EditionField';
import { fieldsOf, type EditionPart } from '../../domain/edition/editionFields';
import { Address } from './Address';
import { isEmpty, nameOf, valueInWords } from './fieldWords';
import { Marked } from './Marked';
import { readersGet } from './readersGet';
import { useReading } from './reading';

type Held = Readonly<Record<string, unknown>>;

/**
 * The declared fields of a part that have a value, each with its name, in the order of the table:
 * all of them, but some, or only some. A field that is declared later appears by itself. Ids are left
 * out: they say nothing to people.
 */
export function FieldRows({
  part,
  record,
  but = [],
  only = null,
  always = [],
  isInline = false,
}: {
  part: EditionPart;
  record: object;
  but?: readonly string[];
  only?: readonly string[] | null;
  /** Shown as empty where they are. */
  always?: readonly string[];
  /** One after the other, for what stands beside something larger. */
  isInline?: boolean;
}) {
  const fields = Object.entries(fieldsOf(part)).filter(
    ([name]) => !but.includes(name) && (only?.includes(name) ?? true),
  );
  const rows = rowsOf(Object.fromEntries(fields), record as Held, { within: '', always });
  if (rows.length === 0) return null;
  return (
    <dl className={isInline ? 'edition-fields edition-fields--inline' : 'edition-fields'}>
      {rows.map((row) => (
        <Row key={row.path} part={part} record={record as Held} {...row} />
      ))}
    </dl>
  );
}

interface FieldRow {
  path: string;
  field: EditionField;
  value: unknown;
}

/** The fields of a group are rows of their own. */
function rowsOf(
  fields: Readonly<Record<string, EditionField>>,
  record: Held,
  { within, always }: { within: string; always: readonly string[] },
): FieldRow[] {
  return Object.entries(fields).flatMap(([name, field]) => {
    const value = record[name];
    const path = `${within}${name}`;
    if (field.type === 'id' || (isEmpty(value) && !always.includes(path))) return [];
    return field.type === 'group'
      ? rowsOf(field.fields, value as Held, { within: `${path}.`, always })
      : [{ path, field, value }];
  });
}

function Row({ part, record, path, field, value }: FieldRow & { part: EditionPart; record: Held }) {
  const reading = useReading();
  const note = readersGet({ part, path, field, record, content: reading.contents[0] ?? null });
  return (
    <div data-field={path}>
      <dt>{nameOf(part, path, reading)}</dt>
      <dd>
        <Value field={field} value={value} />
        {note && <em className="edition-note"> {reading.say(note)}</em>}
      </dd>
    </div>
  );
}

/** A value as people read it, by the type of its field. */
export function Value({ field, value }: { field: EditionField | null; value: unknown }): ReactNode {
  const reading = useReading();
  const { say, language } = reading;
  if (isEmpty(value)) return <span className="edition-note">{say('diff:empty')}</span>;
  switch (field?.type) {
    case 'address':
      return <Address address={String(value)} />;
    case 'files':
      return (
        <ul className="edition-list">
          {Object.entries(value as Record<string, EditionFile>).map(
            ([name, { url, width, height }]) => (
              <li key={name}>
                {name}, {width ?? '–'} × {height ?? '–'}: <Address address={url} />
              </li>
            ),
          )}
        </ul>
      );
    case 'one':
      return <RecordView part={field.of as EditionPart} record={value as Held} />;
    case 'many':
      return (
        <ul className="edition-list">
          {(value as Held[]).map((record, index) => (
            <li key={index}>
              <RecordView part={field.of as EditionPart} record={record} />
            </li>
          ))}
        </ul>
      );
    case 'ids':
      return (
        <ul className="edition-list">
          {(value as string[]).map((id) => (
            <li key={id}>
              <Marked text={valueInWords(field, [id], reading)} language={language} />
            </li>
          ))}
        </ul>
      );
    default:
      return <Marked text={valueInWords(field, value, reading)} language={language} />;
  }
}

/** A record that an edition holds, with all that is declared of it. */
export function RecordView({ part, record }: { part: EditionPart; record: object }) {
  const { language } = useReading();
  if (part === 'image') return <Picture image={record as EditionImage} />;
  if (part === 'quote') return <Quotation quote={record as EditionQuote} />;
  const { name } = record as { name?: unknown };
  return (
    <>
      {typeof name === 'string' && (
        <strong>
          <Marked text={name} language={language} />
        </strong>
      )}
      <FieldRows part={part} record={record} but={['name']} isInline />
    </>
  );
}

function Quotation({ quote }: { quote: EditionQuote }) {
  const { say, language } = useReading();
  const { text, speaker } = quote;
  return (
    <figure className="edition-quotation">
      <blockquote lang={quote.language ?? undefined}>
        <Marked text={text} language={language} />
      </blockquote>
      <figcaption>
        {!speaker && <p className="edition-note">{say('dialog:nobody')}</p>}
        <FieldRows part="quote" record={quote} but={['text']} isInline />
      </figcaption>
    </figure>
  );
}

/** What is said of the file, and not of what it shows. */
const OF_FILE = ['url', 'width', 'height', 'mimeType', 'focalX', 'focalY', 'sizes'];

/** The size that is shown, where there is one; it is large enough to judge a picture by. */
const SHOWN = ['medium', 'thumbnail'];

/** A picture as a picture, with all that is declared of it. */
export function Picture({ image }: { image: EditionImage }) {
  const { say } = useReading();
  const { url, alt, width, height, sizes } = image;
  const shown = SHOWN.flatMap((name) => sizes[name] ?? [])[0] ?? { url, width, height };
  return (
    <figure className="edition-picture">
      {shown.url ? (
        <img
          alt={alt ?? ''}
          height={shown.height ?? undefined}
          loading="lazy"
          src={shown.url}
          width={shown.width ?? undefined}
        />
      ) : (
        <p className="edition-note">{say('view:noFile')}</p>
      )}
      <figcaption>
        <FieldRows part="image" record={image} but={OF_FILE} always={['alt', 'credit']} />
        <details>
          <summary>{say('view:file')}</summary>
          <FieldRows part="image" record={image} only={OF_FILE} />
        </details>
      </figcaption>
    </figure>
  );
}
