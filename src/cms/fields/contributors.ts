import type { JSONField } from 'payload';

import { nobodyField, staffField } from '../access/who';

/** Who changed what editions show of this record, and when (`Contributor`). See recordContribution. */
export const contributors: JSONField = {
  name: 'contributors',
  type: 'json',
  access: { create: nobodyField, update: nobodyField, read: staffField },
  admin: { hidden: true, disableListColumn: true, disableListFilter: true, disableBulkEdit: true },
};
