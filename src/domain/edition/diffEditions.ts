import canonicalize from 'canonicalize';
import { diffArrays } from 'diff';
import { diffBodies, type BodyPart } from './diffBodies';
import { diffText, type TextPart } from './diffText';
import type { EditionContent, EditionSection } from './EditionContent';
import type { EditionField } from './EditionField';
import { fieldsOf, type EditionPart } from './editionFields';

/** What changed from one edition to another; nothing changed when all lists are empty. */
export interface EditionDiff {
  /** Of the article itself, in the order of its fields. */
  fields: FieldChange[];
  /** In the order of the newer edition; a removed section stands where it stood. */
  sections: SectionChange[];
  /** Records in the order of the newer edition, removed ones last. */
  quotes: RecordChange[];
  people: RecordChange[];
  /** Those in the text; the lead image is a field of the article. */
  images: RecordChange[];
}

export interface FieldChange {
  /** Its path in the part: "headline", "origin.publisher". `labelOf` says how people call it. */
  field: string;
  before: unknown;
  after: unknown;
  /** Word by word, where both are text. */
  words: TextPart[] | null;
  /** Of a record or a list of records, those that changed; null for other values. */
  records: RecordChange[] | null;
}

export interface SectionChange {
  id: string;
  heading: string | null;
  change: 'added' | 'removed' | 'edited';
  /** Whether it changed place among the sections that stayed. */
  isMoved: boolean;
  /** Place in each edition, from 0; null where it does not stand. */
  from: number | null;
  to: number | null;
  /** What became of the body, block by block; null when readers see the same. */
  body: BodyPart[] | null;
  /** The other changes; "body" among them when only the way in which it is stored is another. */
  fields: FieldChange[];
}

export interface RecordChange {
  id: string;
  /** How people call it: the speaker of a quote, a name, what a picture shows. */
  name: string | null;
  change: 'added' | 'removed' | 'altered';
  /** The words of a quotation; null when they stayed the same, and for other records. */
  words: TextPart[] | null;
  fields: FieldChange[];
}

/** Compared as records or sections of their own. */
const APART = ['sections', 'quotes', 'people', 'images'] as const;

/**
 * A readable difference between two editions of an article, by the table of their fields. It is
 * empty exactly when their `canonicalHash` is the same.
 */
export function diffEditions(before: EditionContent, after: EditionContent): EditionDiff {
  const quotes = recordChanges('quote', before.quotes, after.quotes);
  const people = recordChanges('person', before.people, after.people);
  const images = recordChanges('image', before.images, after.images);
  return {
    fields: [
      ...fieldChanges('article', before, after, APART),
      // Their order follows the text, and is told only where nothing else shows it.
      ...(quotes.length + people.length + images.length === 0 ? orderChanges(before, after) : []),
    ],
    sections: sectionChanges(before.sections, after.sections),
    quotes,
    people,
    images,
  };
}

/** Whether two editions are the same. */
export function isSameEdition(diff: EditionDiff): boolean {
  return Object.values(diff).every((changes: readonly unknown[]) => changes.length === 0);
}

function orderChanges(before: EditionContent, after: EditionContent): FieldChange[] {
  return (['quotes', 'people', 'images'] as const).flatMap((field): FieldChange[] => {
    const was = before[field].map(({ id }) => id);
    const is = after[field].map(({ id }) => id);
    return changed(field, was, is);
  });
}

function sectionChanges(
  before: readonly EditionSection[],
  after: readonly EditionSection[],
): SectionChange[] {
  const oldIds = before.map(({ id }) => id);
  const newIds = after.map(({ id }) => id);
  const changes: SectionChange[] = [];
  for (const { added, removed, value } of diffArrays(oldIds, newIds)) {
    for (const id of value) {
      const from = oldIds.indexOf(id);
      const to = newIds.indexOf(id);
      const isMoved = from >= 0 && to >= 0 && (added || removed);
      // A moved section comes up twice; it is told once, where it stands now.
      if (isMoved && removed) continue;
      const change = sectionChange({ id, old: before[from], young: after[to], from, to, isMoved });
      if (change) changes.push(change);
    }
  }
  return changes;
}

function sectionChange({
  id,
  old,
  young,
  from,
  to,
  isMoved,
}: {
  id: string;
  old: EditionSection | undefined;
  young: EditionSection | undefined;
  from: number;
  to: number;
  isMoved: boolean;
}): SectionChange | null {
  const oldBody = old?.body ?? null;
  const newBody = young?.body ?? null;
  const body = diffBodies(oldBody, newBody);
  const fields = old && young ? fieldChanges('section', old, young, ['body']) : [];
  if (old && young && !body) fields.push(...changed('body', oldBody, newBody));
  if (old && young && !isMoved && !body && fields.length === 0) return null;
  return {
    id,
    heading: (young ?? old)?.heading ?? null,
    change: !old ? 'added' : !young ? 'removed' : 'edited',
    isMoved,
    from: old ? from : null,
    to: young ? to : null,
    body,
    fields,
  };
}

type Held = Readonly<Record<string, unknown>>;

function recordChanges(
  part: EditionPart,
  before: readonly object[],
  after: readonly object[],
): RecordChange[] {
  const old = new Map(before.map((record) => [keyOf(record), record as Held]));
  const young = new Map(after.map((record) => [keyOf(record), record as Held]));
  return [...new Set([...young.keys(), ...old.keys()])].flatMap((id): RecordChange[] => {
    const was = old.get(id);
    const is = young.get(id);
    const words = part === 'quote' ? wordChanges(wordsOf(was), wordsOf(is)) : null;
    const fields = was && is ? fieldChanges(part, was, is, part === 'quote' ? ['text'] : []) : [];
    if (was && is && !words && fields.length === 0) return [];
    const change = !was ? 'added' : !is ? 'removed' : 'altered';
    return [{ id, name: nameIn(is ?? was), change, words, fields }];
  });
}

/** A byline has no id: it is known by its name. */
function keyOf(record: object): string {
  const { id, name } = record as { id?: string; name?: string };
  return id ?? name ?? '';
}

/** The speaker of a quote, the name of a person or topic, what a picture shows. */
function nameIn(record: Held | undefined): string | null {
  const { speaker, name, alt } = (record ?? {}) as {
    speaker?: { name?: string } | null;
    name?: string;
    alt?: string | null;
  };
  return speaker?.name ?? name ?? alt ?? null;
}

function wordsOf(record: Held | undefined): string {
  return (record?.text as string | undefined) ?? '';
}

/** Of all fields of a part but some, in the order of the table; of a group, each of its fields. */
function fieldChanges(
  part: EditionPart,
  before: object,
  after: object,
  but: readonly string[],
): FieldChange[] {
  const fields = Object.entries(fieldsOf(part)).filter(([name]) => !but.includes(name));
  return changesIn(Object.fromEntries(fields), before, after, '');
}

function changesIn(
  fields: Readonly<Record<string, EditionField>>,
  before: object | null,
  after: object | null,
  path: string,
): FieldChange[] {
  return Object.entries(fields).flatMap(([name, field]) => {
    const was = valueOf(before, name);
    const is = valueOf(after, name);
    const here = `${path}${name}`;
    if (field.type === 'group')
      return changesIn(field.fields, was as object | null, is as object | null, `${here}.`);
    const isRecord = field.type === 'one' || field.type === 'many';
    return changed(here, was, is, isRecord ? (field.of as EditionPart) : null);
  });
}

function valueOf(held: object | null, name: string): unknown {
  return (held as Record<string, unknown> | null)?.[name] ?? null;
}

function changed(
  field: string,
  before: unknown,
  after: unknown,
  part: EditionPart | null = null,
): FieldChange[] {
  if (isSame(before, after)) return [];
  const areTexts = typeof before === 'string' && typeof after === 'string';
  const words = areTexts ? diffText(before, after) : null;
  const records = part && recordChanges(part, recordsOf(before), recordsOf(after));
  return [{ field, before, after, words, records }];
}

function recordsOf(value: unknown): object[] {
  return [value ?? []].flat();
}

function wordChanges(before: string, after: string): TextPart[] | null {
  return before === after ? null : diffText(before, after);
}

function isSame(one: unknown, other: unknown): boolean {
  return canonicalize(one) === canonicalize(other);
}
