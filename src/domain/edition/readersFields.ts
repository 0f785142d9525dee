import type { EditionField } from './EditionField';
import { fieldsOf } from './editionFields';
import { otherFields, PART_OF_COLLECTION, type EditionCollection } from './otherFields';

/**
 * Points at documents that may be hidden although what points at them is not. Of everything else that
 * an edition points at, readers have what is pointed at as long as they have what points at it.
 */
const MAY_BE_HIDDEN: Readonly<Partial<Record<EditionCollection, readonly string[]>>> = {
  // An image is hidden when the rights in it have ended.
  articles: ['relatedArticles', 'leadImage'],
  people: ['portrait'],
  topics: ['parent', 'children'],
};

/** Whether readers are given anything of a collection. */
export function hasReaders(collection: string): collection is EditionCollection {
  return Object.hasOwn(PART_OF_COLLECTION, collection);
}

/**
 * Whether readers get a field, by its path in the collection: when it is in editions and shown, or
 * declared as theirs in `otherFields`. What is declared nowhere is the newsroom's. A group or a list is
 * theirs when anything in it is.
 */
export function isReadersField(collection: EditionCollection, path: string): boolean {
  const table = readersOf.get(collection) ?? new Map<string, boolean>();
  if (path === 'id') return true;
  for (let covered = path; covered; covered = covered.replace(/\.?[^.]*$/, '')) {
    const isTheirs = table.get(covered);
    if (isTheirs === true) return true;
    if (isTheirs === false) break;
  }
  return [...table].some(([each, isTheirs]) => isTheirs && each.startsWith(`${path}.`));
}

/** Whether readers may be led on through a field that points at other documents. */
export function leadsToReadable(collection: EditionCollection, path: string): boolean {
  return isReadersField(collection, path) && !mayPointAtHidden(collection, path);
}

export function mayPointAtHidden(collection: EditionCollection, path: string): boolean {
  return MAY_BE_HIDDEN[collection]?.includes(path) ?? false;
}

const readersOf: ReadonlyMap<EditionCollection, ReadonlyMap<string, boolean>> = new Map(
  (Object.keys(PART_OF_COLLECTION) as EditionCollection[]).map((collection) => [
    collection,
    new Map([
      ...declared(fieldsOf(PART_OF_COLLECTION[collection])),
      ...Object.entries(otherFields[collection]).map(
        ([path, { readBy }]) => [path, readBy !== 'newsroom'] as const,
      ),
    ]),
  ]),
);

/** The fields of a part by where they are stored, and whether readers are shown them. */
function declared(
  fields: Readonly<Record<string, EditionField>>,
  path = '',
): (readonly [string, boolean])[] {
  return Object.entries(fields).flatMap(([name, field]) => {
    const isShown = field.readers !== 'never';
    if (field.stored) return field.stored.map((each) => [each, isShown] as const);
    if (field.type !== 'group' || !isShown) return [[`${path}${name}`, isShown] as const];
    return declared(field.fields, `${path}${name}.`);
  });
}
