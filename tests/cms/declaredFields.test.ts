import type { FlattenedField } from 'payload';
import { describe, expect, it } from 'vitest';

import config from '../../payload.config';
import { fieldsOf } from '../../src/domain/edition/editionFields';
import type { EditionField } from '../../src/domain/edition/EditionField';
import {
  otherFields,
  PART_OF_COLLECTION,
  type EditionCollection,
} from '../../src/domain/edition/otherFields';

const { collections } = await config;
const COLLECTIONS = Object.keys(PART_OF_COLLECTION) as EditionCollection[];

function fieldsOfCollection(slug: string): FlattenedField[] {
  return collections.find((collection) => collection.slug === slug)?.flattenedFields ?? [];
}

/** Fields that Payload keeps without declaring each in every collection. */
const KEPT_BY_PAYLOAD = new Set([
  'createdAt',
  'updatedAt',
  'deletedAt',
  '_status',
  'revision',
  'savedBy',
]);

/** The paths of fields without fields of their own: what a table must speak of. */
function leaves(fields: readonly FlattenedField[], path = ''): string[] {
  return fields.flatMap((field) =>
    field.type === 'group' || field.type === 'tab'
      ? leaves(field.flattenedFields, `${path}${field.name}.`)
      : [`${path}${field.name}`],
  );
}

/** The fields that a part declares, as paths of the collection: where they are stored. */
function declared(fields: Readonly<Record<string, EditionField>>, path = ''): string[] {
  return Object.entries(fields).flatMap(([name, field]) => {
    if (field.stored) return [...field.stored];
    if (field.type !== 'group') return [`${path}${name}`];
    return declared(field.fields, `${path}${name}.`);
  });
}

function isCovered(path: string, by: readonly string[]): boolean {
  return by.some((each) => path === each || path.startsWith(`${each}.`));
}

describe.each(COLLECTIONS)('the fields of %s', (slug) => {
  const paths = leaves(fieldsOfCollection(slug));
  const inEdition = declared(fieldsOf(PART_OF_COLLECTION[slug]));
  const others = Object.keys(otherFields[slug]);

  it('are declared in editionFields, or stand in otherFields with a reason', () => {
    expect(paths.length).toBeGreaterThan(5);
    expect(paths.filter((path) => !isCovered(path, [...inEdition, ...others]))).toEqual([]);
  });

  it('stand in one of the two tables only', () => {
    // The public face of a person has all roles, an edition the one of its day.
    const both = inEdition.filter((path) => isCovered(path, others) && path !== 'roles');
    expect(both).toEqual([]);
  });

  it('are no longer named where they are gone', () => {
    const groups = (path: string) => paths.some((each) => each.startsWith(`${path}.`));
    const gone = [...inEdition, ...others].filter(
      (path) => path !== 'id' && !paths.includes(path) && !groups(path),
    );
    expect(gone.filter((path) => !KEPT_BY_PAYLOAD.has(path))).toEqual([]);
  });
});
