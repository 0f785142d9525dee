import canonicalize from 'canonicalize';
import { diffArrays } from 'diff';
import { bodyFurniture } from '../richText/bodyFurniture';
import { lexicalText } from '../richText/lexicalText';
import { diffText, type TextPart } from './diffText';
import type { EditionContent, EditionSection, PartContent } from './EditionContent';
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
  /** The words of the body; null when they stayed the same. */
  words: TextPart[] | null;
  /**
   * The other changes: heading, quotes, people; "furniture" for links, images, embeds and pull
   * quotes; "formatting" when that is all that changed in the body.
   */
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
  const quotes = recordChanges(
    'quote',
    before.quotes,
    after.quotes,
    ({ speaker }) => speaker?.name,
  );
  const people = recordChanges('person', before.people, after.people, ({ name }) => name);
  const images = recordChanges('image', before.images, after.images, ({ alt }) => alt);
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
    return isSame(was, is) ? [] : [{ field, before: was, after: is, words: null }];
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
  const words = wordChanges(lexicalText(oldBody), lexicalText(newBody));
  const fields = old && young ? fieldChanges('section', old, young, ['body']) : [];
  const furniture = changed('furniture', bodyFurniture(oldBody), bodyFurniture(newBody));
  fields.push(...furniture);
  if (old && young && !words && furniture.length === 0 && !isSame(oldBody, newBody))
    fields.push({ field: 'formatting', before: oldBody, after: newBody, words: null });
  if (old && young && !isMoved && !words && fields.length === 0) return null;
  return {
    id,
    heading: (young ?? old)?.heading ?? null,
    change: !old ? 'added' : !young ? 'removed' : 'edited',
    isMoved,
    from: old ? from : null,
    to: young ? to : null,
    words,
    fields,
  };
}

function recordChanges<P extends 'quote' | 'person' | 'image'>(
  part: P,
  before: readonly PartContent<P>[],
  after: readonly PartContent<P>[],
  nameOf: (record: PartContent<P>) => string | null | undefined,
): RecordChange[] {
  const old = new Map(before.map((record) => [record.id, record]));
  const young = new Map(after.map((record) => [record.id, record]));
  return [...new Set([...young.keys(), ...old.keys()])].flatMap((id): RecordChange[] => {
    const was = old.get(id);
    const is = young.get(id);
    const words = part === 'quote' ? wordChanges(wordsOf(was), wordsOf(is)) : null;
    const fields = was && is ? fieldChanges(part, was, is, part === 'quote' ? ['text'] : []) : [];
    if (was && is && !words && fields.length === 0) return [];
    const named = is ?? was;
    return [
      {
        id,
        name: (named && nameOf(named)) ?? null,
        change: !was ? 'added' : !is ? 'removed' : 'altered',
        words,
        fields,
      },
    ];
  });
}

function wordsOf(record: object | undefined): string {
  return (record as { text?: string } | undefined)?.text ?? '';
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
    return field.type === 'group'
      ? changesIn(field.fields, was as object | null, is as object | null, `${here}.`)
      : changed(here, was, is);
  });
}

function valueOf(held: object | null, name: string): unknown {
  return (held as Record<string, unknown> | null)?.[name] ?? null;
}

function changed(field: string, before: unknown, after: unknown): FieldChange[] {
  if (isSame(before, after)) return [];
  const areTexts = typeof before === 'string' && typeof after === 'string';
  return [{ field, before, after, words: areTexts ? diffText(before, after) : null }];
}

function wordChanges(before: string, after: string): TextPart[] | null {
  return before === after ? null : diffText(before, after);
}

function isSame(one: unknown, other: unknown): boolean {
  return canonicalize(one) === canonicalize(other);
}
