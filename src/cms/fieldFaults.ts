import type { FlattenedField, PayloadRequest } from 'payload';
import { z } from 'zod';

import { characterRule } from '../domain/characters/fieldCharacters';
import { hiddenInWords } from '../domain/characters/hiddenCharacters';
import { bodyFaultInWords, bodyFaults } from '../domain/richText/bodySchema';

/** One value that its field cannot have. */
export interface FieldFault {
  /** As Payload names fields in its own refusals, so that the panel marks them: `bylines.0.name`. */
  path: string;
  message: string;
  /** Where all that is wrong is a character that nobody sees: what was sent. */
  hidden?: unknown;
}

interface Save {
  /** The name of the collection or the global. */
  slug: string;
  /** The fields of the collection, and what was sent for them. */
  fields: readonly FlattenedField[];
  data: Record<string, unknown>;
  /**
   * Whether what each field says of its own values is asked too. Payload asks it itself, unless what
   * is saved is a draft (docs/payload-traps.md).
   */
  isDraft: boolean;
  operation: 'create' | 'update';
  id?: number | string;
  req: PayloadRequest;
}

/**
 * Every value of a save that its field cannot have: of another kind, no id, no date, none of the
 * options, too long, too large, or what the field itself refuses. What is missing is no fault: a
 * draft need not be finished. Nothing is read from the database.
 */
export async function fieldFaults(save: Save): Promise<FieldFault[]> {
  return faultsIn(save.fields, save.data, '', save);
}

async function faultsIn(
  fields: readonly FlattenedField[],
  data: Record<string, unknown>,
  above: string,
  save: Save,
): Promise<FieldFault[]> {
  const faults: FieldFault[] = [];
  for (const field of fields) {
    const value = data[field.name];
    if (value === undefined || (value === null && !isGroup(field))) continue;
    const path = `${above}${field.name}`;
    const wanted = wantedInstead(field, value);
    if (wanted) {
      faults.push({ path, message: `“${path}” cannot be read: it is ${wanted}.` });
      continue;
    }
    if (isGroup(field)) {
      faults.push(...(await faultsIn(field.flattenedFields, value as Sent, `${path}.`, save)));
    } else if (field.type === 'richText') {
      for (const fault of bodyFaults(value)) {
        faults.push({ path, message: bodyFaultInWords(fault, path) });
      }
    } else if (field.type === 'array' && Array.isArray(value)) {
      for (const [index, row] of (value as Sent[]).entries()) {
        faults.push(...(await faultsIn(field.flattenedFields, row, `${path}.${index}.`, save)));
      }
    } else if (save.isDraft) {
      const refusal = await ownRefusal(field, { value, siblingData: data, path, save });
      if (refusal) faults.push({ path, message: `“${path}”: ${refusal}` });
    }
    if (characterRule(save.slug, path) !== 'refused') continue;
    for (const text of [value].flat()) {
      const message = typeof text === 'string' ? hiddenInWords(path, text) : null;
      if (message) faults.push({ path, message, hidden: value });
    }
  }
  return faults;
}

type Sent = Record<string, unknown>;

/** Payload looks into these whatever they hold: without one it fails. */
function isGroup(field: FlattenedField): field is FlattenedField & { type: 'group' | 'tab' } {
  return field.type === 'group' || field.type === 'tab';
}

/** What a field wants in the place of a value that it cannot have, or null where it can. */
function wantedInstead(field: FlattenedField, value: unknown): string | null {
  switch (field.type) {
    case 'text':
    case 'textarea':
    case 'email':
    case 'code': {
      const { maxLength } = field as { maxLength?: number };
      return one(field, value, (each) => wantedText(each, maxLength), 'a list of texts');
    }
    case 'number':
      return one(field, value, (each) => wantedNumber(each, field), 'a list of numbers');
    case 'select':
    case 'radio': {
      const options = field.options.map((option) =>
        typeof option === 'string' ? option : option.value,
      );
      const names = options.join(', ');
      const isMany = field.type === 'select' && field.hasMany === true;
      const all: unknown = isMany ? value : [value];
      const isKnown = Array.isArray(all) && all.every((each) => options.includes(each as string));
      return isKnown ? null : isMany ? `a list of some of ${names}` : `one of ${names}`;
    }
    case 'date':
      return isDate(value) ? null : 'a date such as 2031-03-04T18:30:00Z';
    case 'checkbox':
      return [true, false, 'true', 'false', ''].includes(value as boolean) ? null : 'true or false';
    case 'relationship':
    case 'upload': {
      if (!field.hasMany) return value === '' || isReference(field, value) ? null : 'an id';
      const isList = Array.isArray(value) && value.every((each) => isReference(field, each));
      return isList ? null : 'a list of ids';
    }
    case 'group':
    case 'tab':
      return isPlain(value) ? null : 'an object';
    case 'array':
      // The admin sends the number of rows where there are none to send.
      if (value === 0) return null;
      return Array.isArray(value) && value.every(isPlain) ? null : 'a list of objects';
    case 'richText':
      return isPlain(value) && isPlain(value.root) ? null : 'an editor state with a root';
    default:
      return null;
  }
}

/** The same question for each of a list, where a field holds one. */
function one(
  field: FlattenedField,
  value: unknown,
  wanted: (value: unknown) => string | null,
  list: string,
): string | null {
  if (!('hasMany' in field) || field.hasMany !== true) return wanted(value);
  if (!Array.isArray(value)) return list;
  return value.map(wanted).find((each) => each !== null) ?? null;
}

function wantedText(value: unknown, maxLength: number | undefined): string | null {
  if (typeof value !== 'string') return 'a text';
  if (maxLength !== undefined && value.length > maxLength) {
    return `a text of at most ${maxLength} characters`;
  }
  // Nobody writes it, and XML, file systems and other programs end a text there.
  return value.includes('\0') ? 'a text without the character U+0000' : null;
}

function wantedNumber(value: unknown, { min, max }: { min?: number; max?: number }): string | null {
  if (value === '') return null;
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  if (typeof number !== 'number' || !Number.isFinite(number)) return 'a number';
  if (min !== undefined && number < min) return `a number of at least ${min}`;
  return max !== undefined && number > max ? `a number of at most ${max}` : null;
}

/** ISO 8601: a year, a month, a day, or a day with a time; days that do not exist are none. */
const ISO_DATE = z.union([
  z.iso.date(),
  z.iso.datetime({ offset: true, local: true }),
  z.string().regex(/^\d{4}(-(0[1-9]|1[0-2]))?$/),
]);

function isDate(value: unknown): boolean {
  if (value instanceof Date) return !Number.isNaN(value.getTime());
  return value === '' || ISO_DATE.safeParse(value).success;
}

/**
 * An id, or (as the admin and earlier answers have it) a document with its id; where several
 * collections can be meant, one of them beside it.
 */
function isReference(field: FlattenedField, value: unknown): boolean {
  const { relationTo } = field as { relationTo: string | string[] };
  if (Array.isArray(relationTo)) {
    return isPlain(value) && relationTo.includes(String(value.relationTo)) && isId(value.value);
  }
  return isId(value);
}

function isId(value: unknown): boolean {
  if (typeof value === 'string') return /^[0-9a-f]{24}$/i.test(value);
  if (!isObject(value)) return false;
  // An ObjectId, as code that asks the database itself has it.
  if ('toHexString' in value) return true;
  return 'id' in value && typeof value.id === 'string' && isId(value.id);
}

/** What a field says of a value by its own validation. */
async function ownRefusal(
  field: FlattenedField,
  {
    value,
    siblingData,
    path,
    save,
  }: { value: unknown; siblingData: Sent; path: string; save: Save },
): Promise<string | null> {
  const isScalar = ['text', 'textarea', 'email', 'number', 'date'].includes(field.type);
  const { validate } = field as { validate?: (value: unknown, options: object) => unknown };
  if (!isScalar || !validate || value === '') return null;
  const { data, id, operation, req } = save;
  const answer = await validate(value, {
    ...field,
    required: false,
    blockData: {},
    data,
    event: 'submit',
    id,
    operation,
    path: path.split('.'),
    preferences: { fields: {} },
    req,
    siblingData,
  });
  return typeof answer === 'string' ? answer : null;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function isPlain(value: unknown): value is Sent {
  return isObject(value) && !Array.isArray(value) && !(value instanceof Date);
}
