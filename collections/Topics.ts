import type { CollectionConfig } from 'payload';

import { editors, publicOrStaff, staff } from '../src/cms/access/who';
import { faceEndpoints } from '../src/cms/endpoints/faceEndpoints';
import { faceBar } from '../src/cms/fields/faceBar';
import { faceWaits } from '../src/cms/fields/faceWaits';
import { contributors } from '../src/cms/fields/contributors';
import { isPublic } from '../src/cms/fields/isPublic';
import { revision } from '../src/cms/fields/revision';
import { savedBy } from '../src/cms/fields/savedBy';
import { slug } from '../src/cms/fields/slug';
import { updatedAt } from '../src/cms/fields/updatedAt';
import { checkRevision } from '../src/cms/hooks/checkRevision';
import { draftsOnly } from '../src/cms/hooks/draftsOnly';
import { endApproval } from '../src/cms/hooks/endApproval';
import { fillSlug } from '../src/cms/hooks/fillSlug';
import { keepFace } from '../src/cms/hooks/keepFace';
import { readersSeePublished } from '../src/cms/hooks/readersSeePublished';
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
    defaultColumns: ['name', 'parent', 'iptcCode', 'isPublic', 'faceWaits', 'updatedAt'],
    listSearchableFields: ['name', 'slug', 'iptcCode'],
    description: 'What stories are about, as a tree: “Football” under “Sport”.',
    components: {
      edit: {
        PublishButton: '/src/admin/workflow/NoButton#NoButton',
        UnpublishButton: '/src/admin/workflow/NoButton#NoButton',
        Status: '/src/admin/workflow/NoButton#NoButton',
      },
    },
  },
  access: {
    create: editors,
    read: publicOrStaff,
    readVersions: staff,
    update: editors,
    delete: editors,
  },
  endpoints: faceEndpoints('topics'),
  // Saved on purpose and checked: half a name would be in searches, and end approvals.
  versions: { drafts: { validate: true }, maxPerDoc: 200 },
  hooks: {
    beforeOperation: [readersSeePublished, draftsOnly],
    beforeChange: [
      refuseDeletion.toTrash,
      checkRevision,
      refuseTopicLoop,
      fillSlug({ from: 'name' }),
      recordContribution.topic,
      keepFace,
    ],
    afterChange: [endApproval.record, keepSearchable.topic],
    beforeDelete: [refuseDeletion.forGood],
    afterDelete: [keepSearchable.remove],
  },
  fields: [
    faceBar,
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
    faceWaits,
    revision,
    savedBy,
    updatedAt,
  ],
};
