import type { CollectionConfig } from 'payload';

import {
  editors,
  nobodyField,
  shownImageOrStaff,
  staff,
  staffField,
  writers,
} from '../src/cms/access/who';
import { faceEndpoints } from '../src/cms/endpoints/faceEndpoints';
import { faceBar } from '../src/cms/fields/faceBar';
import { faceWaits } from '../src/cms/fields/faceWaits';
import { contributors } from '../src/cms/fields/contributors';
import { isPublic } from '../src/cms/fields/isPublic';
import { revision } from '../src/cms/fields/revision';
import { savedBy } from '../src/cms/fields/savedBy';
import { storedPicture } from '../src/cms/fields/storedFile';
import { updatedAt } from '../src/cms/fields/updatedAt';
import { bringEndForward } from '../src/cms/hooks/bringEndForward';
import { checkRevision } from '../src/cms/hooks/checkRevision';
import { draftsOnly } from '../src/cms/hooks/draftsOnly';
import { endApproval } from '../src/cms/hooks/endApproval';
import { keepFace } from '../src/cms/hooks/keepFace';
import { readersSeePublished } from '../src/cms/hooks/readersSeePublished';
import { recordContribution } from '../src/cms/hooks/recordContribution';
import { refuseDeletion } from '../src/cms/hooks/refuseDeletion';
import type { Media as Picture } from '../src/payload-types';

const imageSizes = [
  { name: 'thumbnail', width: 320, withoutEnlargement: true },
  { name: 'medium', width: 800, withoutEnlargement: true },
  { name: 'large', width: 1600, withoutEnlargement: true },
  { name: 'share', width: 1200, height: 630 },
];

export const Media: CollectionConfig = {
  slug: 'media',
  trash: true,
  labels: { singular: 'Image', plural: 'Images' },
  admin: {
    group: 'Newsroom',
    useAsTitle: 'filename',
    defaultColumns: [
      'filename',
      'alt',
      'credit',
      'isPublic',
      'faceWaits',
      'expiresAt',
      'updatedAt',
    ],
    listSearchableFields: ['filename', 'alt', 'caption', 'credit'],
    description: 'Pictures, with their description, credit and rights.',
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
    read: shownImageOrStaff,
    readVersions: staff,
    update: writers,
    delete: editors,
  },
  endpoints: faceEndpoints('media'),
  // Saved on purpose and checked: half a caption would end approvals.
  versions: { drafts: { validate: true }, maxPerDoc: 200 },
  hooks: {
    beforeOperation: [readersSeePublished, draftsOnly],
    beforeChange: [
      refuseDeletion.toTrash,
      checkRevision,
      recordContribution.image,
      bringEndForward,
      keepFace,
    ],
    afterChange: [endApproval.record],
    beforeDelete: [refuseDeletion.forGood],
  },
  upload: {
    // Raster formats only: an SVG can carry script. Payload compares the bytes with this list.
    mimeTypes: ['image/jpeg', 'image/png', 'image/webp', 'image/avif', 'image/gif'],
    focalPoint: true,
    // A server that fetches addresses which people paste can be pointed at the inside of a network.
    pasteURL: false,
    displayPreview: true,
    adminThumbnail: ({ doc }) => (doc as unknown as Picture).sizes?.thumbnail?.url ?? null,
    imageSizes,
  },
  // The addresses are made of these, whatever a client selects.
  forceSelect: { storedAs: true, sizes: true },
  fields: [
    faceBar,
    ...storedPicture(imageSizes),
    {
      name: 'alt',
      type: 'textarea',
      label: 'Alternative text',
      admin: {
        description:
          'What the picture shows, for people who cannot see it. Required before publication.',
      },
    },
    { name: 'caption', type: 'textarea' },
    {
      name: 'credit',
      type: 'text',
      admin: {
        description: 'Who made it: “Ada Fenwick / Harbour Press”. Required before publication.',
      },
    },
    {
      name: 'rights',
      type: 'textarea',
      access: { read: staffField },
      admin: { description: 'What we may do with it, and for how long.' },
    },
    {
      name: 'expiresAt',
      type: 'date',
      index: true,
      access: { read: staffField },
      admin: {
        date: { pickerAppearance: 'dayAndTime' },
        description:
          'From then on readers do not see it any more. A sooner end counts as soon as it is saved, a later one when it is released.',
      },
    },
    {
      // The end of rights that those concerned were told of: written by endRights, once for each.
      name: 'endTold',
      type: 'date',
      access: { create: nobodyField, read: staffField, update: nobodyField },
      admin: { hidden: true, disableBulkEdit: true },
    },
    isPublic,
    contributors,
    faceWaits,
    revision,
    savedBy,
    updatedAt,
  ],
};
