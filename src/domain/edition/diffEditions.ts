import canonicalize from 'canonicalize';
import { diffArrays } from 'diff';
import { bodyFurniture } from '../richText/bodyFurniture';
import { lexicalText } from '../richText/lexicalText';
import { diffText, type TextPart } from './diffText';
import type { EditionContent, EditionQuote, EditionSection } from './EditionContent';

/** What changed from one edition to another; nothing changed when all three lists are empty. */
export interface EditionDiff {
  /** Of the article itself, in the order of its fields. */
  fields: FieldChange[];
  /** In the order of the newer edition; a removed section stands where it stood. */
  sections: SectionChange[];
  /** In the order of the newer edition, removed ones last. */
  quotes: QuoteChange[];
}

export interface FieldChange {
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

export interface QuoteChange {
  id: string;
  speaker: string | null;
  change: 'added' | 'removed' | 'altered';
  /** The words of the quotation; null when they stayed the same. */
  words: TextPart[] | null;
  /** Speaker, occasion, evidence, verification and the like. */
  fields: FieldChange[];
}

/**
 * A readable difference between two editions of an article. It is empty exactly when their
 * `canonicalHash` is the same.
 */
export function diffEditions(before: EditionContent, after: EditionContent): EditionDiff {
  const { format: _f, sections: _s, quotes: _q, ...fields } = after;
  return {
    fields: fieldChanges(before, after, Object.keys(fields) as (keyof EditionContent)[]),
    sections: sectionChanges(before.sections, after.sections),
    quotes: quoteChanges(before.quotes, after.quotes),
  };
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
  const fields = old && young ? fieldChanges(old, young, ['heading', 'quotes', 'people']) : [];
  const furniture = fieldChanges(
    { furniture: bodyFurniture(oldBody) },
    { furniture: bodyFurniture(newBody) },
    ['furniture'],
  );
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

function quoteChanges(
  before: readonly EditionQuote[],
  after: readonly EditionQuote[],
): QuoteChange[] {
  const old = new Map(before.map((quote) => [quote.id, quote]));
  const young = new Map(after.map((quote) => [quote.id, quote]));
  return [...new Set([...young.keys(), ...old.keys()])].flatMap((id): QuoteChange[] => {
    const was = old.get(id);
    const is = young.get(id);
    const words = wordChanges(was?.text ?? '', is?.text ?? '');
    const fields =
      was && is
        ? fieldChanges(was, is, [
            'language',
            'kind',
            'speaker',
            'occasion',
            'evidence',
            'verification',
          ])
        : [];
    if (was && is && !words && fields.length === 0) return [];
    return [
      {
        id,
        speaker: (is ?? was)?.speaker?.name ?? null,
        change: !was ? 'added' : !is ? 'removed' : 'altered',
        words,
        fields,
      },
    ];
  });
}

function fieldChanges<T extends object>(
  before: T,
  after: T,
  fields: readonly (keyof T & string)[],
): FieldChange[] {
  return fields.flatMap((field): FieldChange[] => {
    const was: unknown = before[field];
    const is: unknown = after[field];
    if (isSame(was, is)) return [];
    const areTexts = typeof was === 'string' && typeof is === 'string';
    return [{ field, before: was, after: is, words: areTexts ? diffText(was, is) : null }];
  });
}

function wordChanges(before: string, after: string): TextPart[] | null {
  return before === after ? null : diffText(before, after);
}

function isSame(one: unknown, other: unknown): boolean {
  return canonicalize(one) === canonicalize(other);
}
