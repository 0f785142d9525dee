import type { CheckboxField } from 'payload';

import { nobodyField } from '../access/who';

/** Set by publishing and withdrawing, never by hand: a record is public while a live article uses it. */
export const isPublic: CheckboxField = {
  name: 'isPublic',
  type: 'checkbox',
  label: 'Visible to readers',
  defaultValue: false,
  index: true,
  access: { create: nobodyField, update: nobodyField },
  admin: {
    position: 'sidebar',
    readOnly: true,
    description: 'On while a live article uses this record. Set by publishing, not by hand.',
  },
};
