import type { GroupField } from 'payload';

import { CHANGE_KINDS } from '../../domain/workflow/ArticleState';
import { staffField } from '../access/who';

const CHANGE_LABELS = {
  correction: 'Correction: something was wrong',
  clarification: 'Clarification: something was unclear',
  update: 'Update: something is new',
  minor: 'Minor: spelling or style, not shown to readers',
} as const;

/**
 * What kind of change this working copy makes to what readers see, with the note that they will read
 * beside it. It is written with the change, and approved with it.
 */
export const change: GroupField = {
  name: 'change',
  type: 'group',
  access: { read: staffField },
  admin: {
    description: 'Once readers have seen this article: what kind of change the next edition makes.',
  },
  fields: [
    {
      name: 'kind',
      type: 'select',
      options: CHANGE_KINDS.map((value) => ({ label: CHANGE_LABELS[value], value })),
    },
    {
      name: 'note',
      type: 'textarea',
      maxLength: 2000,
      admin: {
        description:
          'Readers read this note beside the change. Of a minor change it stays in the newsroom.',
      },
    },
  ],
};
