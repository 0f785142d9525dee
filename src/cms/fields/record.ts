import type { CollectionConfig } from 'payload';

import { nobody, staff } from '../access/who';
import { recordOnly } from '../hooks/recordOnly';

/** What editions, audit entries and events share: actions append them, and nobody changes them. */
export const record = {
  access: { create: nobody, read: staff, update: nobody, delete: nobody },
  hooks: { beforeOperation: [recordOnly] },
  disableBulkEdit: true,
  disableDuplicate: true,
  timestamps: false,
} satisfies Partial<CollectionConfig>;
