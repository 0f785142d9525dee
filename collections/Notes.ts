import type { CollectionConfig } from 'payload';

import { nobody, staff } from '../src/cms/access/who';
import { NOTE_PLACES } from '../src/domain/notes/Note';

/**
 * What the newsroom says to each other about words of a story. Written by the actions behind
 * `/api/articles/:id/notes`, which know who may change which comment; never for readers.
 */
export const Notes: CollectionConfig = {
  slug: 'notes',
  labels: { singular: 'Note', plural: 'Notes' },
  access: { create: nobody, read: staff, update: nobody, delete: nobody },
  disableBulkEdit: true,
  disableDuplicate: true,
  lockDocuments: false,
  defaultSort: '-createdAt',
  indexes: [{ fields: ['article', 'resolvedAt'] }],
  admin: { hidden: true, useAsTitle: 'about' },
  fields: [
    { name: 'article', type: 'relationship', relationTo: 'articles', required: true, index: true },
    { name: 'section', type: 'relationship', relationTo: 'sections' },
    { name: 'place', type: 'select', required: true, options: [...NOTE_PLACES] },
    { name: 'about', type: 'textarea' },
    {
      name: 'anchor',
      type: 'group',
      fields: [
        { name: 'exact', type: 'textarea' },
        { name: 'prefix', type: 'textarea' },
        { name: 'suffix', type: 'textarea' },
        { name: 'start', type: 'number' },
        { name: 'end', type: 'number' },
      ],
    },
    {
      name: 'comments',
      type: 'array',
      fields: [
        { name: 'author', type: 'relationship', relationTo: 'users' },
        { name: 'authorName', type: 'text' },
        { name: 'text', type: 'textarea' },
        { name: 'mentions', type: 'relationship', relationTo: 'users', hasMany: true },
        { name: 'at', type: 'date' },
        { name: 'editedAt', type: 'date' },
      ],
    },
    { name: 'resolvedAt', type: 'date' },
    { name: 'resolvedBy', type: 'text' },
  ],
};
