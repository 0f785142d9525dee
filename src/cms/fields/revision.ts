import type { NumberField } from 'payload';

/**
 * Counts the saves of a working copy. A client that sends the number it loaded is refused with 409
 * when someone saved in between: Payload's document locks are released on every save and ignored by
 * GraphQL (payload-traps 8), so they cannot do this.
 */
export const revision: NumberField = {
  name: 'revision',
  type: 'number',
  access: { read: ({ req }) => Boolean(req.user) },
  admin: {
    components: { Field: '/src/admin/conflict/RevisionField#RevisionField' },
    disableListColumn: true,
    disableBulkEdit: true,
  },
};
