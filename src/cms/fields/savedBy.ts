import type { RelationshipField } from 'payload';

import { nobodyField, staffField } from '../access/who';

/** Who made this version, which Payload does not keep (payload-traps 15). Written by checkRevision. */
export const savedBy: RelationshipField = {
  name: 'savedBy',
  type: 'relationship',
  relationTo: 'users',
  access: { create: nobodyField, update: nobodyField, read: staffField },
  admin: { hidden: true, disableListColumn: true, disableListFilter: true, disableBulkEdit: true },
};
