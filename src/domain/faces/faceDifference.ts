import { diffText, type TextPart } from '../edition/diffText';
import type { FaceCollection } from './FaceCollection';
import { FACE_FIELDS, type FaceField } from './faceFields';
import { faceOf, type FaceDocument } from './faceOf';

/** One field that readers would see otherwise, in words. */
export interface FaceChange {
  field: string;
  label: FaceField['label'];
  /** Empty where there was, or will be, nothing. */
  before: string;
  after: string;
  parts: TextPart[];
}

/**
 * How two states of a record differ to readers, field by field and word by word. `names` has what
 * records that it points at are called.
 */
export function faceDifference({
  collection,
  before,
  after,
  names,
}: {
  collection: FaceCollection;
  before: FaceDocument;
  after: FaceDocument;
  names: ReadonlyMap<string, string>;
}): FaceChange[] {
  const old = faceOf(collection, before);
  const young = faceOf(collection, after);
  return FACE_FIELDS[collection].flatMap((field): FaceChange[] => {
    const was = JSON.stringify(old[field.name]);
    const is = JSON.stringify(young[field.name]);
    if (was === is) return [];
    const [from, to] = [old, young].map((face) => inWords(field, face[field.name], names));
    return [
      {
        field: field.name,
        label: field.label,
        before: from ?? '',
        after: to ?? '',
        parts: diffText(from ?? '', to ?? ''),
      },
    ];
  });
}

/** For an audit entry: “name: Ada · biography: Keeps the light.” */
export function changesInWords(changes: readonly FaceChange[], side: 'before' | 'after'): string {
  return changes.map((change) => `${change.label.en}: ${change[side] || 'nothing'}`).join(' · ');
}

function inWords(
  { value: kind }: FaceField,
  value: unknown,
  names: ReadonlyMap<string, string>,
): string {
  if (value === null || value === undefined) return '';
  switch (kind) {
    case 'text':
      return value as string;
    case 'instant':
      return `${(value as string).slice(0, 16).replace('T', ' ')} UTC`;
    case 'topic':
    case 'image':
      return names.get(value as string) ?? (value as string);
    case 'file': {
      const { name, width, height } = value as Record<string, string | number | null>;
      return `${name ?? ''} (${width ?? '?'} × ${height ?? '?'})`;
    }
    case 'list':
      return (value as string[]).join('\n');
    case 'roles':
      return (value as Record<string, string | null>[])
        .map(({ title, organisation, from, to }) => {
          const held = [title, organisation].filter(Boolean).join(', ');
          return from || to ? `${held} (${from ?? ''} – ${to ?? ''})` : held;
        })
        .join('\n');
    case 'links':
      return (value as { label: string; url: string }[])
        .map(({ label, url }) => `${label}: ${url}`)
        .join('\n');
  }
}
