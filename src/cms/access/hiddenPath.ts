import type { FlattenedField, PayloadRequest } from 'payload';

import { hasReaders, leadsToReadable } from '../../domain/edition/readersFields';

/**
 * Why readers may not sort or filter by a path, null where they may. The order and the number of
 * answers tell of the values that they are made by, so a path has to be one that readers may see
 * whole: through no document that could be hidden, and to a field that is theirs to read.
 */
export async function hiddenPath({
  collection,
  path,
  req,
}: {
  collection: string;
  path: string;
  req: PayloadRequest;
}): Promise<string | null> {
  let slug = collection;
  let fields: readonly FlattenedField[] = fieldsOf(slug, req);
  let within = '';
  const parts = path.split('.');
  for (const [index, part] of parts.entries()) {
    const isLast = index === parts.length - 1;
    if (isLast && (part === 'id' || part === '_id')) return null;
    const field = fields.find(({ name }) => name === part);
    if (!field) return 'there is no such field';
    const read = 'access' in field ? field.access?.read : undefined;
    if (read && !(await read({ req }))) return 'readers do not see it';
    const name = `${within}${part}`;
    switch (field.type) {
      case 'group':
      case 'tab':
      case 'array':
        fields = field.flattenedFields;
        within = `${name}.`;
        break;
      case 'relationship':
      case 'upload':
      case 'join': {
        const target = field.type === 'join' ? field.collection : field.relationTo;
        if (typeof target !== 'string' || !hasReaders(slug) || !leadsToReadable(slug, name)) {
          return 'it leads to documents that may be hidden';
        }
        slug = target;
        fields = fieldsOf(slug, req);
        within = '';
        break;
      }
      case 'richText':
        // What is within a body is the body's own, and readers have the whole of it.
        return null;
      default:
        if (!isLast) return 'there is no such field';
    }
  }
  return null;
}

function fieldsOf(slug: string, req: PayloadRequest): readonly FlattenedField[] {
  const { collections } = req.payload as { collections: Partial<typeof req.payload.collections> };
  return collections[slug as keyof typeof collections]?.config.flattenedFields ?? [];
}
