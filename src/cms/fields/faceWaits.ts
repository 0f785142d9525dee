import type { CheckboxField } from 'payload';

import { nobodyField, staffField } from '../access/who';

/** Written by keepFace and the release, so that lists can ask for it. */
export const faceWaits: CheckboxField = {
  name: 'faceWaits',
  type: 'checkbox',
  label: 'Waiting for release',
  defaultValue: false,
  index: true,
  access: { create: nobodyField, update: nobodyField, read: staffField },
  admin: {
    hidden: true,
    components: { Cell: '/src/admin/faces/FaceCell#FaceCell' },
  },
};
