import type { CollectionConfig } from 'payload';

import { editors, publicOrStaff, staff, staffField, writers } from '../src/cms/access/who';
import { faceEndpoints } from '../src/cms/endpoints/faceEndpoints';
import { faceBar } from '../src/cms/fields/faceBar';
import { faceWaits } from '../src/cms/fields/faceWaits';
import { contributors } from '../src/cms/fields/contributors';
import { isPublic } from '../src/cms/fields/isPublic';
import { revision } from '../src/cms/fields/revision';
import { savedBy } from '../src/cms/fields/savedBy';
import { slug } from '../src/cms/fields/slug';
import { updatedAt } from '../src/cms/fields/updatedAt';
import { webAddress } from '../src/cms/fields/webAddress';
import { checkRevision } from '../src/cms/hooks/checkRevision';
import { draftsOnly } from '../src/cms/hooks/draftsOnly';
import { endApproval } from '../src/cms/hooks/endApproval';
import { fillSlug } from '../src/cms/hooks/fillSlug';
import { keepFace } from '../src/cms/hooks/keepFace';
import { readersSeePublished } from '../src/cms/hooks/readersSeePublished';
import { recordContribution } from '../src/cms/hooks/recordContribution';
import { bindVerdict } from '../src/cms/hooks/bindVerdict';
import { refuseDeletion } from '../src/cms/hooks/refuseDeletion';
import { keepSearchable } from '../src/cms/hooks/keepSearchable';

export const People: CollectionConfig = {
  slug: 'people',
  trash: true,
  labels: { singular: 'Person', plural: 'People' },
  defaultSort: 'name',
  admin: {
    group: 'Newsroom',
    useAsTitle: 'name',
    defaultColumns: ['name', 'aliases', 'wikidataId', 'isPublic', 'faceWaits', 'updatedAt'],
    listSearchableFields: ['name', 'aliases', 'wikidataId'],
    description: 'Everyone who speaks or is written about, once each.',
    components: {
      edit: {
        PublishButton: '/src/admin/workflow/NoButton#NoButton',
        UnpublishButton: '/src/admin/workflow/NoButton#NoButton',
        Status: '/src/admin/workflow/NoButton#NoButton',
      },
    },
  },
  access: {
    create: writers,
    read: publicOrStaff,
    readVersions: staff,
    update: writers,
    delete: editors,
  },
  endpoints: faceEndpoints('people'),
  // Saved on purpose and checked: half a name would be in searches, and end approvals.
  versions: { drafts: { validate: true }, maxPerDoc: 200 },
  hooks: {
    beforeOperation: [readersSeePublished, draftsOnly],
    beforeChange: [
      refuseDeletion.toTrash,
      checkRevision,
      fillSlug({ from: 'name' }),
      recordContribution.person,
      keepFace,
    ],
    afterChange: [bindVerdict.record('speaker'), endApproval.record, keepSearchable.person],
    beforeDelete: [refuseDeletion.forGood],
    afterDelete: [keepSearchable.remove],
  },
  fields: [
    faceBar,
    {
      name: 'name',
      type: 'text',
      required: true,
      index: true,
      admin: { description: 'As it is written in full: “Mark Rutte”.' },
    },
    {
      name: 'aliases',
      type: 'text',
      hasMany: true,
      index: true,
      admin: { description: 'Other ways that texts name this person: “Mr. Rutte”.' },
    },
    {
      name: 'roles',
      type: 'array',
      labels: { singular: 'Role', plural: 'Roles' },
      admin: {
        description: 'What the person was, and when: a quotation shows the role of its day.',
      },
      fields: [
        {
          type: 'row',
          fields: [
            { name: 'title', type: 'text', required: true },
            { name: 'organisation', type: 'text' },
            { name: 'from', type: 'date' },
            {
              name: 'to',
              type: 'date',
              validate: (
                value: Date | string | null | undefined,
                { siblingData }: { siblingData: { from?: Date | string | null } },
              ) =>
                value && siblingData.from && new Date(value) < new Date(siblingData.from)
                  ? 'The role cannot end before it begins.'
                  : true,
            },
          ],
        },
      ],
    },
    {
      name: 'wikidataId',
      type: 'text',
      label: 'Wikidata id',
      index: true,
      validate: (value: string | null | undefined) =>
        !value || /^Q[1-9]\d*$/.test(value) ? true : 'A Wikidata id is Q and a number: Q42.',
      admin: { position: 'sidebar', description: 'Tells apart people of the same name: Q42.' },
    },
    { name: 'biography', type: 'textarea' },
    { name: 'portrait', type: 'upload', relationTo: 'media' },
    {
      name: 'links',
      type: 'array',
      fields: [
        {
          type: 'row',
          fields: [
            { name: 'label', type: 'text', required: true },
            { name: 'url', type: 'text', label: 'URL', required: true, validate: webAddress },
          ],
        },
      ],
    },
    {
      name: 'speaksIn',
      type: 'join',
      collection: 'quotes',
      on: 'speaker',
      access: { read: staffField },
      admin: {
        description: 'Quotations of this person.',
        defaultColumns: ['text', 'kind', 'verification.status'],
        allowCreate: false,
      },
    },
    {
      name: 'mentionedIn',
      type: 'join',
      collection: 'sections',
      on: 'people',
      access: { read: staffField },
      admin: {
        description: 'Sections that speak of this person.',
        defaultColumns: ['label', 'article'],
        allowCreate: false,
      },
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
