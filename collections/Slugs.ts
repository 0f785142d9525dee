import type { CollectionConfig } from 'payload';

import { nobody, staff } from '../src/cms/access/who';

/**
 * Who owns which address. A row of its own, because a draft lives in the versions collection, where
 * no unique index can keep two drafts from taking the same slug. Written by hooks only.
 */
export const Slugs: CollectionConfig = {
  slug: 'slugs',
  access: { create: nobody, read: staff, update: nobody, delete: nobody },
  admin: { hidden: true, useAsTitle: 'slug' },
  fields: [
    { name: 'slug', type: 'text', required: true, unique: true },
    { name: 'article', type: 'relationship', relationTo: 'articles', required: true, index: true },
    // An approved edition is to be published under it; readers have seen it. Both keep it for good.
    { name: 'isFrozen', type: 'checkbox', defaultValue: false },
    { name: 'wasPublished', type: 'checkbox', defaultValue: false },
  ],
};
