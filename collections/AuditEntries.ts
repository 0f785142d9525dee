import type { CollectionConfig } from 'payload';

import { record } from '../src/cms/fields/record';

export const AuditEntries: CollectionConfig = {
  ...record,
  slug: 'audit-entries',
  labels: { singular: 'Audit entry', plural: 'Audit entries' },
  // Several entries of one save may share their millisecond.
  defaultSort: ['-at', '-id'],
  admin: {
    group: 'Records',
    useAsTitle: 'action',
    defaultColumns: ['at', 'actorName', 'action', 'article', 'record', 'edition', 'reason'],
    description: 'Who did what to which article or record, and when.',
  },
  fields: [
    { name: 'at', type: 'date', index: true },
    { name: 'action', type: 'text', index: true },
    { name: 'article', type: 'relationship', relationTo: 'articles', index: true },
    {
      name: 'record',
      type: 'relationship',
      relationTo: ['people', 'topics', 'media'],
      index: true,
    },
    { name: 'actor', type: 'relationship', relationTo: 'users', index: true },
    { name: 'actorName', type: 'text' },
    { name: 'from', type: 'text' },
    { name: 'to', type: 'text' },
    { name: 'edition', type: 'relationship', relationTo: 'editions' },
    { name: 'reason', type: 'textarea' },
  ],
};
