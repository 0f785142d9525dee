import type { CollectionConfig } from 'payload';

import { editors, publicOrStaff, staffField, writers } from '../src/cms/access/who';
import { contributors } from '../src/cms/fields/contributors';
import { isPublic } from '../src/cms/fields/isPublic';
import { storedPicture } from '../src/cms/fields/storedFile';
import { updatedAt } from '../src/cms/fields/updatedAt';
import { endApproval } from '../src/cms/hooks/endApproval';
import { keepIsPublic } from '../src/cms/hooks/keepIsPublic';
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
    defaultColumns: ['filename', 'alt', 'credit', 'expiresAt', 'updatedAt'],
    listSearchableFields: ['filename', 'alt', 'caption', 'credit'],
    description: 'Pictures, with their description, credit and rights.',
  },
  access: { create: writers, read: publicOrStaff, update: writers, delete: editors },
  hooks: {
    beforeChange: [refuseDeletion.toTrash, keepIsPublic, recordContribution.image],
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
      admin: { description: 'The day from which we may no longer show it.' },
    },
    isPublic,
    contributors,
    updatedAt,
  ],
};
