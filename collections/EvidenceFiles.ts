import type { CollectionConfig } from 'payload';

import { editors, staff } from '../src/cms/access/who';
import { storedFile } from '../src/cms/fields/storedFile';
import { bindVerdict } from '../src/cms/hooks/bindVerdict';
import { refuseDeletion } from '../src/cms/hooks/refuseDeletion';

/** Apart from Media, because nothing here is ever public: sources may be named in a recording. */
export const EvidenceFiles: CollectionConfig = {
  slug: 'evidence-files',
  trash: true,
  labels: { singular: 'Evidence file', plural: 'Evidence files' },
  admin: {
    group: 'Newsroom',
    useAsTitle: 'filename',
    defaultColumns: ['filename', 'description', 'mimeType', 'updatedAt'],
    description: 'Recordings and transcripts behind quotations. Only the newsroom can open them.',
  },
  access: { create: staff, read: staff, update: staff, delete: editors },
  hooks: {
    beforeChange: [refuseDeletion.toTrash],
    afterChange: [bindVerdict.record('evidence.file')],
    beforeDelete: [refuseDeletion.forGood],
  },
  upload: {
    mimeTypes: [
      'audio/mpeg',
      'audio/mp4',
      'audio/x-m4a',
      'audio/wav',
      'audio/ogg',
      'video/mp4',
      'application/pdf',
      'text/plain',
    ],
    pasteURL: false,
  },
  forceSelect: { storedAs: true },
  fields: [...storedFile, { name: 'description', type: 'textarea' }],
};
