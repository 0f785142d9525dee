import type { ArrayField } from 'payload';

import { nobodyField } from '../access/who';

/** The public ledger of what was changed after publication, oldest first. Only publishing writes it. */
export const corrections: ArrayField = {
  name: 'corrections',
  type: 'array',
  access: { create: nobodyField, update: nobodyField },
  admin: { hidden: true },
  fields: [
    { name: 'at', type: 'date', required: true },
    {
      name: 'kind',
      type: 'select',
      required: true,
      options: [
        { label: 'Correction', value: 'correction' },
        { label: 'Clarification', value: 'clarification' },
        { label: 'Update', value: 'update' },
      ],
    },
    { name: 'note', type: 'textarea', required: true },
    { name: 'editionNumber', type: 'number', required: true },
    // In words: which parts of the text differ from what readers saw before.
    { name: 'changed', type: 'text', hasMany: true },
  ],
};
