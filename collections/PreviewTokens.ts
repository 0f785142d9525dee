import type { CollectionConfig } from 'payload';

import { editors, nobody, staff } from '../src/cms/access/who';
import { previewTokens } from '../src/cms/endpoints/previewTokens';

/** Links to unpublished texts that were handed out. Deleting one ends it at once. */
export const PreviewTokens: CollectionConfig = {
  slug: 'preview-tokens',
  labels: { singular: 'Preview link', plural: 'Preview links' },
  defaultSort: '-createdAt',
  disableDuplicate: true,
  admin: {
    group: 'Settings',
    useAsTitle: 'title',
    defaultColumns: ['title', 'expiresAt', 'issuedByName', 'createdAt'],
    description: 'Links that show an unpublished text to who holds them. Delete one to end it.',
  },
  access: { create: nobody, read: staff, update: nobody, delete: editors },
  endpoints: previewTokens,
  fields: [
    { name: 'title', type: 'text' },
    // The token itself is nowhere: who reads the database cannot use the links.
    { name: 'tokenHash', type: 'text', unique: true, admin: { hidden: true } },
    { name: 'article', type: 'relationship', relationTo: 'articles', index: true },
    { name: 'edition', type: 'relationship', relationTo: 'editions' },
    { name: 'content', type: 'json', admin: { hidden: true } },
    { name: 'expiresAt', type: 'date', index: true },
    { name: 'issuedByName', type: 'text' },
  ],
};
