import type { CollectionConfig } from 'payload';

import { nobody, staff } from '../src/cms/access/who';

/**
 * What is known of each stored file. Written past Payload: a row is made before the bytes are there
 * (src/files/storedFiles.ts), and actions write who shows it (src/actions/files/pinFiles.ts).
 */
export const StoredFiles: CollectionConfig = {
  slug: 'stored-files',
  access: { create: nobody, read: staff, update: nobody, delete: nobody },
  admin: { hidden: true, useAsTitle: 'name' },
  disableDuplicate: true,
  fields: [
    { name: 'name', type: 'text', required: true, unique: true },
    { name: 'mimeType', type: 'text', required: true },
    { name: 'bytes', type: 'number', required: true },
    { name: 'width', type: 'number' },
    { name: 'height', type: 'number' },
    { name: 'isStaffOnly', type: 'checkbox', defaultValue: true },
    { name: 'pinnedBy', type: 'text', hasMany: true, index: true },
    { name: 'oldNames', type: 'text', hasMany: true, index: true },
    { name: 'touchedAt', type: 'date', index: true },
    { name: 'removingAt', type: 'date' },
  ],
};
