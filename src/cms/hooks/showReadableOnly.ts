import type { CollectionSlug, FieldHook } from 'payload';

import { idOf, type Reference } from '../../domain/edition/WorkingCopy';
import { seesDrafts } from '../access/who';

/** More than any list that readers are shown. */
const MOST = 500;

/** Readers are not even told the ids of documents that they cannot read. */
export const showReadableOnly: FieldHook = async ({ field, overrideAccess, req, value }) => {
  if (!value || overrideAccess || seesDrafts(req.user)) return value as unknown;
  if (field.type !== 'relationship' && field.type !== 'upload') return value as unknown;
  const references = (Array.isArray(value) ? value : [value]) as Reference[];
  const ids = references.flatMap((reference) => idOf(reference) ?? []).slice(0, MOST);
  const { docs } = await req.payload.find({
    collection: field.relationTo as CollectionSlug,
    where: { id: { in: ids } },
    depth: 0,
    limit: MOST,
    overrideAccess: false,
    req,
  });
  const readable = new Set(docs.map(({ id }) => String(id)));
  const isReadable = (reference: Reference) => readable.has(idOf(reference) ?? '');
  return Array.isArray(value)
    ? references.filter(isReadable)
    : isReadable(value as Reference)
      ? (value as unknown)
      : null;
};
