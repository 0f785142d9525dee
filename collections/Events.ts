import type { CollectionConfig } from 'payload';

import { record } from '../src/cms/fields/record';

export const Events: CollectionConfig = {
  ...record,
  slug: 'events',
  labels: { singular: 'Event', plural: 'Events' },
  defaultSort: '-sequence',
  admin: {
    group: 'Records',
    useAsTitle: 'type',
    defaultColumns: ['sequence', 'type', 'article', 'record', 'at'],
    description: 'What changed for readers, numbered without a gap. Caches and webhooks read this.',
  },
  fields: [
    { name: 'sequence', type: 'number', unique: true, index: true },
    { name: 'type', type: 'text' },
    { name: 'article', type: 'relationship', relationTo: 'articles', index: true },
    // Of a release, in place of the article.
    { name: 'record', type: 'relationship', relationTo: ['people', 'topics', 'media'] },
    { name: 'edition', type: 'relationship', relationTo: 'editions' },
    { name: 'at', type: 'date', index: true },
  ],
};
