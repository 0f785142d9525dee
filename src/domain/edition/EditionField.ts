/** One text in every language of the panel. */
export interface Words {
  en: string;
  de: string;
}

/** The parts of the article's form, in their order: where a field is edited. */
export const EDIT_PLACES = ['text', 'pictures', 'bylines', 'variants', 'checks'] as const;
export type EditPlace = (typeof EDIT_PLACES)[number];

/** Types whose value is a text, or null where nothing is written. */
export const TEXT_TYPES = [
  'text',
  'paragraph',
  'choice',
  'language',
  'day',
  'instant',
  'address',
  'seal',
] as const;
export type TextType = (typeof TEXT_TYPES)[number];

/**
 * What readers get of a field in the public JSON: in lists and whole articles, in whole articles
 * only, in a shape of its own (its presenter says how), or nothing. Whatever it is, the field is part
 * of what is approved.
 */
export type Publicity = 'lists' | 'whole' | 'presented' | 'never';

interface Row {
  label: Words;
  readers: Publicity;
  /** Where it is edited; only fields of an article itself have a place in its form. */
  place?: EditPlace;
  /** Where it is stored, when that is not the field of the same name: fields of the collection. */
  stored?: readonly string[];
  /** For the public schema, in English. */
  about?: string;
  /** True for a value that is always there: never null. */
  isRequired?: true;
}

/** One field of an edition. `of` names a part of an edition by its key in `editionFields`. */
export type EditionField =
  | (Row & { type: 'id' | TextType | 'number' | 'body' | 'files' })
  | (Row & { type: 'group'; fields: Readonly<Record<string, EditionField>> })
  | (Row & { type: 'one' | 'many'; of: string })
  | (Row & { type: 'ids' });
