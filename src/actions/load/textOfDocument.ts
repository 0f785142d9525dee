import type { EditionField } from '../../domain/edition/EditionField';
import { fieldsOf } from '../../domain/edition/editionFields';
import { PART_OF_COLLECTION, type EditionCollection } from '../../domain/edition/otherFields';
import { FACE_FIELDS } from '../../domain/faces/faceFields';

/** What of a document is not its text: whose it is, where it stands, and what the system counts. */
const NOT_TEXT = [
  'id',
  'workflow',
  'corrections',
  'flags',
  'embargoUntil',
  'assignedTo',
  'deadline',
  'revision',
  'savedBy',
  'contributors',
  'createdAt',
  'updatedAt',
  'deletedAt',
  '_status',
];

/** What an edition may bring back of a document from the past, to readers or to the working copy. */
function textOfDocument<T>(document: Record<string, T>): Record<string, T> {
  return Object.fromEntries(Object.entries(document).filter(([name]) => !NOT_TEXT.includes(name)));
}

/**
 * The whole of it, with nothing in place of what it has not: fields that are only left out keep what
 * they had, and readers would go on to get words that this text is without.
 */
export function wholeText(
  collection: EditionCollection,
  document: Record<string, unknown>,
): Record<string, unknown> {
  const text = textOfDocument(document);
  for (const [name, nothing] of Object.entries(textOfDocument(emptyText(collection)))) {
    const has = text[name] ?? null;
    // Of a group each field for itself.
    text[name] = nothing === null ? has : { ...nothing, ...has };
  }
  return text;
}

/** Nothing, wherever a collection stores what readers are shown of it, but for the files of a picture. */
function emptyText(collection: EditionCollection): Record<string, object | null> {
  if (collection === 'people' || collection === 'topics' || collection === 'media') {
    const names = FACE_FIELDS[collection].filter(({ value }) => value !== 'file');
    return Object.fromEntries(names.map(({ name }) => [name, null]));
  }
  return emptyFields(fieldsOf(PART_OF_COLLECTION[collection]));
}

function emptyFields(
  fields: Readonly<Record<string, EditionField>>,
): Record<string, object | null> {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, field]): [string, object | null][] => {
      if (field.stored) return field.stored.map((each) => [each, null]);
      return [[name, field.type === 'group' ? emptyFields(field.fields) : null]];
    }),
  );
}
