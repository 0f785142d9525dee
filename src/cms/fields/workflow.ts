import type { GroupField } from 'payload';

import { nobodyField, staffField } from '../access/who';

const columns = {
  Cell: '/src/admin/workflow/StateCell#StateCell',
  Label: '/src/admin/workflow/StateCell#StateLabel',
};

/**
 * Where an article stands. Only actions write here: field access strips what clients send, and the
 * gate restores it for callers that field access does not reach (the Local API, restored versions).
 */
export const workflow: GroupField = {
  name: 'workflow',
  type: 'group',
  access: { create: nobodyField, update: nobodyField },
  admin: { hidden: true },
  fields: [
    {
      name: 'stage',
      type: 'select',
      index: true,
      defaultValue: 'draft',
      options: [
        { label: 'Draft', value: 'draft' },
        { label: 'In review', value: 'in_review' },
        { label: 'Changes requested', value: 'changes_requested' },
        { label: 'Approved', value: 'approved' },
        { label: 'Spiked', value: 'spiked' },
      ],
      admin: { components: columns },
      access: { read: staffField },
    },
    {
      name: 'publicationState',
      type: 'select',
      index: true,
      defaultValue: 'unpublished',
      options: [
        { label: 'Not published', value: 'unpublished' },
        { label: 'Live', value: 'live' },
        { label: 'Withdrawn', value: 'withdrawn' },
      ],
      admin: { components: columns },
    },
    {
      name: 'createdBy',
      type: 'relationship',
      relationTo: 'users',
      access: { read: staffField },
    },
    {
      name: 'submittedBy',
      type: 'relationship',
      relationTo: 'users',
      access: { read: staffField },
    },
    {
      // Who contributed to the article and its parts since its last edition (`Contributor`).
      name: 'contributors',
      type: 'json',
      access: { read: staffField },
    },
    {
      // The checks that were open when an admin approved all the same; each counts until it is set anew.
      name: 'overriddenChecks',
      type: 'select',
      hasMany: true,
      options: [
        { label: 'Legal check', value: 'legal' },
        { label: 'Fact check', value: 'factCheck' },
      ],
      access: { read: staffField },
    },
    {
      name: 'approvedEdition',
      type: 'relationship',
      relationTo: 'editions',
      access: { read: staffField },
    },
    {
      name: 'liveEdition',
      type: 'relationship',
      relationTo: 'editions',
      index: true,
      access: { read: staffField },
    },
    {
      // Whether an edition is approved that readers do not see: lists could not ask for it otherwise.
      name: 'editionWaits',
      type: 'checkbox',
      defaultValue: false,
      access: { read: staffField },
    },
    { name: 'firstPublishedAt', type: 'date' },
    { name: 'publishedAt', type: 'date', index: true },
    { name: 'withdrawalNotice', type: 'textarea' },
  ],
};
