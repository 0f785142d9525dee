import { z } from 'zod';

import type { EditionField } from './EditionField';
import { FORMAT, type EditionContent } from './EditionContent';
import { fieldsOf, type EditionPart } from './editionFields';

const fileSchema = z.strictObject({
  url: z.string(),
  width: z.number().nullable(),
  height: z.number().nullable(),
});

/** The schema of one field's value in an edition, made from its row. */
export function schemaOf(field: EditionField): z.ZodType {
  const schema = valueSchema(field);
  return field.about ? schema.describe(field.about) : schema;
}

function valueSchema(field: EditionField): z.ZodType {
  switch (field.type) {
    case 'id':
      return z.string();
    case 'number':
      return z.number().nullable();
    case 'body':
      return z.looseObject({ root: z.looseObject({ children: z.array(z.unknown()) }) }).nullable();
    case 'files':
      return z.record(z.string(), fileSchema);
    case 'ids':
      return z.array(z.string());
    case 'group': {
      const group = z.strictObject(shapeOf(field.fields));
      return field.isRequired ? group : group.nullable();
    }
    case 'one':
      return partSchema(field.of as EditionPart).nullable();
    case 'many':
      return z.array(partSchema(field.of as EditionPart));
    default:
      return field.isRequired ? z.string() : z.string().nullable();
  }
}

function shapeOf(fields: Readonly<Record<string, EditionField>>): Record<string, z.ZodType> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [name, schemaOf(field)] as const),
  );
}

function partSchema(part: EditionPart) {
  return z.strictObject(shapeOf(fieldsOf(part)));
}

/** The schema of an edition's content: every declared field is there, and nothing else. */
export const editionSchema = partSchema('article').extend({
  format: z.literal(FORMAT),
}) as unknown as z.ZodType<EditionContent>;
