import type { CollectionConfig } from 'payload';

import { record } from '../src/cms/fields/record';

export const Editions: CollectionConfig = {
  ...record,
  slug: 'editions',
  labels: { singular: 'Edition', plural: 'Editions' },
  defaultSort: '-frozenAt',
  indexes: [{ fields: ['article', 'number'], unique: true }],
  admin: {
    group: 'Records',
    useAsTitle: 'title',
    defaultColumns: ['title', 'number', 'hash', 'frozenAt', 'frozenByName'],
    description: 'Frozen copies of whole articles. Publishing shows readers one of these.',
  },
  fields: [
    { name: 'title', type: 'text' },
    { name: 'article', type: 'relationship', relationTo: 'articles', index: true },
    { name: 'number', type: 'number' },
    { name: 'hash', type: 'text', index: true },
    { name: 'content', type: 'json' },
    { name: 'documents', type: 'json', admin: { hidden: true } },
    // The stored files that it shows: kept, and public while it is live.
    { name: 'files', type: 'text', hasMany: true, index: true, admin: { hidden: true } },
    // What an older format of the content did not hold: see readEdition.
    { name: 'carried', type: 'json', admin: { hidden: true } },
    { name: 'frozenAt', type: 'date', index: true },
    { name: 'frozenBy', type: 'relationship', relationTo: 'users' },
    { name: 'frozenByName', type: 'text' },
  ],
};
