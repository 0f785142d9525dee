import type { CollectionConfig } from 'payload';

import { nobody, nobodyField, own } from '../src/cms/access/who';
import { readSpoken } from '../src/cms/words/spoken';

const fixed = { access: { update: nobodyField } };
const internal = { access: { read: nobodyField, update: nobodyField } };

/** What somebody should hear of: written by actions, read and ticked off by the one it is for. */
export const Notices: CollectionConfig = {
  slug: 'notices',
  labels: { singular: 'Notice', plural: 'Notices' },
  access: { create: nobody, read: own, update: own, delete: nobody },
  disableBulkEdit: true,
  disableDuplicate: true,
  timestamps: false,
  defaultSort: '-at',
  admin: { hidden: true, useAsTitle: 'text' },
  fields: [
    { name: 'user', type: 'relationship', relationTo: 'users', index: true, ...fixed },
    { name: 'article', type: 'relationship', relationTo: 'articles', index: true, ...fixed },
    { name: 'note', type: 'relationship', relationTo: 'notes', ...fixed },
    { name: 'action', type: 'text', ...fixed },
    { name: 'text', type: 'textarea', ...fixed, hooks: { afterRead: [readSpoken] } },
    { name: 'at', type: 'date', index: true, ...fixed },
    { name: 'readAt', type: 'date', index: true },
    { name: 'claimedAt', type: 'date', ...internal },
    { name: 'emailedAt', type: 'date', index: true, ...internal },
  ],
};
