import type { ArrayField } from 'payload';

import { nobodyField, staffField } from '../access/who';

/** Findings about quotations that an editor overrode (`QuoteOverride`). Only that action writes it. */
export const quoteOverrides: ArrayField = {
  name: 'quoteOverrides',
  type: 'array',
  access: { create: nobodyField, update: nobodyField, read: staffField },
  admin: { hidden: true, disableListColumn: true, disableListFilter: true },
  fields: [
    { name: 'key', type: 'text', required: true },
    { name: 'code', type: 'text', required: true },
    { name: 'words', type: 'textarea', required: true },
    { name: 'reason', type: 'textarea', required: true },
    { name: 'byName', type: 'text', required: true },
    { name: 'at', type: 'date', required: true },
  ],
};
