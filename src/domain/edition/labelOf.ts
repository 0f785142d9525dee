import { EDIT_PLACES, type EditionField, type EditPlace, type Words } from './EditionField';
import { editionFields, fieldsOf, type EditionPart } from './editionFields';

/**
 * How people call a field of a part, in the languages of the panel, by its path ("headline",
 * "origin.publisher"): null for one that is not declared. A field within a group is called by both
 * names, "Origin: Publisher", unless the group is in sight.
 */
export function labelOf(
  part: EditionPart,
  path: string,
  { isWithin = false }: { isWithin?: boolean } = {},
): Words | null {
  let fields: Readonly<Record<string, EditionField>> = fieldsOf(part);
  let label: Words | null = null;
  for (const name of path.split('.')) {
    const field = fields[name];
    if (!field) return null;
    label = label && !isWithin ? both(label, field.label) : field.label;
    fields = field.type === 'group' ? field.fields : {};
  }
  return label;
}

/** The declaration of a field of a part, by its path; null for one that is not declared. */
export function fieldAt(part: EditionPart, path: string): EditionField | null {
  let fields: Readonly<Record<string, EditionField>> = fieldsOf(part);
  let found: EditionField | null = null;
  for (const name of path.split('.')) {
    found = fields[name] ?? null;
    fields = found?.type === 'group' ? found.fields : {};
  }
  return found;
}

/** The fields of an article's form, part by part in its order. */
export function fieldsByPlace(): [EditPlace, string[]][] {
  return EDIT_PLACES.map((place) => [
    place,
    Object.entries<EditionField>(editionFields.article).flatMap(([name, field]) =>
      field.place === place ? [name] : [],
    ),
  ]);
}

function both(outer: Words, inner: Words): Words {
  return { en: `${outer.en}: ${inner.en}`, de: `${outer.de}: ${inner.de}` };
}
