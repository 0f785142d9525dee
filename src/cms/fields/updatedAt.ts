import type { DateField } from 'payload';

/** Payload's own field, declared so that lists can say it in words with the exact time on hover. */
export const updatedAt: DateField = {
  name: 'updatedAt',
  type: 'date',
  index: true,
  label: ({ t }) => t('general:updatedAt'),
  admin: {
    hidden: true,
    disableBulkEdit: true,
    components: { Cell: '/src/admin/history/AgoCell#AgoCell' },
  },
};
