import type { UIField } from 'payload';

/** Above the fields of a record: what readers see of it, and the release. */
export const faceBar: UIField = {
  name: 'faceBar',
  type: 'ui',
  admin: {
    components: { Field: '/src/admin/faces/FaceBar#FaceBar' },
    disableListColumn: true,
  },
};
