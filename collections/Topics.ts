import type { CollectionConfig } from 'payload';

import { editors, publicOrStaff } from '../src/cms/access/who';
import { contributors } from '../src/cms/fields/contributors';
import { isPublic } from '../src/cms/fields/isPublic';
import { slug } from '../src/cms/fields/slug';
import { updatedAt } from '../src/cms/fields/updatedAt';
import { fillSlug } from '../src/cms/hooks/fillSlug';
import { keepIsPublic } from '../src/cms/hooks/keepIsPublic';
import { recordContribution } from '../src/cms/hooks/recordContribution';
import { refuseDeletion } from '../src/cms/hooks/refuseDeletion';
import { refuseTopicLoop } from '../src/cms/hooks/refuseTopicLoop';
import { keepSearchable } from '../src/cms/hooks/keepSearchable';

export const Topics: CollectionConfig = {
  slug: 'topics',
  trash: true,
  labels: { singular: 'Topic', plural: 'Topics' },
  defaultSort: 'name',
  admin: {
    group: 'Newsroom',
    useAsTitle: 'name',
    defaultColumns: ['name', 'parent', 'iptcCode', 'updatedAt'],
    listSearchableFields: ['name', 'slug', 'iptcCode'],
    description: 'What stories are about, as a tree: “Football” under “Sport”.',
  },
  access: { create: editors, read: publicOrStaff, update: editors, delete: editors },
  hooks: {
    beforeChange: [
      refuseDeletion.toTrash,
      keepIsPublic,
      refuseTopicLoop,
      fillSlug({ from: 'name' }),
      recordContribution.topic,
    ],
    afterChange: [keepSearchable.topic],
    beforeDelete: [refuseDeletion.forGood],
    afterDelete: [keepSearchable.remove],
  },
  fields: [
    { name: 'name', type: 'text', required: true, index: true },
    { name: 'description', type: 'textarea' },
    {
      name: 'parent',
      type: 'relationship',
      relationTo: 'topics',
      index: true,
      filterOptions: ({ id }) => (id ? { id: { not_equals: id } } : true),
      admin: { description: 'The wider topic that this one belongs to, if any.' },
    },
    {
      name: 'children',
      type: 'join',
      collection: 'topics',
      on: 'parent',
      admin: { description: 'Narrower topics.', allowCreate: false },
    },
    {
      name: 'iptcCode',
      type: 'text',
      label: 'IPTC media topic code',
      index: true,
      validate: (value: string | null | undefined) =>
        !value || /^\d{8}$/.test(value) ? true : 'An IPTC media topic code has eight digits.',
      admin: { position: 'sidebar', description: 'Eight digits, for partners: 11000000.' },
    },
    slug({ source: 'name' }),
    isPublic,
    contributors,
    updatedAt,
  ],
};
