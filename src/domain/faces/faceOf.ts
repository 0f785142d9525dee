import { canonicalHash } from '../edition/canonicalHash';
import { idOf, type Reference } from '../edition/WorkingCopy';
import type { FaceCollection } from './FaceCollection';
import { FACE_FIELDS, type FaceField } from './faceFields';

/** A record in the field names of its collection; it may hold more than its face. */
export type FaceDocument = Readonly<Record<string, unknown>>;

/** What readers would see of a record: comparable, with null for what is empty or not there. */
export type Face = Readonly<Record<string, unknown>>;

export function faceOf(collection: FaceCollection, document: FaceDocument): Face {
  return Object.fromEntries(
    FACE_FIELDS[collection].map((field) => [
      field.name,
      field.value === 'file' ? fileOf(document) : valueOf(field, document[field.name]),
    ]),
  );
}

/** Tells whether two faces are the same to readers, and names the one that an editor saw. */
export function faceHash(collection: FaceCollection, document: FaceDocument): string {
  return canonicalHash(faceOf(collection, document));
}

function valueOf({ value: kind }: FaceField, value: unknown): unknown {
  if (value === null || value === undefined || value === '') return null;
  switch (kind) {
    case 'text':
      return value;
    case 'topic':
    case 'image':
      return idOf(value as Reference);
    case 'file':
      return null;
    case 'instant':
      return new Date(value as string | Date).toISOString();
    case 'list':
      return orNull((value as unknown[]).map(String));
    case 'roles':
      return orNull(
        (value as Row[]).map(({ title, organisation, from, to }) => ({
          title: title ?? null,
          organisation: organisation || null,
          from: dayOf(from),
          to: dayOf(to),
        })),
      );
    case 'links':
      return orNull(
        (value as Row[]).map(({ label, url }) => ({ label: label ?? null, url: url ?? null })),
      );
  }
}

/** What readers get as the picture; the sizes of it follow from these. */
function fileOf(document: FaceDocument): unknown {
  const { storedAs, filename, width, height, mimeType, focalX, focalY } = document;
  const name = storedAs ?? filename;
  if (!name) return null;
  const facts = { name, width, height, mimeType, focalX, focalY };
  return Object.fromEntries(Object.entries(facts).map(([key, value]) => [key, value ?? null]));
}

type Row = Readonly<Record<string, string | Date | null | undefined>>;

function orNull<T>(list: T[]): T[] | null {
  return list.length > 0 ? list : null;
}

/** Days of roles come as dates, as instants and, out of imports, as coarse as a year. */
function dayOf(date: string | Date | null | undefined): string | null {
  if (!date) return null;
  return (typeof date === 'string' ? date : date.toISOString()).slice(0, 10);
}
